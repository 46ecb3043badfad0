// What a page adds to the forms: a name that is known, a word before sending, a way to a new link; and the hint for a mistyped
// address.

import { openFixture, openForm, passwordForm, requestForm, respondWith } from "./fixture.js";
import { choose, confirmCall, countCalls, expect, formOn, requestCall, test } from "./support.js";

const importAnd = (script) => `await import("/xsolla-password-reset/forms.js");
  const form = document.querySelector("password-reset-form, new-password-form"); ${script}`;
const set = (page, name, value) =>
  page.locator("password-reset-form, new-password-form").evaluate(
    (form, [name, value]) => {
      form[name] = value;
    },
    [name, value],
  );
const announcer = (page) => page.locator(".announcer");

test("a known name is in the field, follows the page until the player edits it, and is in no attribute", async ({
  page,
}) => {
  const calls = countCalls(page, requestCall);
  const { form, field, press, status } = await openFixture(page, {
    body: requestForm.replace(" ", ' username="john@example.com" '),
  });
  await expect(field).toHaveValue("john@example.com");
  expect(await form.evaluate((form) => form.outerHTML)).not.toContain("john");
  await set(page, "username", "ada");
  await expect(field).toHaveValue("ada");
  await field.press("End");
  await field.press("2");
  await set(page, "username", "amir");
  await expect(field).toHaveValue("ada2");
  await press();
  await expect(status).toContainText("If an account matches");
  expect(calls[0].postDataJSON()).toEqual({ username: "ada2" });
  await set(page, "username", "yuki");
  await expect(formOn(page).part("address")).toHaveText("ada2");
});

test("the demo's sign-in page hands its name on, once, and in no URL", async ({ page }) => {
  await page.goto("/signed-in.html");
  await page.locator("#username").fill("ada");
  await page.getByRole("link", { name: "Reset your password" }).click();
  await expect(formOn(page).field).toHaveValue("ada");
  expect(page.url()).not.toContain("ada");
  await page.reload();
  await expect(formOn(page).field).toHaveValue("");
});

for (const [how, listener] of [
  ["prevents it", "event.preventDefault()"],
  ["rejects", "event.detail.waitUntil(Promise.resolve()); event.detail.waitUntil(Promise.reject(new Error()))"],
]) {
  test(`nothing is sent if the page ${how}, and the form is as before`, async ({ page }) => {
    const calls = countCalls(page, requestCall);
    const script = importAnd(`const seen = (window.seen = []);
      for (const type of ["password-reset-requested", "password-reset-failed"])
        addEventListener(type, () => seen.push(type));
      addEventListener("password-reset-sending", (event) => { seen.push(event.detail.call, event.detail.options.username); ${listener} });`);
    const { ask, form, field, submit, status, alert, error } = await openFixture(page, { script });
    await ask("ada");
    await expect.poll(() => page.evaluate(() => window.seen)).toEqual(["request", "ada"]);
    await expect(form.locator("form")).toHaveAttribute("aria-busy", "false");
    for (const part of [status, alert, error]) await expect(part).toBeEmpty();
    await expect(field).toHaveValue("ada");
    await expect(submit).toHaveText("Send link");
    await expect(submit).toHaveAttribute("aria-disabled", "false");
    expect(calls).toEqual([]);
  });
}

test("a request waits for the page for any time, with the options that the page has changed", async ({ page }) => {
  await page.clock.install();
  const calls = countCalls(page, requestCall);
  const script = importAnd(`form.addEventListener("password-reset-sending", ({ detail }) => {
    detail.options.locale = "de_DE";
    detail.waitUntil(new Promise((resolve) => (window.solve = resolve)));
  });`);
  const { ask, status } = await openFixture(page, { script });
  await ask("ada");
  await expect.poll(() => page.evaluate(() => typeof window.solve)).toBe("function");
  // Longer than any call may take.
  await page.clock.runFor(60_000);
  await expect(status).toHaveText("One moment, please…");
  expect(calls).toEqual([]);
  await page.evaluate(() => window.solve());
  await expect.poll(() => calls.length).toBe(1);
  await page.clock.runFor(1000);
  await expect(status).toContainText("If an account matches");
  expect(new URL(calls[0].url()).searchParams.get("locale")).toBe("de_DE");
});

test("the player can cancel while the page keeps a request waiting: nothing is sent, not even later", async ({
  page,
}) => {
  await page.clock.install();
  const calls = countCalls(page, requestCall);
  const script = importAnd(`form.addEventListener("password-reset-sending", ({ detail }) =>
    detail.waitUntil(new Promise((resolve) => (window.solve = resolve))));`);
  const { ask, cancel, form, alert } = await openFixture(page, { script });
  await ask("ada");
  await page.clock.runFor(3000);
  await cancel.click();
  await page.clock.runFor(600);
  await expect(form.locator("form")).toHaveAttribute("aria-busy", "false");
  await expect(alert).toBeEmpty();
  await page.evaluate(() => window.solve());
  await page.clock.runFor(1000);
  expect(calls).toEqual([]);
});

