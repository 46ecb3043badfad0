// Rehearses a release: everything up to publishing. Nothing leaves the machine.
//
//   npm run release:dry
//   npm run release:dry -- --quick         skips the long tests
//   npm run release:dry -- --allow-dirty   accepts uncommitted changes

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { printStep, root, run } from "./lib/run.js";
import { npmPackages, releaseToolchain, wasmTarget } from "./lib/tools.js";
import { checkVersion, versionFiles } from "./lib/version.js";

const known = ["--quick", "--allow-dirty"];
const args = process.argv.slice(2);
const unknown = args.filter((arg) => !known.includes(arg));
if (unknown.length > 0) stop(`There is no option ${unknown.join(", ")}. The options are: ${known.join(", ")}`);
const [isQuick, mayBeDirty] = known.map((arg) => args.includes(arg));

const { version, date, faults } = checkVersion(versionFiles());
printStep(`Version ${version} in every file, and in CHANGELOG.md`);
if (faults.length > 0) stop(faults.join("\n"));

const changes = execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" });
if (changes && !mayBeDirty) stop(`There are uncommitted changes:\n${changes}`);

await npmPackages();
await wasmTarget();
const { required, installed } = releaseToolchain();
if (installed !== required) {
  stop(`A release needs Rust ${required} (.ci/rust-toolchain.toml), and this is ${installed}. Install it and set it:
  rustup toolchain install ${required} && rustup override set ${required}`);
}
const quickTests = {
  "The fast checks, without the long tests": "npm run check",
  "The documentation": "npm test -- docs",
};
const steps = {
  ...(isQuick ? quickTests : { "All tests": "npm test" }),
  "The published build": "npm run build:release",
  "The npm package": "npm publish --dry-run",
  "The crate, unpacked and compiled for wasm32": `cargo publish --dry-run --target wasm32-unknown-unknown${mayBeDirty ? " --allow-dirty" : ""}`,
};
const times = [];
for (const [title, command] of Object.entries(steps)) {
  printStep(title);
  const start = Date.now();
  const [program, ...args] = command.split(" ");
  await run(program, args).catch(({ message }) => stop(message));
  times.push(`${String(Math.round((Date.now() - start) / 1000)).padStart(5)} s  ${title}`);
}

printStep(`${version} can be published${isQuick ? ", except for the tests that were skipped" : ""}`);
console.log(times.join("\n"));
console.log("\nLeft to do:");
for (const line of [
  ...missingMetadata(),
  ...(date === "Unreleased" ? [`in CHANGELOG.md, replace "Unreleased" with today's date, and commit`] : []),
  "if this is the first version, publish it by hand: both registries accept .github/workflows/release.yml as a trusted " +
    "publisher only of an existing package",
  `git tag v${version} && git push origin v${version}: .github/workflows/release.yml publishes to npm and crates.io`,
]) {
  console.log(`  ${line}`);
}

/** Fields that a public package should have, and that only its owner can fill in. */
function missingMetadata() {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const missing = ["repository", "homepage", "bugs", "author"].filter((field) => !manifest[field]);
  const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
  return [
    ...missing.map((field) => `in package.json, fill in "${field}"`),
    ...(/^repository(\.workspace)? = /m.test(cargo) ? [] : ["in Cargo.toml, fill in repository"]),
    ...(missing.includes("repository") ? ["npm accepts provenance only with the right repository"] : []),
  ];
}

function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
