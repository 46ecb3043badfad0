// Launchers embed old engines. The package uses only what the oldest supported ones have, by MDN's compatibility data.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import bcd from "@mdn/browser-compat-data" with { type: "json" };
import { parse } from "acorn";
import { simple } from "acorn-walk";
import { floor } from "../../scripts/lib/engines.js";
import { root } from "../../scripts/lib/run.js";
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

/** The names in a script of everything that one of the engines lacks. */
function lacking(code) {
  const found = new Set();
  const tree = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  const guarded = new Set();
  simple(tree, {
    UnaryExpression: ({ operator, argument }) =>
      operator === "typeof" && argument.type === "Identifier" && guarded.add(argument.name),
  });
  simple(tree, {
    // Syntax after ECMAScript 2018, whose syntax Chromium 64 has. Dynamic imports came with Chromium 63.
    ChainExpression: () => found.add("?."),
    LogicalExpression: ({ operator }) => operator === "??" && found.add("??"),
    AssignmentExpression: ({ operator }) => /\?\?|\|\||&&/.test(operator) && found.add(operator),
    CatchClause: ({ param }) => param === null && found.add("catch without a binding"),
    PropertyDefinition: () => found.add("class field"),
    StaticBlock: () => found.add("static block"),
    MethodDefinition: ({ key }) => key.type === "PrivateIdentifier" && found.add("private name"),
    MetaProperty: ({ meta }) => meta.name === "import" && found.add("import.meta"),
    Literal: ({ bigint, value, raw }) => (bigint || (typeof value === "number" && raw.includes("_"))) && found.add(raw),
    AwaitExpression: () => {},
    Identifier: ({ name }) => !isSupported(globals[name]) && !guarded.has(name) && found.add(name),
    MemberExpression({ object, property, computed }) {
      if (property.type === "PrivateIdentifier") found.add("private name");
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
/** The first came with Chromium 66, the second is expected to throw, and the third is a function of the demo. */
const demoMayHave = ["catch without a binding", "DisplayNames", "take"];
for (const file of (await readdir(demo)).filter((file) => file.endsWith(".js"))) {
  test(`www/${file} runs in Chromium 69`, async () => {
    const found = lacking(await readFile(new URL(file, demo), "utf8"));
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
  ["class A { static { A.x = 1 } }", "static block"],
  ["class A { #x() {} }", "private name"],
  ["class A { x = 1 }", "class field"],
  ["x?.y", "?."],
  ["x ?? y", "??"],
  ["x ??= y", "??="],
  ["try { f() } catch {}", "catch without a binding"],
  ["import.meta.url", "import.meta"],
  ["1n", "1n"],
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

/** Whether a module is valid without any feature that came after the first WebAssembly. */
async function isFirstWebAssembly(bytes) {
  const folder = await mkdtemp(join(tmpdir(), "engines-"));
  try {
    await writeFile(join(folder, "module.wasm"), bytes);
    const args = ["--mvp-features", join(folder, "module.wasm"), "-o", join(folder, "out.wasm")];
    execFileSync(join(root, "node_modules/.bin/wasm-opt"), args, { stdio: "pipe" });
    return true;
  } catch ({ stderr }) {
    assert.match(String(stderr), /error validating|all used features/i);
    return false;
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("the WebAssembly has only features of the first WebAssembly", async () => {
  assert.ok(await isFirstWebAssembly(await extractWasm(new URL("index.js", dist))));
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
  test(`${name} ${isFirst ? "is fine" : "would be found"}`, async () =>
    assert.equal(await isFirstWebAssembly(bytes), isFirst));
}
