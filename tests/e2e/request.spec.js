// <password-reset-form>: each outcome, in plain words.

import { choose, countCalls, expect, formOn, loginServer, projects, requestCall, test } from "./support.js";

const neutral = "If an account matches";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await expect(formOn(page).submit).toBeVisible();
});

test("a username brings the neutral confirmation and a mail with the link", async ({ page, mailsTo }) => {
  const { ask, status } = formOn(page);
  await ask("ada");
  await expect(status).toContainText(neutral);
  const [mail, ...others] = await mailsTo("ada@example.com");
  expect(others).toEqual([]);
  expect(mail.language).toBe("en");
  const link = new URL(mail.link);
  expect(link.pathname).toBe("/new-password.html");
  expect(link.searchParams.get("project_id")).toBe(projects.xsolla);
  expect(link.searchParams.get("reset_code")).toMatch(/^[\w-]{43}$/);
});

for (const language of ["de", "ja", "ar"]) {
  test(`the mail is in the language of the page: ${language}`, async ({ page, mailsTo }) => {
    const { form, field, status } = formOn(page);
    await choose(page, "Language", language);
    await expect(form.locator("form")).toHaveAttribute("lang", language);
    await field.fill("yuki@example.jp");
    await field.press("Enter");
    await expect(status).not.toBeEmpty();
    await expect.poll(async () => (await mailsTo("yuki@example.jp")).map((mail) => mail.language)).toEqual([language]);
  });
}

for (const [outcome, storage] of [
  ["xsolla", "xsolla"],
  ["custom", "custom"],
  ["playfab", "playfab"],
  ["callbacks", "xsolla"],
]) {
  test(`the controls: ${outcome}`, async ({ page, mailsTo }) => {
    await choose(page, "Outcome", outcome);
    const { ask, status } = formOn(page);
    await ask("ada");
    await expect(status).toContainText(neutral);
    expect((await mailsTo("ada@example.com")).map((mail) => mail.storage)).toEqual([storage]);
  });
}

for (const outcome of ["misconfigured", "nowhere"]) {
  test(`the controls: ${outcome} is reported to the developer once`, async ({ page, warnings }) => {
    await choose(page, "Outcome", outcome);
    const { ask, alert } = formOn(page);
    for (let count = 0; count < 2; count++) {
      await ask("ada");
      await expect(alert).toContainText("isn’t set up correctly");
    }
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/login_url_required|project_not_found/);
    expect(warnings[0]).not.toContain("ada");
  });
}

test("the controls: too many requests, and the wait that the server specifies", async ({ page }) => {
  await choose(page, "Outcome", "limited");
  await expect(page.locator("#note")).toContainText("used up");
  const { ask, alert, wait, submit } = formOn(page);
  await ask("ada");
  await expect(alert).toContainText("Too many requests");
  await expect(wait).toHaveText(/You can try again in \d+ seconds?\./);
  await expect(submit).toHaveAttribute("aria-disabled", "true");
});

test("the controls: a server that is down", async ({ page, warnings }) => {
  await choose(page, "Outcome", "down");
  const { ask, alert, submit } = formOn(page);
  await ask("ada");
  await expect(alert).toContainText("can’t reach the service");
  await expect(submit).toHaveAttribute("aria-disabled", "false");
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("Allowed origins (CORS)");
});

test("the controls: a slow server shows progress at once, and Cancel after 3 seconds", async ({ page }) => {
  await choose(page, "Outcome", "slow");
  const { ask, form, status, cancel, alert, submit } = formOn(page);
  await ask("ada");
  await expect(status).toHaveText("One moment, please…");
  await expect(form.locator("form")).toHaveAttribute("aria-busy", "true");
  await expect(submit).toHaveAttribute("aria-disabled", "true");
  await expect(submit).toBeFocused();
  await expect(cancel).toBeHidden();
  await cancel.click();
  await expect(alert).toContainText("Cancelled.");
  await expect(cancel).toBeHidden();
  await expect(submit).toBeFocused();
  await expect(submit).toHaveAttribute("aria-disabled", "false");
});

