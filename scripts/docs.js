// Builds the reference from the types and the doc comments, and follows every link in it and in the Markdown.
//
//   npm run docs            also writes docs/reference.md, docs/forms.md, the README's figures and the oldest supported engines
//   npm run docs -- --check says so when they are not what it would write

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { floor, floorText } from "./lib/engines.js";
import { withFigures } from "./lib/figures.js";
import { brokenInHtml, brokenInMarkdown, filesInGit } from "./lib/links.js";
import { printStep, root, run } from "./lib/run.js";
import { npmPackages, wasmTarget } from "./lib/tools.js";

const target = "wasm32-unknown-unknown";
const out = join(root, "build/docs");

await npmPackages();
await wasmTarget();
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

printStep(
  "docs/reference.md and docs/forms.md from the types and doc comments, the README's figures from bench/RESULTS.md, the oldest engines from scripts/lib/engines.js",
);
const { reference } = await import("./lib/reference.js");
const { formsReference } = await import("./lib/forms-reference.js");
const read = (path) => readFile(join(root, path), "utf8");
const isCheck = process.argv.includes("--check");
const withFloor = (text) => text.replace(/(<!-- floor -->)[^<]*/g, `$1${floorText}`);
const packageJson = JSON.parse(await read("package.json"));
packageJson.browserslist = Object.entries(floor).map(([name, version]) => `${name} >= ${version}`);
for (const [path, text] of [
  ["docs/reference.md", reference()],
  ["docs/forms.md", formsReference()],
  ["README.md", withFloor(withFigures(await read("README.md"), await read("bench/RESULTS.md")))],
  ["docs/guides/launchers.md", withFloor(await read("docs/guides/launchers.md"))],
  ["package.json", `${JSON.stringify(packageJson, null, 2)}\n`],
]) {
  if (!isCheck) await writeFile(join(root, path), text);
  else if ((await read(path)) !== text) fail([`${path} is out of date: npm run docs writes it anew`]);
}

printStep("The TypeScript reference; what has no doc comment is an error");
await run("npx", ["typedoc", "--options", "docs/typedoc.json"]);

printStep("The Rust reference, for wasm32, where the calls exist; a warning is an error");
const made = join(root, "target", target, "doc");
await rm(made, { recursive: true, force: true });
await run("cargo", ["doc", "--no-deps", "--lib", "--target", target, "--target-dir", "target"], {
  env: { RUSTDOCFLAGS: "-D warnings" },
});
await cp(made, join(out, "rust"), { recursive: true });

// What rustdoc's pages of help and settings lead back to.
const crate = `<!doctype html><meta charset="utf-8"><title>xsolla_password_reset</title>
<meta http-equiv="refresh" content="0; url=xsolla_password_reset/index.html">
<a href="xsolla_password_reset/index.html">xsolla_password_reset</a>
`;
await writeFile(join(out, "rust/index.html"), crate);

const start = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>xsolla-password-reset</title>
<h1>xsolla-password-reset</h1>
<ul>
  <li><a href="typescript/index.html">TypeScript</a>
  <li><a href="rust/xsolla_password_reset/index.html">Rust</a>
</ul>
`;
await writeFile(join(out, "index.html"), start);

printStep("Following the links");
const markdown = filesInGit(".md");
fail([...brokenInHtml(out), ...brokenInMarkdown(markdown)]);
console.log(`${markdown.length} Markdown files and the reference have no link that leads nowhere.

  The reference: build/docs/index.html`);

function fail(faults) {
  if (faults.length === 0) return;
  console.error(faults.join("\n"));
  process.exit(1);
}
