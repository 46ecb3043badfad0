// The package is within its size budget, and `tests/size-budget.json` has its size.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isReleaseBuild } from "../../scripts/build.js";
import { sizeBudget, sizes } from "../../scripts/lib/sizes.js";

const measured = sizes();
const languages = Object.entries(measured).filter(([file]) => file.startsWith("messages/"));
const index = isReleaseBuild() ? "published" : "stable";
const brotli = {
  [index]: measured["index.js"].brotli,
  forms: measured["forms.js"].brotli,
  addressAdvice: measured["address-advice.js"].brotli,
  newPasswordExtras: measured["new-password-extras.js"].brotli,
  messages: measured["messages.js"].brotli,
  language: Math.max(...languages.map(([, size]) => size.brotli)),
};

const rows = Object.entries(sizeBudget())
  .filter(([name]) => name in brotli)
  .map(([name, { budget, size }]) => ({ name, measured: brotli[name], recorded: size, budget }));
console.table(rows);

for (const { name, measured, recorded, budget } of rows) {
  test(`${name}: ${measured} bytes of brotli, under ${budget}`, () => assert.ok(measured < budget));

  test(`${name}: the recorded size is within 2 % of it`, () => {
    const difference = Math.abs(measured - recorded) / recorded;
    assert.ok(difference <= 0.02, `${measured} bytes now: update tests/size-budget.json, and say in CHANGELOG.md why`);
  });
}

test("every size is measured", () => assert.equal(rows.length, Object.keys(brotli).length));