test("nothing is sent for an empty or overlong name", async ({ page }) => {
  const calls = countCalls(page, requestCall);
  const { ask, error, field, form } = formOn(page);
  for (const [username, words] of [
    ["", "Enter your"],
    ["   ", "Enter your"],
    ["x".repeat(256), "doesn’t look like an email"],
  ]) {
    await ask(username);
    await expect(error).toContainText(words);
    await expect(form.locator(".announcer")).toContainText(words);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toBeFocused();
  }
  await field.fill("ada");
  await expect(field).toHaveAttribute("aria-invalid", "false");
  expect(calls).toEqual([]);
});

test("offline is a reason for a failure, and the next attempt works", async ({ page, context }) => {
  const calls = countCalls(page, requestCall);
  const { ask, alert, submit, status } = formOn(page);
  await context.setOffline(true);
  await expect(alert).toBeEmpty();
  await expect(submit).toHaveAttribute("aria-disabled", "false");
  await ask("ada");
  await expect(alert).toContainText("You’re offline");
  await context.setOffline(false);
  await expect(submit).toHaveAttribute("aria-disabled", "false");
  await submit.click();
  await expect(status).toContainText(neutral);
  await expect(alert).toBeEmpty();
  expect(calls).toHaveLength(2);
});

test("a browser that wrongly reports offline still sends", async ({ page }) => {
  for (const onLine of [false, undefined]) {
    await page.addInitScript(
      (onLine) => Object.defineProperty(Navigator.prototype, "onLine", { configurable: true, get: () => onLine }),
      onLine,
    );
    await page.reload();
    await formOn(page).ask(`ada${onLine}`);
    await expect(formOn(page).status).toContainText(neutral);
  }
});

test.describe("one email for one intent", () => {
  test.beforeEach(async ({ page }) => {
    await page
      .locator("password-reset-form")
      .evaluate((form, id) => form.setAttribute("project-id", id), projects.slow);
  });

  test("a double click", async ({ page, mailsTo }) => {
    const calls = countCalls(page, requestCall);
    const { field, submit, press, status } = formOn(page);
    await field.fill("ada");
    await submit.dblclick();
    await press();
    await expect(status).toContainText(neutral, { timeout: 10_000 });
    expect(calls).toHaveLength(1);
    expect(await mailsTo("ada@example.com")).toHaveLength(1);
  });

  test("Enter, Enter", async ({ page, mailsTo }) => {
    const calls = countCalls(page, requestCall);
    const { field, status } = formOn(page);
    await field.fill("ada");
    await field.press("Enter");
    await field.press("Enter");
    await expect(status).toContainText(neutral, { timeout: 10_000 });
    await page.keyboard.press("Enter");
    expect(calls).toHaveLength(1);
    expect(await mailsTo("ada@example.com")).toHaveLength(1);
  });
});

test("after a request, a minute is counted down before the next", async ({ page }) => {
  await page.clock.install();
  await page.reload();
  const calls = countCalls(page, requestCall);
  const { ask, press, edit, field, form, status, wait, submit } = formOn(page);
  await ask("ada");
  await expect(status).toContainText(neutral);
  await expect(wait).toHaveText(/in (60|59) seconds/);
  await page.clock.fastForward(30_000);
  await expect(wait).toHaveText(/in (30|29) seconds/);
  await page.clock.fastForward(31_000);
  await expect(wait).toBeEmpty();
  await expect(submit).toHaveAttribute("aria-disabled", "false");
  await expect(submit).toHaveText("Send again");
  await submit.click();
  await expect.poll(() => calls.length).toBe(2);
  await expect(wait).toContainText("You can try again in");
  // Pressed in the meantime: nothing is sent, and the wait is announced.
  await press();
  await expect(form.locator(".announcer")).toContainText("You can try again in");
  // Another name is another intent.
  await edit.click();
  await expect(field).toHaveValue("ada");
  await expect(wait).not.toBeEmpty();
  await field.fill("amir");
  await expect(wait).toBeEmpty();
  await expect(submit).toHaveText("Send link");
  await field.fill("ada");
  await expect(wait).not.toBeEmpty();
  await press();
  await expect(form.locator(".announcer")).toContainText("You can try again in");
  expect(calls).toHaveLength(2);
});

