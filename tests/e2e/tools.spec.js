// What people's tools need of the forms: password managers, held keys, and browsers that darken pages by themselves. The
// tools themselves are in tests/input.

import { contrastAlong } from "../support/contrast.js";
import { openFixture, passwordForm, requestForm, respondWith } from "./fixture.js";
import { confirmCall, countCalls, expect, formOn, requestCall, test } from "./support.js";

const formOfJohn = passwordForm.replace(" ", ' username="john" ');

for (const [name, body, call] of [
  ["request", requestForm, requestCall],
  ["new password", passwordForm, confirmCall],
])
  test(`Enter held down sends one request, and the next press another one: ${name}`, async ({ page }) => {
    await respondWith(page, { status: 500 });
    await openFixture(page, { body });
    const calls = countCalls(page, call);
    const { field, alert, part } = formOn(page);
    await field.fill("correct horse");
    const press = async () => {
      await page.keyboard.down("Enter");
      await expect(alert).toContainText("Something went wrong");
      await expect(part("form")).toHaveAttribute("aria-busy", "false");
    };
    await press();
    // From now on, the key repeats: also on the way to the buttons.
    await press();
    await part("submit").focus();
    await press();
    await page.keyboard.up("Enter");
    expect(calls).toHaveLength(1);
    await press();
    await expect.poll(() => calls.length).toBe(2);
  });

test("the account is a labelled field that can be read, and is not sent", async ({ page }) => {
  await respondWith(page, { status: 204 });
  await openFixture(page, { body: formOfJohn });
  const calls = countCalls(page, confirmCall);
  const { ask, status, form, part } = formOn(page);
  const account = part("account");
  await expect(account).toBeVisible();
  await expect(account).toHaveValue("john");
  await expect(account).not.toBeEditable();
  await expect(account).toHaveAttribute("autocomplete", "username");
  await expect(page.getByLabel("Email or username")).toHaveValue("john");
  await expect(part("account-label")).toBeVisible();
  const [label, field] = await Promise.all([part("account-label").boundingBox(), account.boundingBox()]);
  expect(label.y + label.height).toBeLessThanOrEqual(field.y);
  for (const name of ["", null]) {
    await form.evaluate((element, name) => Object.assign(element, { username: name }), name);
    await expect(account).toBeHidden();
    await expect(part("account-label")).toBeHidden();
  }
  await form.evaluate((element) => Object.assign(element, { username: "jane" }));
  await expect(account).toHaveValue("jane");
  await ask("correct horse");
  await expect(status).not.toBeEmpty();
  await expect.poll(() => calls.length).toBe(1);
  expect(calls[0].postData()).not.toContain("jane");
});

test("the fields are visible when the form is inserted, the texts once their language is loaded", async ({ page }) => {
  const asked = Promise.withResolvers();
  await page.route("**/messages/fr.js", (route) => asked.resolve(route));
  await openFixture(page, { body: "", lang: "fr" });
  const seen = await page.evaluate(async (html) => {
    await customElements.whenDefined("new-password-form");
    document.body.insertAdjacentHTML("beforeend", html);
    const { shadowRoot } = document.querySelector("new-password-form");
    const isVisible = (element) =>
      element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
    const all = [...shadowRoot.querySelectorAll("input, p, label, button")];
    return all.filter(isVisible).map((element) => element.getAttribute("part"));
  }, formOfJohn);
  expect(seen).toEqual(["account", "input"]);
  const { part } = formOn(page);
  await part("input").focus();
  await page.keyboard.type("typed early");
  await (await asked.promise).continue();
  await expect(part("submit")).toHaveText("Définir le nouveau mot de passe");
  for (const name of ["submit", "label", "intro", "account-label"]) await expect(part(name)).toBeVisible();
  await expect(part("input")).toHaveValue("typed early");
});

