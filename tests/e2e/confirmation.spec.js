// What a call shows: nothing that reveals whether an account exists, the confirmation that replaces the field, and errors. The
// texts of all outcomes are tested in tests/node, that none moves the field in accessibility.spec.js.

import {
  forms,
  openFixture,
  openForm,
  passwordForm,
  recordAnnouncements,
  requestForm,
  respondWith,
} from "./fixture.js";
import { countCalls, expect, formOn, requestCall, test } from "./support.js";

test.beforeEach(({ page }) => respondWith(page, { status: 204 }));

test("a separate confirmation, with the address, a way to send again and a way back", async ({ page }) => {
  const { ask, edit, field, form, part, press, status, submit, wait } = await openFixture(page);
  await ask("ada@example.com");
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
  await expect(status).toContainText("If an account matches");
  await expect(part("address")).toHaveText("ada@example.com");
  await expect(part("address")).toHaveAttribute("translate", "no");
  await expect(submit).toHaveText("Send again");
  await expect(submit).toHaveAttribute("aria-disabled", "true");
  await expect(wait).toContainText("You can try again in");
  await submit.focus();
  await expect(form.locator(".announcer")).toContainText("You can try again in");
  // Again, for a player who presses it.
  const announced = await recordAnnouncements(form);
  await press();
  await expect.poll(async () => String(await announced())).toContain("You can try again in");
  for (const hidden of [field, part("label"), part("intro")]) await expect(hidden).toBeHidden();
  await edit.click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("ada@example.com");
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeHidden();
  await expect(edit).toBeHidden();
});

test("a repeated call keeps the confirmation in place, and its outcome is announced again", async ({ page }) => {
  await page.clock.install();
  const calls = countCalls(page, requestCall);
  const { ask, form, status, submit } = await openFixture(page);
  await ask("ada");
  await page.clock.runFor(600);
  await expect(status).toContainText("If an account matches");
  await page.clock.fastForward(60_000);
  const place = await submit.boundingBox();
  await submit.click();
  await expect(form.locator(".announcer")).toHaveText("One moment, please…");
  expect(await submit.boundingBox()).toEqual(place);
  await page.clock.runFor(600);
  await expect(page.getByRole("region", { name: /^Check your email If an account matches/ })).toBeFocused();
  expect(await submit.boundingBox()).toEqual(place);
  expect(calls).toHaveLength(2);
});

for (const [name, body] of forms) {
  test(`the focus moves to the outcome after Enter, which nothing else announces: ${name}`, async ({ page }) => {
    const { field, form, part } = await openFixture(page, { body });
    await field.fill("battery staple");
    const announced = await recordAnnouncements(form);
    await field.press("Enter");
    await expect(part("status")).not.toHaveText(/^(One moment.*)?$/);
    await expect(page.getByRole("region", { name: await part("status").textContent() })).toBeFocused();
    expect((await announced()).map((text) => text.trim())).toEqual(["One moment, please…"]);
  });

  for (const width of [320, 600]) {
    test(`there are no holes at rest, at ${width} pixels: ${name}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openForm(page, { body });
      const gaps = await formOn(page).form.evaluate((element) => {
        const seen = [...element.shadowRoot.querySelectorAll("p, label, input, button")].filter(
          (part) => part.offsetHeight > 1,
        );
        const boxes = seen.map((part) => part.getBoundingClientRect()).sort((a, b) => a.top - b.top);
        const bottom = element.getBoundingClientRect().bottom;
        let end = element.getBoundingClientRect().top;
        const gaps = boxes.map((box) => {
          const gap = box.top - end;
          end = Math.max(end, box.bottom);
          return gap;
        });
        return [...gaps, bottom - end];
      });
      expect(Math.max(...gaps)).toBeLessThanOrEqual(24);
    });
  }
}

test("slots for a title, legal text and a footer; other children are the fallback", async ({ page }) => {
  const children =
    '<h1 slot="title">Lost?</h1><a slot="footer" href="#">Back to sign in</a><small slot="legal">Terms</small><p id="fallback">Needs JavaScript.</p>';
  await openFixture(page, { body: requestForm.replace("></password", `>${children}</password`) });
  const tops = [];
  for (const text of ["Lost?", "Terms", "Back to sign in"]) {
    await expect(page.getByText(text)).toBeVisible();
    tops.push((await page.getByText(text).boundingBox()).y);
  }
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  await expect(page.locator("#fallback")).toBeHidden();
});

test("errors of the field: announced, with the focus; a late one below the button, which moves nothing", async ({
  page,
}) => {
  await page.unrouteAll();
  await respondWith(page, {
    status: 422,
    contentType: "application/json",
    body: '{"error":{"code":"0","description":"","details":{"password":["weak"]}}}',
  });
  const { error, field, submit } = await openForm(page, { body: passwordForm });
  const isBelow = async () => (await error.boundingBox()).y > (await submit.boundingBox()).y;
  for (const { password, words, isLate } of [
    { password: "battery staple", words: "wasn’t accepted", isLate: true },
    { password: "five5", words: "6 to 100", isLate: false },
  ]) {
    await field.fill(password);
    await field.press("Enter");
    await expect(error).toContainText(words);
    await expect(page.locator(".announcer")).toContainText(words);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toBeFocused();
    expect(await isBelow()).toBe(isLate);
  }
});

for (const [what, status, words] of /** @type {[string, number, string][]} */ ([
  ["a failure", 503, "Something went wrong"],
  ["success", 204, "If an account matches"],
])) {
  test(`${what} is announced where the focus is not in the form`, async ({ page }) => {
    await page.unrouteAll();
    await respondWith(page, { status });
    const { ask, form } = await openFixture(page);
    await ask("ada");
    await form.evaluate((element) => /** @type {HTMLElement} */ (element.shadowRoot.activeElement).blur());
    await expect(form.locator(".announcer")).toContainText(words);
  });
}

test("an unknown and a known user get the same look, texts and timing", async ({ page }) => {
  const unknown = (code) => ({ status: 404, json: { error: { code, description: "…" } } });
  const seen = [];
  for (const response of [{ status: 204 }, unknown("003-002"), unknown("003-061")]) {
    await page.unrouteAll();
    await respondWith(page, response);
    const { form, field, submit, status } = await openForm(page);
    await form.evaluate(({ shadowRoot }) => {
      // Every visible change, in order.
      window.log = [];
      const note = () => window.log.push([...shadowRoot.querySelectorAll("p, button")].map((part) => part.textContent));
      new MutationObserver(note).observe(shadowRoot, { subtree: true, childList: true, characterData: true });
    });
    await field.fill("ada");
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await submit.click();
    await (await answered).finished();
    await page.clock.runFor(499);
    await expect(status).toHaveText("One moment, please…");
    await page.clock.runFor(1);
    await expect(status).toContainText("If an account matches");
    await expect(form.locator(".outcome")).toBeFocused();
    const markup = await form.evaluate((form) => form.shadowRoot.innerHTML);
    seen.push({ log: await page.evaluate(() => window.log), markup });
    await page.clock.resume();
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});
