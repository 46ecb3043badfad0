// The fast loop: what can be said of a change without building the package or starting a browser.
//
//   npm run check

import { printStep, run } from "./lib/run.js";
import { npmPackages, wasmTarget } from "./lib/tools.js";

await npmPackages();
await wasmTarget();

const denyWarnings = ["--", "-D", "warnings"];
const steps = [
  ["Rust is formatted", "cargo", ["fmt", "--all", "--check"]],
  ["TypeScript fits", "npx", ["tsc", "--project", "js"]],
  ["clippy, natively", "cargo", ["clippy", "--quiet", "--all-targets", ...denyWarnings]],
  [
    "clippy, for wasm32",
    "cargo",
    ["clippy", "--quiet", "--all-targets", "--target", "wasm32-unknown-unknown", ...denyWarnings],
  ],
  ["the crate's native tests", "cargo", ["test", "--quiet"]],
];

const start = Date.now();
for (const [what, program, args] of steps) {
  printStep(what);
  await run(program, args).catch(({ message }) => {
    console.error(`\n${message}`);
    process.exit(1);
  });
}
console.log(`\nAll is well, after ${Math.round((Date.now() - start) / 1000)} s. Before you hand it on: npm test`);
