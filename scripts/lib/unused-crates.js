// Lists dependencies that no Rust source names. cargo-machete misses development dependencies; the lint
// `unused_crate_dependencies` reports every one that one of many test targets does not use.
//
//   node scripts/lib/unused-crates.js

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesInGit, root } from "./run.js";

/**
 * Dependencies whose names do not occur in the sources.
 *
 * @param {{ name: string, rename?: string | null }[]} dependencies
 * @param {string} source
 */
export function unusedIn(dependencies, source) {
  const names = dependencies.map(({ name, rename }) => (rename ?? name).replaceAll("-", "_"));
  return [...new Set(names)].filter((name) => !new RegExp(`(^|[^\\w.:])${name}(::|!|\\s+as\\b|;)`, "m").test(source));
}

/** The Rust source of a file or a folder, without comments. Folders of other packages are left out. */
function sourceOf(path) {
  if (path.endsWith(".rs")) return readFileSync(path, "utf8").replace(/\/\/.*$/gm, "");
  if (!statSync(path).isDirectory() || existsSync(join(path, "Cargo.toml"))) return "";
  return readdirSync(path)
    .map((name) => sourceOf(join(path, name)))
    .join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const manifest of filesInGit("Cargo.toml")) {
    const args = ["metadata", "--format-version", "1", "--no-deps", "--manifest-path", manifest];
    const { packages } = JSON.parse(execFileSync("cargo", args, { cwd: root, encoding: "utf8" }));
    const { name, targets, dependencies } = packages.find(({ manifest_path: path }) => path === manifest);
    // The folders of the targets, and a build script.
    const folderOf = (path) => (dirname(path) === dirname(manifest) ? path : dirname(path));
    const paths = new Set(targets.map(({ src_path: path }) => folderOf(path)));
    const unused = unusedIn(dependencies, [...paths].map(sourceOf).join("\n"));
    if (unused.length === 0) continue;
    console.error(`${name} does not use ${unused.join(", ")}`);
    process.exitCode = 1;
  }
}
