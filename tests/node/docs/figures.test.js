// The README's figures and RESULTS.md are those of bench/results.json. `npm run docs -- --check` compares them
// with the files; these tests show that it would notice a difference. And there is one version, everywhere.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { figures, withFigures } from "../../../bench/lib/figures.js";
import { readResults, report } from "../../../bench/lib/report.js";
import { checkVersion, versionFiles } from "../../../scripts/lib/version.js";

const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
const results = readResults();

/** The measurements with another size of a client. */
function withSize(client, brotli) {
  const rows = results.sizes.rows.map((row) => (row.name === client ? { ...row, brotli } : row));
  return { ...results, sizes: { ...results.sizes, rows } };
}

test("a figure that was edited by hand is replaced", () => {
  const edited = readme.replace(/(\*\*xsolla-password-reset\*\* \| .* \| \*\*)[\d,]+/, "$11,234");
  assert.notEqual(edited, readme);
  assert.equal(withFigures(edited, results), withFigures(readme, results));
});

test("a new measurement changes the README and the results", () => {
  const measuredAgain = withSize("xsolla-login-sdk", 99_999);
  assert.match(withFigures(readme, measuredAgain), /\| @xsolla\/login-sdk \| .* \| 99,999 \|/);
  assert.match(report(measuredAgain), /\| @xsolla\/login-sdk \| .* \| 99,999 \|/);
});

test("the smallest comes first", () => {
  const rows = figures(withSize("auth0", 1)).split("\n\n")[0].split("\n").slice(2);
  assert.match(rows[0], /^\| auth0-js /);
  const bytes = rows.map((row) =>
    Number(
      row
        .split("|")
        .at(-2)
        .replace(/[*,\s]/g, ""),
    ),
  );
  assert.ok(bytes.length >= 8 && bytes.every((size) => size > 0));
  assert.deepEqual(
    bytes,
    bytes.toSorted((a, b) => a - b),
  );
});

test("nothing else in the README claims a size", () => {
  const [before, after] = readme.split(/<!-- figures: made.*figures: end -->/s);
  assert.doesNotMatch(before + after, /\d\s*(KB|kB|KiB|bytes)\b/);
});

test("a client that is missing from the measurements is reported", () => {
  const rows = results.sizes.rows.filter(({ name }) => name !== "ory");
  const incomplete = { ...results, sizes: { ...results.sizes, rows } };
  assert.throws(() => figures(incomplete), /no size of ory/);
});

const versions = versionFiles();
const { version } = checkVersion(versions);

test("one version, everywhere: the files agree, and the changelog has an entry", () => {
  assert.match(version, /^\d+\.\d+\.\d+/);
  assert.deepEqual(checkVersion(versions).faults, []);
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
    const changed = { ...versions, [path]: change(versions[path]) };
    assert.notEqual(changed[path], versions[path]);
    assert.ok(checkVersion(changed).faults.length > 0);
  });
}
