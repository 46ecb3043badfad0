// A page at the demo's origin with one of the forms in it.

import { projectId } from "../support/projects.js";
import { expect, formOn, loginServer } from "./support.js";

export const baseUrl = `${loginServer}/api`;
export const requestForm = `<password-reset-form project-id="${projectId}" base-url="${baseUrl}"></password-reset-form>`;
export const passwordForm = `<new-password-form project-id="${projectId}" reset-code="code" base-url="${baseUrl}"></new-password-form>`;
export const forms = [
  ["request", requestForm],
  ["new password", passwordForm],
];
/** The form with `autofocus`. */
export const autofocusing = (form) => form.replace(" ", " autofocus ");
export const importForms = 'import "/xsolla-password-reset/forms.js";';

/**
 * Opens a page. `head` and `body` are HTML, `script` is a module; the body's data hold the API's address. Returns the parts of
 * the form.
 */
export async function openFixture(page, { script = importForms, head = "", body = requestForm, lang = "en" } = {}) {
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Fixture</title>${head}
    <body data-base-url="${baseUrl}">${body}<script type="module" src="/fixture.js"></script></body></html>`;
  await page.route("**/fixture.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.route("**/fixture.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  await page.goto("/fixture.html");
  return formOn(page);
}

/** Opens a page, and waits until the form in it is seen, with its texts. */
export async function openForm(page, options) {
  const form = await openFixture(page, options);
  await expect(form.submit).toBeVisible();
  return form;
}

/** Records what the live regions of a form say from now on. Returns a function that returns it. */
export async function recordAnnouncements(form) {
  const said = await form.evaluateHandle(({ shadowRoot }) => {
    const said = [];
    for (const region of shadowRoot.querySelectorAll("[role=status], [role=alert], [aria-live]"))
      new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, {
        childList: true,
        subtree: true,
      });
    return said;
  });
  return () => said.jsonValue();
}

export const headers = { "Access-Control-Allow-Origin": "*" };

/** Too many requests, for seconds. */
export const limited = (seconds) => ({
  status: 429,
  headers: { ...headers, "Access-Control-Expose-Headers": "Retry-After", "Retry-After": String(seconds) },
});

/** Responds to all calls of the API, and to their preflights. */
export async function respondWith(page, response) {
  await page.route("**/api/password/reset/*", (route) =>
    route.request().method() === "OPTIONS"
      ? route.fulfill({ status: 204, headers: { ...headers, "Access-Control-Allow-Headers": "*" } })
      : route.fulfill({ headers, ...response }),
  );
}

/** Lets pages of other origins import the package. */
export const shareModules = (page) =>
  page.route("**/xsolla-password-reset/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
