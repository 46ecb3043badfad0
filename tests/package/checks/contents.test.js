// The contents of the package.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { compiledIn } from "../../../scripts/lib/licenses.js";
import { root } from "../../../scripts/lib/run.js";
import { pack } from "../../support/pack.js";
import { exec, makeTempDir } from "../../support/process.js";
import { extractWasm } from "../../support/wasm.js";

const folder = await makeTempDir();
const tarball = await pack(folder);
await exec(["tar", "-xf", tarball, "-C", folder]);
const packed = join(folder, "package");
const files = (await exec(["tar", "-tf", tarball])).match(/(?<=^package\/).+/gm);
const read = (file) => readFile(join(packed, file), "utf8");
const scripts = files.filter((file) => /\.c?js$/.test(file));
const manifest = JSON.parse(await read("package.json"));

test("it contains the files that it needs, and no others", () => {
  const expected = [
    /^dist\/\w+\.(js|cjs|d\.ts|d\.cts)$/,
    /^dist\/index\.global\.js$/,
    /^dist\/messages\/[\w-]+\.c?js$/,
    /^dist\/(address-advice|new-password-extras)\.c?js$/,
    /^dist\/licenses\.txt$/,
    /^dist\/custom-elements\.json$/,
    /^(forms|messages)\/package\.json$/,
    /^(package\.json|README\.md|CHANGELOG\.md|LICENSE-MIT|LICENSE-APACHE)$/,
  ];
  assert.deepEqual(
    files.filter((file) => !expected.some((pattern) => pattern.test(file))),
    [],
  );
  for (const file of ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "dist/licenses.txt"]) {
    assert.ok(files.includes(file), file);
  }
});

test("it has no dependencies, and no install scripts", () => {
  assert.equal(manifest.dependencies ?? manifest.peerDependencies ?? manifest.optionalDependencies, undefined);
  assert.deepEqual(
    Object.keys(manifest.scripts).filter((name) => /install|prepare|publish/.test(name)),
    [],
  );
});

test("the Custom Elements Manifest is where package.json says, and names what the forms export", async () => {
  const { schemaVersion, modules } = JSON.parse(await read(manifest.customElements));
  assert.equal(schemaVersion, "1.0.0");
  assert.equal(manifest.exports[manifest.customElements], manifest.customElements, "tools import it by its path");
  for (const { path, exports } of modules) {
    const exported = await import(pathToFileURL(join(packed, path)).href);
    for (const { kind, name, declaration } of exports) {
      if (kind === "js") assert.equal(typeof exported[name], "function", name);
      else assert.equal(exported[declaration.name].tag, name);
    }
  }
});

/** @type {[what: string, pattern: RegExp][]} */
const forbidden = [
  ["innerHTML", /\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write/],
  ["eval", /\beval\s*\(/],
  ["new Function", /\bnew Function\b|[^\w.$]Function\s*\(/],
  ["text as code", /\bset(Timeout|Interval)\s*\(\s*["'`]/],
  ["source maps", /sourceMappingURL/],
];

for (const [what, pattern] of forbidden) {
  test(`no script has ${what}`, async () => {
    for (const file of scripts) assert.doesNotMatch(await read(file), pattern, file);
  });
}

test("the WebAssembly has none of the injected faults of tests/pages/healing", async () => {
  const bytes = await extractWasm(pathToFileURL(join(packed, "dist/index.js")));
  assert.ok(bytes.includes("username") && !bytes.includes("provoke"));
});

test("no file contains a path of the machine that built it", async () => {
  for (const file of files) {
    const text = await read(file);
    for (const place of [homedir(), root, ".cargo/registry"]) assert.ok(!text.includes(place), `${file}: ${place}`);
  }
});

test("a classic script is plain ASCII, whatever the page's charset", async () => {
  assert.ok(Buffer.from(await read("dist/index.global.js")).every((byte) => byte < 128));
});

test("importing the two calls loads one file, and as a module another for policies when it is needed", async () => {
  /** @param {"esm" | "cjs"} format */
  async function loadedBy(contents, format) {
    const stdin = { contents, resolveDir: packed };
    const { metafile } = await build({ stdin, format, bundle: true, write: false, metafile: true, logLevel: "silent" });
    const imports = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
    return imports.map(({ path, kind }) => `${path.slice(path.indexOf("dist/"))} ${kind}`);
  }
  const modules = ["dist/policy.js dynamic-import", "dist/index.js import-statement"];
  assert.deepEqual(await loadedBy('export * from "./";', "esm"), modules);
  assert.deepEqual(await loadedBy('exports.all = require("./");', "cjs"), ["dist/index.cjs require-call"]);
});

test("it lists every crate with its licence", async () => {
  const list = await read("dist/licenses.txt");
  const crates = compiledIn();
  assert.ok(crates.length > 5);
  for (const { name, version, license } of crates)
    assert.ok(list.includes(`\n${name} ${version} · ${license} · `), name);
  for (const text of ["Permission is hereby granted", "UNICODE LICENSE V3"]) assert.ok(list.includes(text), text);
});

test("publint reports nothing", async () => {
  await exec([join(root, "node_modules/.bin/publint"), "run", tarball, "--strict"]);
});

test("attw reports nothing: the types fit every way of importing", async () => {
  await exec([join(root, "node_modules/.bin/attw"), tarball, "--no-definitely-typed", "--format", "ascii"]);
});