test("the Caps Lock hint goes when Caps Lock goes, in every order of events", async ({ page }) => {
  const { part, warning } = await openFixture(page, { body: passwordForm });
  const press = (where, type, key, modifierCapsLock) => part(where).dispatchEvent(type, { key, modifierCapsLock });
  // On X11, an event of the key itself has the state before it.
  for (const where of ["input", "toggle"]) {
    await press("input", "keydown", "CapsLock", false);
    await press("input", "keyup", "CapsLock", true);
    await expect(warning).toHaveText("Caps Lock is on.");
    await press("input", "keydown", "A", true);
    await press("input", "keyup", "A", true);
    await press(where, "keydown", "CapsLock", true);
    await press(where, "keydown", "CapsLock", true);
    await press(where, "keyup", "CapsLock", true);
    await expect(warning).toBeEmpty();
  }
  // On Windows, the state after it.
  await press("input", "keydown", "CapsLock", true);
  await press("input", "keyup", "CapsLock", true);
  await expect(warning).toHaveText("Caps Lock is on.");
  await press("toggle", "keydown", "CapsLock", false);
  await press("toggle", "keyup", "CapsLock", false);
  await expect(warning).toBeEmpty();
  // On macOS, one event each.
  await press("input", "keydown", "CapsLock", true);
  await expect(warning).toHaveText("Caps Lock is on.");
  await press("input", "keyup", "CapsLock", false);
  await expect(warning).toBeEmpty();
});

test("after success, and after nothing else, the form is gone for a moment that nobody sees", async ({ page }) => {
  const { ask, alert, status, part } = formOn(page);
  for (const code of [422, 500, 204]) {
    await respondWith(page, { status: code });
    await openFixture(page, { body: formOfJohn });
    await expect(part("submit")).toBeVisible();
    // Chromium's password manager observes the form in this way.
    await part("form").evaluate((form) => {
      window.seen = [];
      const note = () => window.seen.push(getComputedStyle(form).display);
      new MutationObserver(note).observe(form, { attributeFilter: ["style", "class"] });
    });
    await ask("correct horse");
    await expect(code === 204 ? status : alert).not.toBeEmpty();
    await expect(part("form")).toHaveAttribute("aria-busy", "false");
    const seen = await page.evaluate(() => window.seen);
    expect(seen.filter((display) => display === "none")).toHaveLength(code === 204 ? 1 : 0);
    await expect(part("form")).toBeVisible();
    await page.unrouteAll();
  }
  expect(
    await part("form").evaluate((form) => form.contains(/** @type {ShadowRoot} */ (form.getRootNode()).activeElement)),
  ).toBe(true);
});

/** Along a row of pixels across the left edge of an element: whether it starts dark, and the highest contrast to that. */
async function edgeOf(page, element) {
  const box = await element.boundingBox();
  const clip = { x: Math.round(box.x) - 12, y: Math.round(box.y + box.height / 2), width: 16, height: 1 };
  const png = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(contrastAlong, { png, x: 0, y: 0, width: clip.width });
}

for (const [look, isDarkened, head] of /** @type {const} */ ([
  ["a page that Chromium darkens", true, ""],
  ["a light page", false, ""],
  ["a dark page", false, "<style>body { background: #151d1b; color: #e8eeec }</style>"],
  ["a grey page", false, "<style>body { background: #bbb }</style>"],
]))
  test(`border and focus ring have a contrast of 3 : 1 on ${look}`, async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setAutoDarkModeOverride", { enabled: isDarkened });
    for (const body of [requestForm, passwordForm]) {
      const { field, submit, part, error } = await openFixture(page, {
        body,
        head: `${head}<style>body { margin: 40px }</style>`,
      });
      await expect(submit).toBeVisible();
      expect((await edgeOf(page, field)).isDark).toBe(isDarkened || look === "a dark page");
      expect((await edgeOf(page, field)).contrast, "border").toBeGreaterThanOrEqual(3);
      await page.keyboard.press("Tab");
      for (const focused of body === requestForm ? [field, submit] : [part("toggle"), field, submit]) {
        await expect(focused).toBeFocused();
        expect((await edgeOf(page, focused)).contrast, "focus ring").toBeGreaterThanOrEqual(3);
        await page.keyboard.press("Tab");
      }
      await submit.click();
      await expect(error).not.toBeEmpty();
      expect((await edgeOf(page, field)).contrast, "focus ring after an error").toBeGreaterThanOrEqual(3);
      await field.blur();
      expect((await edgeOf(page, field)).contrast, "border after an error").toBeGreaterThanOrEqual(
        look === "a grey page" ? 2 : 3,
      );
    }
  });
