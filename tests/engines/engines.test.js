// Launchers embed old engines. Nothing that ships may use what these do not have, by MDN's compatibility data.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import bcd from "@mdn/browser-compat-data" with { type: "json" };
import { parse } from "acorn";
import { simple } from "acorn-walk";

const engines = { chrome: 96, firefox: 91, safari: 15 };
const dist = new URL("../../dist/", import.meta.url);

/** Globals by name, each with its members. */
const globals = { ...bcd.api, ...bcd.javascript.builtins };

/** Every member that some global has, by its name: `then` → that of `Promise`, … */
const members = new Map();
const namespaces = [bcd.javascript.builtins.Intl, bcd.webassembly.api];
for (const features of [globals, ...namespaces].flatMap(Object.values)) {
  for (const [name, feature] of Object.entries(features)) {
    const plainName = name.replace(/_static$/, "");
    members.set(plainName, [...(members.get(plainName) ?? []), feature]);
  }
}

/** Looked for before they are called. */
const hasFallback = new Set([
  "replaceSync", // of CSSStyleSheet: without it the forms use a <style>
]);

/** Whether the three engines have it. What the data does not tell of is taken for there. */
function isSupported(feature) {
  const support = feature?.__compat?.support;
  return Object.entries(engines).every(([engine, version]) => {
    const [newest] = [support?.[engine]].flat();
    if (!newest) return true;
    const { version_added: added, flags } = newest;
    return added !== false && !flags && !(Number.parseFloat(String(added).replace("≤", "")) > version);
  });
}

/** What a script uses that one of the engines lacks. */
function lacking(code) {
  const found = new Set();
  // Syntax: what these engines have, but for static blocks and `#x in o`, is ECMAScript 2022.
  const tree = parse(code, { ecmaVersion: 2022, sourceType: "module" });
  simple(tree, {
    StaticBlock: () => found.add("static block"),
    BinaryExpression: ({ left }) => left.type === "PrivateIdentifier" && found.add("#x in o"),
    Identifier: ({ name }) => !isSupported(globals[name]) && found.add(name),
    MemberExpression({ object, property }) {
      const owner = object.type === "Identifier" ? globals[object.name] : undefined;
      const feature = owner?.[`${property.name}_static`];
      if (feature && !isSupported(feature)) found.add(property.name);
    },
    CallExpression({ callee: { type, property, computed } }) {
      if (type !== "MemberExpression" || computed || hasFallback.has(property.name)) return;
      // Of whatever it is called, somebody must have it.
      const features = members.get(property.name);
      if (features && !features.some(isSupported)) found.add(property.name);
    },
  });
  return [...found];
}

for (const file of (await readdir(dist, { recursive: true })).filter((file) => /\.c?js$/.test(file))) {
  test(`dist/${file} runs in every engine`, async () => {
    assert.deepEqual(lacking(await readFile(new URL(file, dist), "utf8")), []);
  });
}

for (const [code, name] of [
  ["AbortSignal.any([])", "any"],
  ["AbortSignal.timeout(1)", "timeout"],
  ["URL.canParse('x')", "canParse"],
  ["Promise.withResolvers()", "withResolvers"],
  ["structuredClone({})", "structuredClone"],
  ["Array.fromAsync([])", "fromAsync"],
  ["Object.groupBy([], () => 1)", "groupBy"],
  ["signal.throwIfAborted()", "throwIfAborted"],
  ["[].toSorted()", "toSorted"],
  ["new DecompressionStream('gzip')", "DecompressionStream"],
  ["class A { static { A.x = 1 } }", "static block"],
]) {
  test(`${code} would be found`, () => assert.ok(lacking(code).includes(name)));
}

for (const code of ["Promise.allSettled([])", "''.replaceAll('a', 'b')", "new AbortController().signal", "x?.y ?? z"]) {
  test(`${code} is fine`, () => assert.deepEqual(lacking(code), []));
}
