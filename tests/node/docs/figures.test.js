// The check of the README's figures against bench/RESULTS.md, which `npm run docs -- --check` makes, finds differences.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { figures, withFigures } from "../../../scripts/lib/figures.js";

const read = (path) => readFile(new URL(`../../../${path}`, import.meta.url), "utf8");
const [readme, results] = [await read("README.md"), await read("bench/RESULTS.md")];

const isUpToDate = (readme, results) => withFigures(readme, results) === readme;

test("a figure that was typed is noticed", () => {
  const typed = readme.replace(/(\*\*xsolla-password-reset\*\* \| .* \| \*\*)[\d,]+/, "$11,234");
  assert.notEqual(typed, readme);
  assert.ok(!isUpToDate(typed, results));
});

test("a new measurement is noticed", () => {
  const measuredAgain = results.replace(/(\| @xsolla\/login-sdk \|.*\| )[\d,]+( \| [\d.]+× \|)/, "$199,999$2");
  assert.notEqual(measuredAgain, results);
  assert.ok(!isUpToDate(readme, measuredAgain));
});

test("the rows are sorted by size", () => {
  const rows = figures(results).split("\n\n")[0].split("\n").slice(2);
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

test("a row that is missing from the measurements is reported", () => {
  assert.throws(() => figures(results.replaceAll("@ory/client-fetch", "another")), /no row @ory/);
});
