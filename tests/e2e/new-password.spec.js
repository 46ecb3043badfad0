// <new-password-form>, which the link in the email leads to.

import { confirmCall, countCalls, expect, formOn, test } from "./support.js";

test("the link works once, and the new password replaces the old one", async ({ page, linkFor, signIn }) => {
  const calls = countCalls(page, confirmCall);
  const link = await linkFor("ada");
  expect(await signIn("ada", "old-password")).toBe(200);
  await page.goto(link);
  const { ask, status, alert, field, submit } = formOn(page);
  await ask("correct horse");
  await expect(status).toContainText("Your new password is set");
  await expect(field).toHaveValue("");
  for (const hidden of [field, submit]) await expect(hidden).toBeHidden();
  expect(calls).toHaveLength(1);
  expect(await signIn("ada", "old-password")).toBe(401);
  expect(await signIn("ada", "correct horse")).toBe(200);

  await page.goto(link);
  await ask("another horse");
  await expect(alert).toContainText("no longer works");
  expect(await signIn("ada", "correct horse")).toBe(200);
});

test("custom storage: the second code of the link is sent along", async ({ page, linkFor, signIn }) => {
  const project = "22222222-2222-4222-8222-222222222222";
  await page.goto(await linkFor("ada", project));
  const { ask, status } = formOn(page);
  await ask("correct horse");
  await expect(status).toContainText("Your new password is set");
  expect(await signIn("ada", "correct horse", project)).toBe(200);
});

test("an incomplete link is reported before anything is typed", async ({ page }) => {
  const calls = countCalls(page, confirmCall);
  await page.goto("/new-password.html");
  const { ask, alert, submit } = formOn(page);
  await expect(alert).toContainText("no longer works");
  await expect(submit).toHaveAttribute("aria-disabled", "true");
  await ask("correct horse");
  expect(calls).toEqual([]);
  await page.getByRole("link", { name: "Reset your password" }).click();
  await expect(page.getByRole("heading", { name: "Reset your password" })).toBeVisible();
});

test("the rule is shown before it is broken, and an invalid password is not sent", async ({ page, linkFor }) => {
  const calls = countCalls(page, confirmCall);
  await page.goto(await linkFor("ada"));
  const { ask, field } = formOn(page);
  await expect(field).toHaveAccessibleDescription(/Use 6 to 100 characters\./);
  for (const password of ["", "five5", "x".repeat(101)]) {
    await ask(password);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toBeFocused();
  }
  // Characters, not UTF-16 units.
  await ask("🔑🔑🔑");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  expect(calls).toEqual([]);
});

test("Caps Lock and surrounding whitespace are pointed out, and the password is sent as typed", async ({
  page,
  linkFor,
  signIn,
}) => {
  await page.goto(await linkFor("ada"));
  const { field, warning, submit, status } = formOn(page);
  const press = (type, capsLock) =>
    field.evaluate(
      (field, [type, capsLock]) =>
        field.dispatchEvent(new KeyboardEvent(type, { key: "A", modifierCapsLock: capsLock, bubbles: true })),
      [type, capsLock],
    );
  await press("keydown", true);
  await expect(warning).toHaveText("Caps Lock is on.");
  await press("keyup", false);
  await expect(warning).toBeEmpty();
  await field.fill(" spaced out ");
  await expect(warning).toContainText("begins or ends with a space");
  await submit.click();
  await expect(status).toContainText("Your new password is set");
  expect(await signIn("ada", " spaced out ")).toBe(200);
});

test("the password can be shown, pasted and managed", async ({ page, linkFor }) => {
  await page.goto(await linkFor("ada"));
  const { field } = formOn(page);
  await expect(field).toHaveAttribute("autocomplete", "new-password");
  await expect(field).toHaveAttribute("passwordrules", "minlength: 6; maxlength: 100;");
  await expect(field).toHaveAttribute("type", "password");
  const toggle = (pressed) => page.getByRole("button", { name: "Show password", exact: true, pressed });
  await toggle(false).click();
  await expect(field).toHaveAttribute("type", "text");
  await toggle(true).click();
  await expect(field).toHaveAttribute("type", "password");
  await field.focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "pasted");
    window.wasPrevented = !document.activeElement.shadowRoot.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  });
  expect(await page.evaluate(() => window.wasPrevented)).toBe(false);
});

test("a login URL outside this site is not followed", async ({ page, linkFor }) => {
  const link = new URL(await linkFor("ada"));
  for (const elsewhere of ["https://evil.example/", "javascript:alert(1)"]) {
    link.searchParams.set("login_url", elsewhere);
    await page.goto(link.href);
    await expect(formOn(page).submit).toBeVisible();
    await page.evaluate(() =>
      document.querySelector("new-password-form").dispatchEvent(new CustomEvent("new-password-set")),
    );
    await expect(page.getByRole("link", { name: "Sign in" })).toHaveAttribute(
      "href",
      /^http:\/\/localhost:\d+\/signed-in\.html$/,
    );
  }
});
