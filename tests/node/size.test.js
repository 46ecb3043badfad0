// What the package weighs: within its budget, and no heavier than CHANGELOG.md tells.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { sizes } from "../../scripts/lib/sizes.js";

const build = process.env.RELEASE ? "published" : "stable Rust";
const weighed = Object.fromEntries(Object.entries(sizes()).map(([file, size]) => [file, size["brotli 11"]]));
const languages = Object.entries(weighed).filter(([file]) => file.startsWith("messages/"));

/** Bytes of brotli 11. */
const budgets = [
  ["index.js", weighed["index.js"], process.env.RELEASE ? 9_900 : 11_500],
  ["forms.js", weighed["forms.js"], 6_500],
  ["the largest language", Math.max(...languages.map(([, bytes]) => bytes)), 2_000],
];

console.table(budgets.map(([file, bytes, budget]) => ({ build, file, "brotli 11": bytes, budget })));

for (const [file, bytes, budget] of budgets) {
  test(`${file} (${build}): ${bytes} bytes, under ${budget}`, () => assert.ok(bytes < budget));
}

test("the changelog tells what index.js weighs: it is not more than 2 % above that", async () => {
  const changelog = await readFile(new URL("../../CHANGELOG.md", import.meta.url), "utf8");
  const line = /`dist\/index\.js` weighs ([\d,]+) bytes of brotli as published, ([\d,]+) with stable Rust/.exec(
    changelog,
  );
  assert.ok(
    line,
    "CHANGELOG.md has no line of the form: `dist/index.js` weighs 1,234 bytes of brotli as published, 1,234 with stable Rust",
  );
  const [published, stable] = line.slice(1).map((figure) => Number(figure.replaceAll(",", "")));
  const told = process.env.RELEASE ? published : stable;
  const bytes = weighed["index.js"];
  assert.ok(
    bytes <= told * 1.02,
    `it weighs ${bytes} bytes; CHANGELOG.md tells of ${told}. Say there what it gained, and its weight`,
  );
  assert.ok(bytes >= told * 0.98, `it weighs ${bytes} bytes; CHANGELOG.md tells of ${told}. Well done: tell it there`);
});
