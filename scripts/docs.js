// Updates the generated parts of files.
//
//   npm run docs                     then runs `npm test -- docs`, which also writes the references
//   node scripts/docs.js --check     fails if they are out of date

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withFigures } from "../bench/lib/figures.js";
import { readResults, report } from "../bench/lib/report.js";
import { floorText } from "./lib/engines.js";
import { withBlocks } from "./lib/markdown.js";
import { root, run } from "./lib/run.js";
import { cargoTool, npmPackages, releaseToolchain, wasmTarget } from "./lib/tools.js";

await npmPackages();
await wasmTarget();
const { formsBlocks, referenceBlocks } = await import("./lib/reference.js");
const results = readResults();
const withFloor = (text) => text.replace(/(<!-- floor -->)[^<]*/g, `$1${floorText}`);
const generated = {
  "docs/reference.md": (text) => withBlocks(text, referenceBlocks()),
  "docs/forms.md": (text) => withBlocks(text, formsBlocks()),
  "README.md": (text) => withFloor(withFigures(text, results)),
  "docs/guides/launchers.md": withFloor,
  "bench/RESULTS.md": () => report(results),
  "docs/rust-api.txt": publicApi,
};
for (const [path, make] of Object.entries(generated)) {
  const before = await readFile(join(root, path), "utf8");
  const text = await make(before);
  if (!process.argv.includes("--check")) await writeFile(join(root, path), text);
  else if (text !== before) throw new Error(`${path} is out of date: npm run docs updates it`);
}

/** The public API of the crate, which must not change by accident. Another Rust describes it in another format. */
async function publicApi(before) {
  const { required, installed } = releaseToolchain();
  if (installed !== required) {
    console.log(`docs/rust-api.txt is not checked: that needs Rust ${required}, and this is ${installed}`);
    return before;
  }
  await cargoTool("cargo-public-api");
  // In a folder of its own: with the environment variable, cargo compiles all dependencies again.
  const folder = "target/public-api";
  const args = ["--quiet", "--lib", "--target", "wasm32-unknown-unknown", "--target-dir", folder];
  const json = ["-Zunstable-options", "--output-format", "json"];
  await run("cargo", ["rustdoc", ...args, "--", ...json], { env: { RUSTC_BOOTSTRAP: "1" } });
  const described = `${folder}/wasm32-unknown-unknown/doc/xsolla_password_reset.json`;
  return run("cargo-public-api", ["--rustdoc-json", described, "-sss"], { quiet: true });
}
