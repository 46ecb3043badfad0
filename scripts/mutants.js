// Changes the code in small ways, and runs the tests against each change, called a mutant. A mutant that no test detects
// shows that a test is missing. Not a part of `npm test`, because it takes many minutes.
//
//   npm run mutants
//   npm run mutants -- rust
//   npm run mutants -- rust --re Display        only these mutants; the options are those of cargo-mutants
//   npm run mutants -- js js/load.ts            only the mutants of these files
//
// `.cargo/mutants.toml` excludes code without native tests. The report is in `target/mutants.out/`.

import { availableParallelism } from "node:os";
import { join } from "node:path";
import { buildIfChanged } from "./build.js";
import { printStep, run } from "./lib/run.js";
import { cargoMutants, nodeJs, nodeVersions, npmPackages } from "./lib/tools.js";

/**
 * The score, in percent, below which the run fails. It is less than 100 because some changes make no difference that a test
 * could detect: a write past the end of an array, a limit on work, an entry of a set that is not deleted.
 */
const minScore = 90;

/** The package without the forms, whose tests need a browser, and without the translations. */
const sources = ["js/load.ts", "js/index.ts", "js/messages/*.ts", "src/browser/*.js"];

/** The tests, the fast ones first: they run until one fails. */
const tests = ["calls/*", "loading", "messages/[!l]*", "messages/languages"].map(
  (name) => `tests/node/${name}.test.js`,
);

/** The plain Rust. No mutant may survive. */
async function mutateRust(args) {
  const program = join(await cargoMutants(), "cargo-mutants");
  printStep("Mutants of the crate, with its native tests");
  // Debug information doubles the linking time.
  await run(program, ["mutants", "--output", "target", ...args], { env: { CARGO_PROFILE_DEV_DEBUG: "0" } });
}

/** The JavaScript, bundled with the unchanged WebAssembly. */
async function mutateJavaScript(files) {
  await npmPackages();
  // Stryker needs a newer Node than the package.
  if (parseInt(process.versions.node, 10) < 24)
    return run(join(await nodeJs(nodeVersions.usual), "node"), [process.argv[1], "js", ...files]);
  await buildIfChanged();
  printStep("Mutants of the JavaScript, with its tests in Node");
  const { Stryker } = await import("@stryker-mutator/core");
  const stryker = new Stryker({
    mutate: files.length > 0 ? files : sources,
    // Copies only the files that are bundled and run.
    ignorePatterns: ["/*", "!/build", "!/js", "!/package.json", "!/scripts", "!/src", "!/tests"],
    buildCommand: "node scripts/lib/bundle-mutants.js",
    testRunner: "tap",
    tap: { testFiles: tests, nodeArgs: ["-r", "{{hookFile}}", "--test-reporter=tap", "{{testFile}}"] },
    coverageAnalysis: "perTest",
    concurrency: Math.max(1, availableParallelism() - 1),
    disableTypeChecks: false,
    tempDirName: "target/stryker",
    reporters: ["clear-text", "progress-append-only"],
    clearTextReporter: { allowColor: process.stdout.isTTY, reportTests: false },
    thresholds: { high: 100, low: minScore, break: files.length > 0 ? null : minScore },
  });
  await stryker.runMutationTest();
}

const parts = { rust: mutateRust, js: mutateJavaScript };
const [name, ...args] = process.argv.slice(2);
if (name && !(name in parts)) {
  console.error(`npm run mutants -- [${Object.keys(parts).join(" | ")}] [options | files]`);
  process.exit(2);
}

for (const part of name ? [parts[name]] : Object.values(parts)) {
  try {
    await part(args);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
