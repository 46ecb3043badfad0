// The hint for a mistyped address.

import { openFixture, openForm, recordAnnouncements } from "./fixture.js";
import { expect, test } from "./support.js";

test("a mistyped mail domain: a hint once the player pauses, spoken once, and one button that corrects it", async ({
  page,
}) => {
  await page.clock.install();
  const { field, part, submit } = await openForm(page);
  await field.pressSequentially("john@gmial.com");
  await page.clock.runFor(500);
  await expect(part("suggestion")).toBeHidden();
  const before = await submit.boundingBox();
  await page.clock.runFor(700);
  await expect(part("suggestion")).toHaveText(/^Did you mean \W?john@gmail\.com\W?\?$/);
  // A player who is about to press the button hits it.
  expect(await submit.boundingBox()).toEqual(before);
  await page.clock.runFor(200);
  await expect(page.locator(".announcer")).toContainText("Did you mean");
  await page.clock.runFor(6000);
  await expect(page.locator(".announcer")).toBeEmpty();
  await part("suggestion").click();
  await expect(field).toHaveValue("john@gmail.com");
  await expect(field).toBeFocused();
  await expect(part("suggestion")).toBeHidden();
  await page.clock.runFor(2000);
  await expect(part("suggestion")).toBeHidden();
});

test("a framework that renders again and again sets the same: the hint stays, and is spoken once", async ({ page }) => {
  await page.clock.install();
  const { field, form, part } = await openForm(page);
  const announced = await recordAnnouncements(form);
  const render = () =>
    form.evaluate((/** @type {any} */ form) => {
      form.texts = { send: "Go" };
    });
  await render();
  await field.fill("john@gmial.com");
  for (const pause of [400, 400, 400, 400, 400, 400, 1500, 1500]) {
    await page.clock.runFor(pause);
    await render();
  }
  await expect(part("suggestion")).toHaveText("Did you mean john@gmail.com?");
  expect(await announced()).toHaveLength(1);
});

test("a username loads nothing for the hint", async ({ page }) => {
  await page.clock.install();
  const loaded = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  const { field, part } = await openFixture(page);
  await field.fill("ada");
  await page.clock.runFor(1500);
  await field.fill("ada@gmial.com");
  expect(loaded.filter((path) => path.endsWith("/policy.js"))).toEqual([]);
  await page.clock.runFor(1500);
  await expect(part("suggestion")).toBeVisible();
  expect(loaded.filter((path) => path.endsWith("/policy.js"))).toHaveLength(1);
});
