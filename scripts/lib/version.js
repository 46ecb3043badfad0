// The version is set in package.json. Other files that contain it are compared with that.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.js";

/** The files that contain the version, by path. */
export function versionFiles() {
  const paths = ["package.json", "package-lock.json", "Cargo.toml", "Cargo.lock", "CHANGELOG.md"];
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** The version, its date in the changelog, and a message for each mismatch. */
export function checkVersion(files) {
  const { name, version } = JSON.parse(files["package.json"]);
  const lock = JSON.parse(files["package-lock.json"]);
  const inPackage = (text) => new RegExp(`^name = "${name}"\nversion = "([^"]+)"`, "m").exec(text)?.[1];
  const found = {
    "package-lock.json": lock.version,
    'package-lock.json, packages[""]': lock.packages[""].version,
    "Cargo.toml": inPackage(files["Cargo.toml"]),
    "Cargo.lock": inPackage(files["Cargo.lock"]),
  };
  const faults = Object.entries(found)
    .filter(([, other]) => other !== version)
    .map(([path, other]) => `${path} has version ${other ?? "none"}, package.json has ${version}`);
  // The entry of the version: its date, or `Unreleased`, and its text.
  const escaped = version.replaceAll(".", "\\.");
  const entry = new RegExp(`^## ${escaped} - (\\d{4}-\\d{2}-\\d{2}|Unreleased)\n(.*?)(?=^## |$(?!.))`, "ms");
  const [isThere, date, text] = entry.exec(files["CHANGELOG.md"]) ?? [];
  if (!isThere) faults.push(`CHANGELOG.md has no entry "## ${version} - <date, or Unreleased>"`);
  else if (!/^- \S/m.test(text)) faults.push(`CHANGELOG.md has no changes for ${version}`);
  return { version, date, faults };
}
