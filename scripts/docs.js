// Generates the reference from the types and the doc comments, and checks every link in it and in the Markdown.
//
//   npm run docs               also updates the generated files: docs/reference.md, docs/forms.md, bench/RESULTS.md and its
//                              plots, and parts of README.md, docs/guides/launchers.md and package.json
//   npm run docs -- --check    fails if these are out of date

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generatedFiles, readResults } from "../bench/lib/report.js";
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

printStep("The files generated from the types, the doc comments, bench/results.json and scripts/lib/engines.js");
const { reference } = await import("./lib/reference.js");
const { formsReference } = await import("./lib/forms-reference.js");
const read = (path) => readFile(join(root, path), "utf8");
const isCheck = process.argv.includes("--check");
const withFloor = (text) => text.replace(/(<!-- floor -->)[^<]*/g, `$1${floorText}`);
const packageJson = JSON.parse(await read("package.json"));
const results = readResults();
packageJson.browserslist = Object.entries(floor).map(([name, version]) => `${name} >= ${version}`);
for (const [path, text] of [
  ["docs/reference.md", reference()],
  ["docs/forms.md", formsReference()],
  ["README.md", withFloor(withFigures(await read("README.md"), results))],
  ["docs/guides/launchers.md", withFloor(await read("docs/guides/launchers.md"))],
  ["package.json", `${JSON.stringify(packageJson, null, 2)}\n`],
  ...Object.entries(generatedFiles(results)),
]) {
  if (!isCheck) await writeFile(join(root, path), text);
  else if ((await read(path)) !== text) fail([`${path} is out of date: npm run docs updates it`]);
}

printStep("The TypeScript reference; a missing doc comment is an error");
await run("npx", ["typedoc", "--options", "docs/typedoc.json"]);

printStep("The Rust reference, for wasm32, the only target with the calls; a warning is an error");
const made = join(root, "target", target, "doc");
await rm(made, { recursive: true, force: true });
await run("cargo", ["doc", "--no-deps", "--lib", "--target", target, "--target-dir", "target"], {
  env: { RUSTDOCFLAGS: "-D warnings" },
});
await cp(made, join(out, "rust"), { recursive: true });

// rustdoc's help and settings pages link to this one.
const crateIndex = `<!doctype html><meta charset="utf-8"><title>xsolla_password_reset</title>
<meta http-equiv="refresh" content="0; url=xsolla_password_reset/index.html">
<a href="xsolla_password_reset/index.html">xsolla_password_reset</a>
`;
await writeFile(join(out, "rust/index.html"), crateIndex);

const index = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>xsolla-password-reset</title>
<h1>xsolla-password-reset</h1>
<ul>
  <li><a href="typescript/index.html">TypeScript</a>
  <li><a href="rust/xsolla_password_reset/index.html">Rust</a>
</ul>
`;
await writeFile(join(out, "index.html"), index);

printStep("The links");
const markdown = filesInGit(".md");
fail([...brokenInHtml(out), ...brokenInMarkdown(markdown)]);
console.log(`${markdown.length} Markdown files and the reference have no broken links.

  The reference: build/docs/index.html`);

function fail(faults) {
  if (faults.length === 0) return;
  console.error(faults.join("\n"));
  process.exit(1);
}
