// The checks that `npm run check` and `npm test` share, as commands.

import { join } from "node:path";
import { root } from "./run.js";

/** A program of an npm package, without the half second that npx takes to find it. */
const npm = (name) => join(root, "node_modules/.bin", name);
const denyWarnings = ["--", "-D", "warnings"];

/** @type {Record<string, { shows: string, command: string[] }>} */
export const steps = {
  rustFormat: { shows: "Rust is formatted", command: ["cargo", "fmt", "--all", "--check"] },
  biome: {
    shows: "Biome: JavaScript, TypeScript, CSS and JSON are formatted, without lint findings",
    command: [npm("biome"), "check", "--error-on-warnings", "."],
  },
  packageTypes: { shows: "the types of the package", command: [npm("tsc"), "--project", "js"] },
  scriptTypes: {
    shows: "the types of scripts/, bench/, www/ and tests/",
    command: [npm("tsc"), "--project", "tsconfig.scripts.json"],
  },
  knip: { shows: "knip: no unused files and exports", command: [npm("knip")] },
  crates: { shows: "no unused crates", command: ["node", "scripts/lib/unused-crates.js"] },
  clippy: {
    shows: "clippy, natively",
    command: ["cargo", "clippy", "--quiet", "--workspace", "--all-targets", ...denyWarnings],
  },
  clippyWasm: {
    shows: "clippy, for wasm32",
    command: ["cargo", "clippy", "--quiet", "--all-targets", "--target", "wasm32-unknown-unknown", ...denyWarnings],
  },
  wasmExamples: {
    shows: "the documentation's examples of the two calls compile for wasm32",
    // Compiled only: nothing here can run them.
    command: [
      ...["cargo", "--config", 'target.wasm32-unknown-unknown.runner="true"', "test"],
      ...["--quiet", "--doc", "--target", "wasm32-unknown-unknown"],
    ],
  },
  nativeTests: { shows: "the native Rust tests", command: ["cargo", "test", "--quiet", "--workspace"] },
};
