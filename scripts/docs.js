// Generates the reference from the types and the doc comments, and checks every link in the Markdown.
//
//   npm run docs               also updates the generated files: docs/reference.md, docs/forms.md, bench/RESULTS.md,
//                              and parts of README.md, docs/guides/launchers.md and package.json
//   npm run docs -- --check    fails if these are out of date

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withFigures } from "../bench/lib/figures.js";
import { readResults, report } from "../bench/lib/report.js";
import { floor, floorText } from "./lib/engines.js";
import { filesInGit, printStep, root, run } from "./lib/run.js";
import { cargoPublicApi, npmPackages, releaseToolchain, wasmTarget } from "./lib/tools.js";

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
  ["bench/RESULTS.md", report(results)],
  ...(await publicApi()),
]) {
  if (!isCheck) await writeFile(join(root, path), text);
  else if ((await read(path)) !== text) fail(`${path} is out of date: npm run docs updates it`);
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

printStep("The links in the Markdown; typedoc and rustdoc check their own");
const links = ["--use", "remark-validate-links=repository:false", "--frail", "--quiet", "--no-stdout"];
await run("npx", ["remark", ...links, ...filesInGit(".md")]);
console.log(`
  The references: build/docs/typescript/index.html
                  build/docs/rust/xsolla_password_reset/index.html`);

/** The public API of the crate, which must not change by accident. Another Rust describes it in another format. */
async function publicApi() {
  const { required, installed } = releaseToolchain();
  if (installed !== required) {
    console.log(`docs/rust-api.txt is not checked: that needs Rust ${required}, and this is ${installed}`);
    return [];
  }
  const program = join(await cargoPublicApi(), "cargo-public-api");
  const unstable = ["-Zunstable-options", "--output-format", "json"];
  // In a folder of its own: with the environment variable, cargo compiles all dependencies again.
  const folder = "target/public-api";
  await run("cargo", ["rustdoc", "--quiet", "--lib", "--target", target, "--target-dir", folder, "--", ...unstable], {
    env: { RUSTC_BOOTSTRAP: "1" },
  });
  const described = `${folder}/${target}/doc/xsolla_password_reset.json`;
  return [["docs/rust-api.txt", await run(program, ["--rustdoc-json", described, "-sss"], { quiet: true })]];
}

function fail(fault) {
  console.error(fault);
  process.exit(1);
}
