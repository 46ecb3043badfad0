// Everything up to publishing. Nothing leaves the machine.
//
//   npm run release:dry
//   npm run release:dry -- --quick         leaves out the long tests, to try it
//   npm run release:dry -- --allow-dirty   with changes that are not committed

import { execFileSync } from "node:child_process";
import { printStep, root, run } from "./lib/run.js";
import { npmPackages, wasmTarget } from "./lib/tools.js";
import { checkVersion, versionFiles } from "./lib/version.js";

const known = ["--quick", "--allow-dirty"];
const args = process.argv.slice(2);
const unknown = args.filter((arg) => !known.includes(arg));
if (unknown.length > 0) stop(`There is no ${unknown.join(", ")}. There are: ${known.join(", ")}`);
const [isQuick, mayBeDirty] = known.map((arg) => args.includes(arg));

const { version, date, faults } = checkVersion(versionFiles());
printStep(`Version ${version}: one everywhere, and in CHANGELOG.md`);
if (faults.length > 0) stop(faults.join("\n"));

const changes = execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" });
if (changes && !mayBeDirty) stop(`Not all is committed:\n${changes}`);

await npmPackages();
await wasmTarget();
const steps = [
  ...(isQuick
    ? [
        ["The fast checks; the long tests are left out", "npm", ["run", "check"]],
        ["The documentation", "npm", ["test", "--", "docs"]],
      ]
    : [["All tests", "npm", ["test"]]]),
  ["Build what is published", "npm", ["run", "build:release"]],
  ["What npm would publish", "npm", ["publish", "--dry-run"]],
  [
    "What crates.io would get, unpacked and compiled for wasm32",
    "cargo",
    ["publish", "--dry-run", "--target", "wasm32-unknown-unknown", ...(mayBeDirty ? ["--allow-dirty"] : [])],
  ],
];
const times = [];
for (const [what, program, programArgs] of steps) {
  printStep(what);
  const start = Date.now();
  await run(program, programArgs).catch(({ message }) => stop(message));
  times.push(`${String(Math.round((Date.now() - start) / 1000)).padStart(5)} s  ${what}`);
}

printStep(`${version} could be published${isQuick ? ", but for the tests that were left out" : ""}`);
console.log(times.join("\n"));
console.log(`
What is left to do:
${date === "Unreleased" ? `  in CHANGELOG.md, replace Unreleased by the day, and commit\n` : ""}  git tag v${version}
  npm run build:release && npm publish
  cargo publish --target wasm32-unknown-unknown`);

function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