test("an unknown and a known user get the same look, texts and timing", async ({ page, request }) => {
  const seen = [];
  for (const { username, expected } of [
    { username: "ada", expected: 204 },
    { username: "nobody", expected: 404 },
    { username: "gone", expected: 404 },
  ]) {
    await request.post(`${loginServer}/test/reset`);
    await page.goto("/");
    await choose(page, "Outcome", "unknown");
    const { form, field, submit, status } = formOn(page);
    await expect(field).toBeVisible();
    const log = await form.evaluate((form) => {
      // Every visible change, in order, without the typed text.
      window.log = [];
      const note = () =>
        window.log.push([...form.shadowRoot.querySelectorAll("p, button")].map((part) => part.textContent));
      new MutationObserver(note).observe(form.shadowRoot, { subtree: true, childList: true, characterData: true });
    });
    expect(log).toBeUndefined();
    await field.fill(username);
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    const answered = page.waitForResponse(
      (response) => response.url().includes(requestCall) && response.request().method() === "POST",
    );
    await submit.click();
    expect((await answered).status()).toBe(expected);
    await (await answered).finished();
    await page.clock.runFor(499);
    await expect(status).toHaveText("One moment, please…");
    await page.clock.runFor(1);
    await expect(status).toContainText(neutral);
    await expect(form.locator(".outcome")).toBeFocused();
    const markup = await form.evaluate((form) => form.shadowRoot.innerHTML);
    // The confirmation shows the address that the player typed.
    seen.push(JSON.stringify({ log: await page.evaluate(() => window.log), markup }).replaceAll(username, "…"));
    await page.clock.resume();
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

test("events report the outcome", async ({ page }) => {
  await page.evaluate(() => {
    window.events = [];
    for (const type of ["password-reset-requested", "password-reset-failed"]) {
      document.addEventListener(type, (/** @type {CustomEvent} */ event) =>
        window.events.push([type, event.composed, event.detail?.reason ?? event.detail]),
      );
    }
  });
  const { ask, status } = formOn(page);
  await ask("ada");
  await expect(status).toContainText(neutral);
  await choose(page, "Outcome", "unknown");
  await ask("nobody");
  await expect(status).toContainText(neutral);
  expect(await page.evaluate(() => window.events)).toEqual([
    ["password-reset-requested", true, null],
    ["password-reset-failed", true, "user_not_found"],
  ]);
});

test("the controls: theme and direction, kept on the next page", async ({ page }) => {
  const html = page.locator("html");
  await choose(page, "Theme", "dark");
  await choose(page, "Direction", "rtl");
  await expect(html).toHaveAttribute("dir", "rtl");
  await page.goto("/new-password.html");
  await expect(html).toHaveAttribute("dir", "rtl");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await choose(page, "Theme", "");
  await expect(html).toHaveAttribute("data-theme", "light");
});

test("a server that does not respond: reported after the timeout, and the email may still arrive", async ({
  page,
  warnings,
}) => {
  await page.clock.install();
  await page.reload();
  await page.route(`**/${requestCall}*`, () => {});
  const { ask, alert, status } = formOn(page);
  await ask("ada");
  await expect(status).toHaveText("One moment, please…");
  await page.clock.fastForward(10_500);
  await expect(alert).toContainText("our email may still arrive");
  expect(warnings).toEqual(["xsolla-password-reset: No response within 10000 ms"]);
});
