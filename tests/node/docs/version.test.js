// The version of package.json stands everywhere, and in the changelog with a date and a change.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const { name, version } = JSON.parse(read("package.json"));
const number = version.replaceAll(".", "\\.");
const ofCrate = new RegExp(`^name = "${name}"\nversion = "${number}"`, "m");
const otherVersion = (text) => text.replaceAll(version, "9.9.9");

/** For each file: what must match, and changes after which it must not. */
const places = /** @type {const} */ ([
  ["package-lock.json", new RegExp(`^  "version": "${number}"`, "m"), otherVersion],
  ["package-lock.json", new RegExp(`"": \\{\\s+"name": "${name}",\\s+"version": "${number}"`), otherVersion],
  ["Cargo.toml", ofCrate, otherVersion],
  ["Cargo.lock", ofCrate, otherVersion],
  [
    "CHANGELOG.md",
    new RegExp(`^## ${number} - (\\d{4}-\\d{2}-\\d{2}|Unreleased)\n(?:(?!## ).*\n)*- \\S`, "m"),
    otherVersion,
    (text) => text.replace(/^## (\S+) - .*$/m, "## $1"),
    (text) => text.replace(/^- .*$/gm, ""),
  ],
]);

for (const [path, pattern, ...changes] of places)
  test(`${path} has version ${version}, and would be noticed without it`, () => {
    const text = read(path);
    assert.ok(pattern.test(text), `${path} does not match ${pattern}`);
    for (const change of changes) assert.ok(!pattern.test(change(text)), `${change}`);
  });
