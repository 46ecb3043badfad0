// The elements in pages of React and Vue, and under policies and in browsers that make it hard.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, formOn, loginServer, test } from "./support.js";

const baseUrl = `${loginServer}/api`;

/** Serves a page of ours from the demo's origin. */
async function serve(page, { script = "", head = "", body = "" }) {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Fixture</title>${head}
    <body data-base-url="${baseUrl}">${body}<script type="module" src="/fixture.js"></script></body></html>`;
  await page.route("**/fixture.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.route("**/fixture.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  await page.goto("/fixture.html");
}

for (const [framework, file] of [["React", "react.jsx"], ["Vue", "vue.js"]]) {
  test(`${framework}: properties, texts and events`, async ({ page }) => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`frameworks/${file}`, import.meta.url))],
      bundle: true,
      write: false,
      format: "esm",
      jsx: "automatic",
      define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
      alias: { "xsolla-password-reset/forms": fileURLToPath(new URL("../../dist/forms.js", import.meta.url)) },
      logLevel: "error",
    });
    await serve(page, { script: outputFiles[0].text, body: '<div id="app"></div>' });
    await page.locator("password-reset-form input").fill("ada");
    await page.getByRole("button", { name: `Send it from ${framework}` }).click();
    await expect(page.locator("output")).toHaveText("requested");
    await page.getByRole("button", { name: "Another project" }).click();
    await formOn(page).ask("amir");
    await expect(page.locator("output")).toHaveText("project_not_found");
  });
}

const importForms = 'import "/xsolla-password-reset/forms.js";';
const body = `<password-reset-form project-id="11111111-1111-4111-8111-111111111111" base-url="${baseUrl}"></password-reset-form>`;
const policy = (styles) =>
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src ${styles}; connect-src ${baseUrl}/; require-trusted-types-for 'script'">`;
const heightOf = (page) => formOn(page).submit.evaluate((button) => getComputedStyle(button).minHeight);

test("a strict policy: styled, and works", async ({ page }) => {
  await serve(page, { script: importForms, head: policy("'none'"), body });
  expect(await heightOf(page)).not.toMatch(/^(0px|auto)$/);
  await formOn(page).ask("ada");
  await expect(formOn(page).status).toContainText("If an account matches");
});

test("a browser without adopted style sheets, and a strict policy: a nonce lets the styles in", async ({ page }) => {
  await page.addInitScript(() => delete Document.prototype.adoptedStyleSheets);
  const withNonce = body.replace("<password-reset-form", '<password-reset-form nonce="of-this-page"');
  await serve(page, { script: importForms, head: policy("'nonce-of-this-page'"), body: withNonce });
  expect(await heightOf(page)).not.toMatch(/^(0px|auto)$/);
});

test("properties that were set before the element was there", async ({ page }) => {
  const script = `
    const form = document.createElement("password-reset-form");
    form.projectId = "11111111-1111-4111-8111-111111111111";
    form.baseUrl = document.body.dataset.baseUrl;
    form.texts = { send: "Early bird" };
    document.body.append(form);
    await import("/xsolla-password-reset/forms.js");`;
  await serve(page, { script });
  await expect(page.getByRole("button", { name: "Early bird" })).toBeVisible();
  await expect(page.locator("password-reset-form")).toHaveAttribute("base-url", baseUrl);
  await formOn(page).ask("ada");
  await expect(formOn(page).status).toContainText("If an account matches");
});

test("what the element is called with can be seen in its attributes, and changes while it is there", async ({ page }) => {
  await serve(page, { script: importForms, body });
  await page.locator("html").evaluate((html) => (html.lang = "fr"));
  await expect(page.getByRole("button", { name: "Envoyer le lien" })).toBeVisible();
  await page.locator("password-reset-form").evaluate((form) => (form.lang = "ko"));
  await expect(page.getByRole("button", { name: "링크 보내기" })).toBeVisible();
  // A language that there are no texts in: that of the browser.
  await page.locator("password-reset-form").evaluate((form) => (form.lang = "sv"));
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
});

test("a language that cannot be loaded: English", async ({ page }) => {
  await page.route("**/messages/fr.js", (route) => route.abort());
  await serve(page, { script: importForms, body, head: '<script>document.documentElement.lang = "fr"</script>' });
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
});

test("a page that forbids WebAssembly: said to the player, and why to the developer", async ({ page }) => {
  const head = policy("'none'").replace(" 'wasm-unsafe-eval'", "");
  await serve(page, { script: importForms, body, head });
  // Chromium complains of it as an error; what counts is what we say.
  page.removeAllListeners("console");
  const told = [];
  page.on("console", (message) => message.type() === "warning" && told.push(message.text()));
  await formOn(page).ask("ada");
  await expect(formOn(page).alert).toContainText("can’t run in your browser");
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("'wasm-unsafe-eval'");
});

test("a light page on a dark system stays readable, and a dark one is dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await serve(page, { script: importForms, body });
  const isDark = () => formOn(page).form.locator("form").evaluate((form) => form.classList.contains("dark"));
  await expect(formOn(page).field).toBeVisible();
  expect(await isDark()).toBe(false);
  await page.locator("html").evaluate((html) => (html.style.colorScheme = "light dark"));
  await expect.poll(isDark).toBe(true);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(isDark).toBe(false);
});
