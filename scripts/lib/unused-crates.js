// Lists dependencies that no Rust source names. cargo-machete does the same, but takes a minute to compile; the lint
// `unused_crate_dependencies` also reports every development dependency that one of many test targets does not use.
//
//   node scripts/lib/unused-crates.js

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
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
  if (existsSync(join(path, "Cargo.toml"))) return "";
  const entries = readdirSync(path, { withFileTypes: true });
  const isSource = (entry) => entry.isDirectory() || entry.name.endsWith(".rs");
  return entries
    .filter(isSource)
    .map(({ name }) => sourceOf(join(path, name)))
    .join("\n");
}

/** The folders of a package's targets, and its build script. */
function pathsOf({ manifest_path: manifest, targets }) {
  const paths = targets.map(({ src_path: path }) => (dirname(path) === dirname(manifest) ? path : dirname(path)));
  return [...new Set(paths)];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const manifests = filesInGit("Cargo.toml");
  const faults = manifests.flatMap((manifest) => {
    const args = ["metadata", "--format-version", "1", "--no-deps", "--manifest-path", manifest];
    const { packages } = JSON.parse(execFileSync("cargo", args, { cwd: root, encoding: "utf8" }));
    const found = packages.find(({ manifest_path: path }) => path === manifest);
    if (!found) return [];
    const unused = unusedIn(found.dependencies, pathsOf(found).map(sourceOf).join("\n"));
    return unused.map((name) => `${found.name} does not use ${name}`);
  });
  if (faults.length > 0) console.error(faults.join("\n"));
  process.exitCode = faults.length > 0 ? 1 : 0;
}
