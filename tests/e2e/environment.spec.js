// The forms under strict policies, in old browsers, and in the language of the page.

import { projectId } from "../support/projects.js";
import { baseUrl, openFixture, openForm, requestForm } from "./fixture.js";
import { expect, formOn, test } from "./support.js";

const policy = (styles) =>
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src ${styles}; connect-src ${baseUrl}/; require-trusted-types-for 'script'">`;

test("a strict policy: styled, and works", async ({ page }) => {
  await openFixture(page, { head: policy("'none'") });
  await expect(formOn(page).submit).not.toHaveCSS("min-height", /^(0px|auto)$/);
  await formOn(page).ask("ada");
  await expect(formOn(page).status).toContainText("If an account matches");
});

// Safari before 16.4, Firefox before 101, Chromium before 73.
const noAdoptedStyleSheets = () => {
  delete Document.prototype.adoptedStyleSheets;
  delete window.CSSStyleSheet.prototype.replaceSync;
};

for (const [source, head, attribute] of [
  ["the element", "", ' nonce="of-this-page"'],
  ["the page's script", '<script nonce="of-this-page"></script>', ""],
  [
    "the page's style, which may differ from the script's",
    '<script nonce="other"></script><style nonce="of-this-page"></style>',
    "",
  ],
]) {
  test(`without adopted style sheets and under a strict policy, the nonce of ${source} lets the styles in`, async ({
    page,
  }) => {
    await page.addInitScript(noAdoptedStyleSheets);
    const withNonce = requestForm.replace("<password-reset-form", `<password-reset-form${attribute}`);
    const allowed = policy("'nonce-of-this-page'").replace(
      "script-src",
      "script-src 'nonce-of-this-page' 'nonce-other'",
    );
    await openForm(page, { head: allowed + head, body: withNonce });
    await expect(formOn(page).submit).not.toHaveCSS("min-height", /^(0px|auto)$/);
  });
}

test("without any styles, the form shows what applies and works", async ({ page }) => {
  await page.addInitScript(noAdoptedStyleSheets);
  // Chromium reports the styles that the policy blocks.
  page.removeAllListeners("console");
  const { ask, cancel, status } = await openForm(page, { head: policy("'none'") });
  await expect(cancel).toBeHidden();
  await ask("ada");
  await expect(status).toContainText("If an account matches");
  await expect(cancel).toBeHidden();
});

test("the form works without what Chromium 85 lacks", async ({ page }) => {
  await page.addInitScript(() => {
    for (const { prototype } of [Element, Document, DocumentFragment]) delete prototype.replaceChildren;
  });
  await openFixture(page);
  await formOn(page).ask("ada");
  await expect(formOn(page).status).toContainText("If an account matches");
});

test("the element can be focused, and its text can be selected", async ({ page }) => {
  const { form, field, part } = await openForm(page);
  await part("intro").click();
  await expect(field).not.toBeFocused();
  await part("intro").dblclick();
  expect(await page.evaluate(() => String(getSelection()))).not.toBe("");
  await form.evaluate((element) => element.focus());
  await expect(field).toBeFocused();
});

test("properties that were set before the element was defined", async ({ page }) => {
  const script = `
    const form = document.createElement("password-reset-form");
    form.projectId = "${projectId}";
    form.baseUrl = document.body.dataset.baseUrl;
    form.texts = { send: "Early bird" };
    document.body.append(form);
    await import("/xsolla-password-reset/forms.js");`;
  await openFixture(page, { script, body: "" });
  await expect(page.getByRole("button", { name: "Early bird" })).toBeVisible();
  await expect(page.locator("password-reset-form")).toHaveAttribute("base-url", baseUrl);
  await formOn(page).ask("ada");
  await expect(formOn(page).status).toContainText("If an account matches");
});

test("the language follows the page and the element, and otherwise the browser", async ({ page }) => {
  await openFixture(page);
  await page.locator("html").evaluate((/** @type {HTMLElement} */ html) => (html.lang = "fr"));
  await expect(page.getByRole("button", { name: "Envoyer le lien" })).toBeVisible();
  await page.locator("password-reset-form").evaluate((/** @type {HTMLElement} */ form) => (form.lang = "ko"));
  await expect(page.getByRole("button", { name: "링크 보내기" })).toBeVisible();
  // Without texts in a language, that of the browser is used.
  await page.locator("password-reset-form").evaluate((/** @type {HTMLElement} */ form) => (form.lang = "sv"));
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
});

test("a language that cannot be loaded: English", async ({ page }) => {
  await page.route("**/messages/fr.js", (route) => route.abort());
  await openFixture(page, { head: '<script>document.documentElement.lang = "fr"</script>' });
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
});

test("a page that forbids WebAssembly: the player sees a message, the developer the reason", async ({ page }) => {
  const head = policy("'none'").replace(" 'wasm-unsafe-eval'", "");
  await openFixture(page, { head });
  // Chromium logs it as an error too.
  page.removeAllListeners("console");
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await formOn(page).ask("ada");
  await expect(formOn(page).alert).toContainText("can’t run in your browser");
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("'wasm-unsafe-eval'");
});
