// Launchers embed old engines. The package uses only what the oldest supported ones have, by MDN's compatibility data, and importing
// it uses only what every host has.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import bcd from "@mdn/browser-compat-data" with { type: "json" };
import { parse } from "acorn";
import { simple } from "acorn-walk";
import binaryen from "binaryen";
import { floor } from "../../scripts/lib/engines.js";
import { extractWasm } from "../support/wasm.js";

const dist = new URL("../../dist/", import.meta.url);

/** Globals by name, each with its members. */
const globals = { ...bcd.api, ...bcd.javascript.builtins };

/** The features that share a name: `then` of `Promise`, `name` of a dozen interfaces, … */
const members = new Map(Object.entries(bcd.api).map(([name, feature]) => [name, [feature]]));
const namespaces = [bcd.javascript.builtins.Intl, bcd.webassembly.api];
for (const features of [globals, ...namespaces].flatMap(Object.values)) {
  for (const [name, feature] of Object.entries(features)) {
    const plainName = name.replace(/_static$/, "");
    members.set(plainName, [...(members.get(plainName) ?? []), feature]);
  }
}

/** Used only where it exists, without harm where it does not, or a property of the package's own objects. */
const optional = new Set([
  "nonce", // without it the attribute is read
  "wait",
  "tag",
  "s", // a member that terser renamed, not of `CSS`
  "subscribe",
  "unsubscribe", // of forms and their controllers, not of other interfaces
  "memory", // of the WebAssembly, not of `Performance`
  "locale", // of a form, not of a notification
  "details", // of an error, not of a toggle event
  "reason", // of AbortSignal: without it an abort has no cause
  "adoptedStyleSheets", // without it the forms use a <style>
  "replaceSync", // of CSSStyleSheet: likewise
  "fromBase64", // of Uint8Array: without it the characters are read one by one
]);

/** Whether the oldest engines have a feature. A feature that the data lacks counts as supported. */
function isSupported(feature) {
  const support = feature?.__compat?.support;
  return Object.entries(floor).every(([engine, version]) => {
    const [newest] = [support?.[engine]].flat();
    if (!newest) return true;
    const { version_added: added, flags } = newest;
    return added !== false && !flags && !(Number.parseFloat(String(added).replace("≤", "")) > version);
  });
}

