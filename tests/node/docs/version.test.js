// One version, everywhere, with an entry in the changelog.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkVersion, versionFiles } from "../../../scripts/lib/version.js";

const files = versionFiles();
const { version } = checkVersion(files);

test("the files agree, and the changelog has an entry", () => {
  assert.match(version, /^\d+\.\d+\.\d+/);
  assert.deepEqual(checkVersion(files).faults, []);
});

/** @type {[what: string, path: string, change: (text: string) => string][]} */
const changes = [
  [
    "a version raised in package.json alone",
    "package.json",
    (text) => text.replace(`"version": "${version}"`, '"version": "9.9.9"'),
  ],
  [
    "another one in package-lock.json",
    "package-lock.json",
    (text) => text.replace(`"version": "${version}"`, '"version": "9.9.9"'),
  ],
  ["another one in Cargo.toml", "Cargo.toml", (text) => text.replace(`version = "${version}"`, 'version = "9.9.9"')],
  [
    "another one in Cargo.lock",
    "Cargo.lock",
    (text) => text.replace(`reset"\nversion = "${version}"`, 'reset"\nversion = "9.9.9"'),
  ],
  ["no entry", "CHANGELOG.md", (text) => text.replace(`## ${version} `, "## 9.9.9 ")],
  ["an entry without a date", "CHANGELOG.md", (text) => text.replace(/^## (\S+) - .*$/m, "## $1")],
  ["an entry that says nothing", "CHANGELOG.md", (text) => text.replace(/^- .*$/gm, "")],
];

for (const [what, path, change] of changes) {
  test(`noticed: ${what}`, () => {
    const changed = { ...files, [path]: change(files[path]) };
    assert.notEqual(changed[path], files[path]);
    assert.ok(checkVersion(changed).faults.length > 0);
  });
}
