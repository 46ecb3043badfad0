// Lists dependencies that no Rust source names. cargo-machete misses those of one target and of tests; the lint
// `unused_crate_dependencies` reports every one that one of many test targets does not use.
//
//   node scripts/lib/unused-crates.js

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { filesInGit } from "./run.js";

/** The dependencies among these whose names do not occur in the source. */
export function unusedIn(dependencies, source) {
  const names = dependencies.map(({ name, rename }) => (rename ?? name).replaceAll("-", "_"));
  const code = source.replace(/\/\/.*$/gm, "");
  return [...new Set(names)].filter((name) => !new RegExp(`(^|[^\\w.:])${name}(::|!|\\s+as\\b|;)`, "m").test(code));
}

const manifests = filesInGit("Cargo.toml").sort();
const packageOf = (file) => manifests.filter((manifest) => file.startsWith(`${dirname(manifest)}/`)).at(-1);
for (const manifest of manifests) {
  const args = ["metadata", "--format-version", "1", "--no-deps", "--manifest-path", manifest];
  const { packages } = JSON.parse(execFileSync("cargo", args, { encoding: "utf8" }));
  const { name, dependencies } = packages.find(({ manifest_path: path }) => path === manifest);
  const sources = filesInGit(".rs").filter((file) => packageOf(file) === manifest);
  const unused = unusedIn(dependencies, sources.map((file) => readFileSync(file, "utf8")).join("\n"));
  if (unused.length === 0) continue;
  console.error(`${name} does not use ${unused.join(", ")}`);
  process.exitCode = 1;
}
