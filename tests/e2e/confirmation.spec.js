// The confirmation that replaces the field, and the layout at rest.

import { forms, openFixture, openForm, passwordForm, requestForm, respondWith } from "./fixture.js";
import { countCalls, expect, formOn, requestCall, test } from "./support.js";

test.beforeEach(({ page }) => respondWith(page, { status: 204 }));

test("a separate confirmation, with the address, a way to send again and a way back", async ({ page }) => {
  const { ask, edit, field, part, status, submit, wait } = await openFixture(page);
  await ask("ada@example.com");
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
  await expect(status).toContainText("If an account matches");
  await expect(part("address")).toHaveText("ada@example.com");
  await expect(part("address")).toHaveAttribute("translate", "no");
  await expect(submit).toHaveText("Send again");
  await expect(submit).toHaveAttribute("aria-disabled", "true");
  await expect(wait).toContainText("You can try again in");
  for (const hidden of [field, part("label"), part("intro")]) await expect(hidden).toBeHidden();
  await edit.click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("ada@example.com");
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeHidden();
  await expect(edit).toBeHidden();
});

test("a long address is shown without its middle", async ({ page }) => {
  await openFixture(page);
  await formOn(page).ask("a-very-long-name-that-goes-on-and-on@mail.of-a-company.example.com");
  await expect(formOn(page).part("address")).toHaveText(/^.{20,36}$/);
  expect(await formOn(page).part("address").textContent()).toMatch(/^a-very-long-name.*….*example\.com$/);
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
    await form.evaluate(({ shadowRoot }) => {
      window.announced = [];
      const regions = shadowRoot.querySelectorAll("[role=status], [role=alert], [aria-live]");
      for (const region of regions) {
        new MutationObserver(() => region.textContent && window.announced.push(region.textContent)).observe(region, {
          childList: true,
          subtree: true,
        });
      }
    });
    await field.press("Enter");
    await expect(part("status")).not.toHaveText(/^(One moment.*)?$/);
    await expect(page.getByRole("region", { name: await part("status").textContent() })).toBeFocused();
    expect((await page.evaluate(() => window.announced)).map((text) => text.trim())).toEqual(["One moment, please…"]);
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

/** @type {[kind: string, response: object, label: string][]} */
const failures = [
  ["that may pass", { status: 502 }, "Try again"],
  [
    "of the set-up",
    { status: 404, contentType: "application/json", body: '{"error":{"code":"003-019","description":""}}' },
    "Send link",
  ],
];

for (const [kind, response, label] of failures) {
  test(`after a failure ${kind}, the button says ${label}`, async ({ page }) => {
    await page.unrouteAll();
    await respondWith(page, response);
    await openFixture(page);
    await formOn(page).ask("ada");
    await expect(formOn(page).alert).not.toBeEmpty();
    await expect(formOn(page).submit).toHaveText(label);
  });
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

test("a password that the server rejects: the field says so, and neither field nor button moves", async ({ page }) => {
  await page.unrouteAll();
  await respondWith(page, {
    status: 422,
    contentType: "application/json",
    body: '{"error":{"code":"0","description":"","details":{"password":["weak"]}}}',
  });
  const { ask, error, field, submit } = await openFixture(page, { body: passwordForm });
  const places = async () => [await field.boundingBox(), await submit.boundingBox()];
  const before = await places();
  await ask("battery staple");
  await expect(error).toContainText("wasn’t accepted");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toBeFocused();
  await expect(page.locator(".announcer")).toContainText("wasn’t accepted");
  expect(await places()).toEqual(before);
  // An error that is found immediately is reported between them.
  await ask("five5");
  await expect(error).toContainText("6 to 100");
  expect((await error.boundingBox()).y).toBeLessThan((await submit.boundingBox()).y);
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

test("progress is visible below the button, and moves nothing above", async ({ page }) => {
  await page.unrouteAll();
  await page.route("**/api/**", () => {});
  const { ask, field, status, submit } = await openFixture(page);
  const places = async () => [await field.boundingBox(), await submit.boundingBox()];
  const before = await places();
  await ask("ada");
  await expect(status).toHaveText("One moment, please…");
  const { y, height } = await status.boundingBox();
  expect(height).toBeGreaterThan(10);
  expect(y).toBeGreaterThan((await submit.boundingBox()).y);
  expect(await places()).toEqual(before);
});