/** The names in a script of everything that one of the engines lacks, or why it cannot be read without later syntax. */
function lacking(code, /** @type {2018 | 2019} */ ecmaVersion = 2018) {
  const found = new Set();
  /** @type {import("acorn").Program} */
  let tree;
  try {
    // Of the syntax after ECMAScript 2018, which Chromium 64 has, the engines have dynamic imports.
    tree = parse(code.replace(/\bimport\(/g, "dynamicImport("), { ecmaVersion, sourceType: "module" });
  } catch (error) {
    return [error.message];
  }
  const guarded = new Set();
  simple(tree, {
    UnaryExpression: ({ operator, argument }) =>
      operator === "typeof" && argument.type === "Identifier" && guarded.add(argument.name),
  });
  simple(tree, {
    Identifier: ({ name }) => !isSupported(globals[name]) && !guarded.has(name) && found.add(name),
    MemberExpression({ object, property, computed }) {
      if (computed || property.type !== "Identifier" || optional.has(property.name)) return;
      const owner = object.type === "Identifier" ? globals[object.name] : undefined;
      const feature = owner?.[`${property.name}_static`];
      if (feature) {
        if (!isSupported(feature)) found.add(property.name);
        return;
      }
      // The type of the object is unknown: some feature of that name must be supported.
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

const demo = new URL("../../www/", import.meta.url);
/** The first is expected to throw, and the second is a function of the demo. */
const demoMayHave = ["DisplayNames", "take"];
for (const file of (await readdir(demo)).filter((file) => file.endsWith(".js"))) {
  test(`www/${file} runs in Chromium 69`, async () => {
    // Chromium 66 has the syntax of ECMAScript 2019.
    const found = lacking(await readFile(new URL(file, demo), "utf8"), 2019);
    assert.deepEqual(
      found.filter((name) => !demoMayHave.includes(name)),
      [],
    );
  });
}

for (const [code, name] of [
  ["AbortSignal.any([])", "any"],
  ["Object.fromEntries([])", "fromEntries"],
  ["new Intl.Locale('en')", "Locale"],
  ["globalThis.x", "globalThis"],
  ["element.replaceChildren()", "replaceChildren"],
  ["if (element.checkVisibility) f()", "checkVisibility"],
  ["[].at(-1)", "at"],
  ["class A { static { A.x = 1 } }", "Unexpected token (1:17)"],
  ["class A { #x() {} }", "Unexpected character '#' (1:10)"],
  ["class A { x = 1 }", "Unexpected token (1:12)"],
  ["x?.y", "Unexpected token (1:2)"],
  ["x ?? y", "Unexpected token (1:3)"],
  ["x ??= y", "Unexpected token (1:3)"],
  ["try { f() } catch {}", "Unexpected token (1:18)"],
  ["import.meta.url", "Unexpected token (1:6)"],
  ["1n", "Identifier directly after number (1:1)"],
]) {
  test(`${code} would be found`, () => assert.deepEqual(lacking(code), [name]));
}

for (const code of [
  "new AbortController().signal",
  "promise.finally(f)",
  "({ ...x })",
  "import('./x.js')",
  "async () => { for await (const x of y) ; }",
  "typeof globalThis === 'object' && globalThis.x",
]) {
  test(`${code} is fine`, () => assert.deepEqual(lacking(code), []));
}

/** Whether a module is valid without any feature that came after the first WebAssembly; binaryen prints why it is not. */
function isFirstWebAssembly(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(binaryen.Features.MVP);
  return module.validate() === 1;
}

test("the WebAssembly has only features of the first WebAssembly", async () => {
  assert.ok(isFirstWebAssembly(await extractWasm(new URL("index.js", dist))));
});

/** Modules with one function of this type and body. */
const withFunction = (type, body) => {
  const section = (id, ...bytes) => [id, bytes.length, ...bytes];
  return Buffer.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[...section(1, 1, 0x60, ...type), ...section(3, 1, 0), ...section(5, 1, 0, 1)],
    ...section(10, 1, body.length + 2, 0, ...body, 0x0b),
  ]);
};
const [i32, f64, externref] = [0x7f, 0x7c, 0x6f];
for (const [name, bytes, isFirst] of [
  ["an addition", withFunction([2, i32, i32, 1, i32], [0x20, 0, 0x20, 1, 0x6a]), true],
  ["a sign extension", withFunction([1, i32, 1, i32], [0x20, 0, 0xc0]), false],
  ["a saturating conversion", withFunction([1, f64, 1, i32], [0x20, 0, 0xfc, 2]), false],
  ["a bulk memory operation", withFunction([0, 0], [0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 11, 0]), false],
  ["a reference type", withFunction([1, externref, 0], []), false],
  ["several results", withFunction([0, 2, i32, i32], [0x41, 0, 0x41, 0]), false],
]) {
  test(`${name} ${isFirst ? "is fine" : "would be found"}`, () => assert.equal(isFirstWebAssembly(bytes), isFirst));
}

test("importing reads nothing of a browser, a worker or Node, only what belongs to the language", async () => {
  const language = new Set(runInContext("Object.getOwnPropertyNames(globalThis)", createContext({})));
  language.delete("WebAssembly");
  language.delete("console");
  /** The names that a script reads from its host. Whatever name it leaves free is looked up in an object that has every name. */
  const namesIn = (code) => {
    const names = new Set();
    const scope = new Proxy(
      {},
      {
        has: () => true,
        get(_, name) {
          if (typeof name === "string" && !language.has(name)) names.add(name);
          return name === "globalThis" ? scope : globalThis[name];
        },
      },
    );
    new Function("scope", `with (scope) { (function (exports, module, require) { ${code} })({}, {}, {}) }`)(scope);
    return [...names];
  };
  const read = (file) => readFile(new URL(file, dist), "utf8");
  assert.deepEqual(namesIn(await read("index.cjs")), []);
  assert.deepEqual(namesIn(await read("messages.cjs")), []);
  // Where it defines its global.
  assert.deepEqual(namesIn(await read("index.global.js")), ["self"]);
  assert.deepEqual(namesIn("WebAssembly; globalThis.document; typeof navigator"), [
    "WebAssembly",
    "document",
    "navigator",
  ]);
});