test("the confirmation stays if the page holds back sending again", async ({ page }) => {
  await page.clock.install();
  const calls = countCalls(page, requestCall);
  const { ask, form, press, status, submit } = await openFixture(page);
  await ask("ada");
  await page.clock.runFor(1000);
  await expect(status).toContainText("If an account matches");
  await page.clock.runFor(61_000);
  await form.evaluate((form) =>
    form.addEventListener("password-reset-sending", (event) => {
      event.preventDefault();
      window.asked = 1;
    }),
  );
  await expect(submit).toHaveAttribute("aria-disabled", "false");
  await press();
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
  await expect(form.locator("form")).toHaveAttribute("aria-busy", "false");
  await expect(status).toContainText("If an account matches");
  await expect(submit).toHaveText("Send again");
  expect(calls).toHaveLength(1);
});

test("a page is not asked about a call that would be refused", async ({ page }) => {
  const script = importAnd(
    `window.asked = 0; form.addEventListener("password-reset-sending", () => window.asked++); form.loginUrl = "nowhere";`,
  );
  const { ask, alert } = await openFixture(page, { script });
  await ask("ada");
  await expect(alert).toContainText("isn’t set up correctly");
  expect(await page.evaluate(() => window.asked)).toBe(0);
});

const dead = { status: 404, json: { error: { code: "003-061", description: "" } } };
const refused = { status: 422, json: { error: { code: "0", description: "" } } };
const withRequestUrl = passwordForm.replace(" ", ' username="john" request-url="/fixture.html?again" ');
const newLink = (page) => page.getByRole("link", { name: "Request a new link" });

for (const { what, response, text } of [
  { what: "is dead", response: dead, text: "no longer works" },
  { what: "or password is refused", response: refused, text: "The password or the link wasn’t accepted" },
]) {
  test(`a link that ${what} leads to a new one; the page gets the name, and the URL does not`, async ({ page }) => {
    await respondWith(page, response);
    const script = importAnd(`addEventListener("new-link-wanted", ({ detail }) => (window.name = detail.username));`);
    const { ask, alert } = await openFixture(page, { script, body: withRequestUrl });
    await expect(newLink(page)).toBeHidden();
    await ask("correct horse");
    await expect(alert).toContainText(text);
    await newLink(page).click();
    await expect(page).toHaveURL(/\/fixture\.html\?again$/);
    expect(await page.evaluate(() => window.name)).toBe("john");
  });
}

test("without a code the link is there at once, and a page may show its own form instead", async ({ page }) => {
  const script = importAnd(`addEventListener("new-link-wanted", (event) => event.preventDefault());`);
  await openFixture(page, { script, body: withRequestUrl.replace('reset-code="code"', "") });
  await newLink(page).click();
  await expect(page).toHaveURL(/\/fixture\.html$/);
});

test("nothing but a link problem offers a new link, and without request-url nothing does", async ({ page }) => {
  await respondWith(page, { status: 500 });
  const { ask, alert } = await openFixture(page, { body: withRequestUrl });
  await ask("correct horse");
  await expect(alert).toContainText("Something went wrong");
  await expect(newLink(page)).toBeHidden();
  await page.unroute("**/api/password/reset/*");
  await respondWith(page, dead);
  await set(page, "requestUrl", null);
  await ask("correct horse");
  await expect(alert).toContainText("no longer works");
  await expect(newLink(page)).toBeHidden();
});

for (const url of ["javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "BLOB:x"]) {
  test(`request-url ${JSON.stringify(url)}: not set up, and the console says why`, async ({ page, warnings }) => {
    await page.clock.install();
    const calls = countCalls(page, confirmCall);
    await openFixture(page, { body: passwordForm });
    await set(page, "requestUrl", url);
    await page.clock.runFor(2500);
    const { ask, alert } = formOn(page);
    await expect(alert).toContainText("isn’t set up correctly");
    expect(warnings).toEqual(["xsolla-password-reset: request-url must not use javascript:, data: or blob:"]);
    await ask("correct horse");
    await expect(alert).toContainText("isn’t set up correctly");
    await expect(newLink(page)).toBeHidden();
    expect(calls).toEqual([]);
  });
}

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
  await expect(announcer(page)).toContainText("Did you mean");
  await page.clock.runFor(6000);
  await expect(announcer(page)).toBeEmpty();
  await part("suggestion").click();
  await expect(field).toHaveValue("john@gmail.com");
  await expect(field).toBeFocused();
  await expect(part("suggestion")).toBeHidden();
  await page.clock.runFor(2000);
  await expect(part("suggestion")).toBeHidden();
});

test("the hint never blocks: the address is sent as it is, and nothing is asked afterwards", async ({ page }) => {
  const calls = countCalls(page, requestCall);
  const { ask, field, part, status } = await openFixture(page);
  await field.fill("john@hotmial.com");
  await expect(part("suggestion")).toBeVisible();
  await ask("john@hotmial.com");
  await expect(status).toContainText("If an account matches");
  expect(calls[0].postDataJSON()).toEqual({ username: "john@hotmial.com" });
  await expect(part("suggestion")).toBeHidden();
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

test("the switchboard: an unknown code, a dead link", async ({ page }) => {
  await page.goto("/");
  await choose(page, "Outcome", "code");
  const { ask, status, alert } = formOn(page);
  await ask("nobody");
  await expect(status).toContainText("If an account matches");
  await choose(page, "Outcome", "dead");
  await ask("correct horse");
  await expect(alert).toContainText("no longer works");
  await newLink(page).click();
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
});
