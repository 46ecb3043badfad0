// The size of the package: within its budget, and as CHANGELOG.md says.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { sizes } from "../../scripts/lib/sizes.js";

const build = process.env.RELEASE ? "published" : "stable Rust";
const bytesOf = Object.fromEntries(Object.entries(sizes()).map(([file, size]) => [file, size["brotli 11"]]));
const languages = Object.entries(bytesOf).filter(([file]) => file.startsWith("messages/"));

/** Bytes of brotli 11. */
const budgets = [
  ["index.js", bytesOf["index.js"], process.env.RELEASE ? 9_900 : 11_500],
  ["forms.js", bytesOf["forms.js"], 6_500],
  ["messages.js", bytesOf["messages.js"], 4_000],
  ["the largest language", Math.max(...languages.map(([, bytes]) => bytes)), 2_000],
];

console.table(budgets.map(([file, bytes, budget]) => ({ build, file, "brotli 11": bytes, budget })));

for (const [file, bytes, budget] of budgets) {
  test(`${file} (${build}): ${bytes} bytes, under ${budget}`, () => assert.ok(bytes < budget));
}

test("the size of index.js is within 2 % of the one in the changelog", async () => {
  const changelog = await readFile(new URL("../../CHANGELOG.md", import.meta.url), "utf8");
  const line = /`dist\/index\.js` weighs ([\d,]+) bytes of brotli as published, ([\d,]+) with stable Rust/.exec(
    changelog,
  );
  assert.ok(
    line,
    "CHANGELOG.md has no line of the form: `dist/index.js` weighs 1,234 bytes of brotli as published, 1,234 with stable Rust",
  );
  const [published, stable] = line.slice(1).map((figure) => Number(figure.replaceAll(",", "")));
  const recorded = process.env.RELEASE ? published : stable;
  const bytes = bytesOf["index.js"];
  assert.ok(
    bytes <= recorded * 1.02,
    `it has ${bytes} bytes; CHANGELOG.md says ${recorded}. Add the reason and the new size there`,
  );
  assert.ok(bytes >= recorded * 0.98, `it has ${bytes} bytes; CHANGELOG.md says ${recorded}. Update it there`);
});
