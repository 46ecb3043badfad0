// The texts in every language, not cut off on a narrow screen; and in a worker. The tests that need no browser are in
// tests/node/messages.

import { languages, loadMessages } from "xsolla-password-reset/messages";
import { projectId } from "../support/projects.js";
import { confirmCall, expect, requestCall, test } from "./support.js";

/** Opens a page with both forms, whose API calls have these outcomes. */
async function serveForms(page, language, outcomes) {
  const attributes = `project-id="${projectId}" base-url="http://localhost/api" reset-code="code"`;
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Forms</title>
    <meta name="viewport" content="width=device-width"><style>body { margin: 16px }</style>
    <password-reset-form ${attributes}></password-reset-form><new-password-form ${attributes}></new-password-form>
    <script>
      var outcomes = 0;
      for (const name of ["password-reset-requested", "password-reset-failed"]) addEventListener(name, () => outcomes++);
    </script>
    <script type="module" src="/xsolla-password-reset/forms.js"></script></html>`;
  await page.route("**/forms.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  for (const call of [requestCall, confirmCall]) {
    await page.route(`**/api/${call}*`, (route) => {
      const { status, retryAfter } = outcomes.shift();
      if (!status) return route.abort();
      const headers = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After" };
      return route.fulfill({ status, headers: retryAfter ? { ...headers, "Retry-After": retryAfter } : headers });
    });
  }
  await page.goto("/forms.html");
  for (const name of ["password-reset-form", "new-password-form"])
    await expect(page.locator(`${name} [part=input]`)).toBeVisible();
}

/** Elements that extend beyond an edge of the window, and texts that overflow their box. */
function overflowing(page) {
  return page.evaluate(() => {
    const found = [];
    const visit = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const { left, right } = element.getBoundingClientRect();
        const { display, visibility } = getComputedStyle(element);
        // Texts for screen readers only are in a box of one pixel; a field scrolls.
        const isExempt = element.clientWidth <= 1 || element.localName === "input";
        if (isExempt || display === "inline" || visibility === "hidden") continue;
        const isText = element.textContent && element.childElementCount === 0;
        if (left < 0 || right > innerWidth || (isText && element.scrollWidth > element.clientWidth)) {
          found.push(`${element.localName} ${element.getAttribute("part") ?? ""} ${element.textContent.trim()}`);
        }
      }
    };
    visit(document);
    if (document.scrollingElement.scrollWidth > innerWidth) found.push("the page");
    return found;
  });
}

test.describe("320 pixels wide", () => {
  test.use({ viewport: { width: 320, height: 900 } });

  for (const language of languages) {
    test(`${language}: no text of either form is cut off or overlaps the edge`, async ({ page }) => {
      const outcomes = [{ status: 0 }, { status: 204 }, { status: 0 }, { status: 429, retryAfter: "5000" }];
      await serveForms(page, language, outcomes);
      expect(await overflowing(page)).toEqual([]);
      let count = 0;
      for (const name of ["password-reset-form", "new-password-form"]) {
        const form = page.locator(name);
        await expect(form.locator("form")).toHaveAttribute("lang", language);
        for (const remaining of [1, 0]) {
          const text = "a long name@or a passphrase.example ";
          const field = form.locator("[part=input]");
          await field.fill(text);
          if (name === "new-password-form" && remaining) await form.locator("[part=toggle]").click();
          await field.press("Enter");
          await page.waitForFunction((count) => window.outcomes === count, ++count);
          expect(await overflowing(page)).toEqual([]);
        }
      }
      expect(outcomes).toEqual([]);
    });
  }
});

test.describe("a German browser", () => {
  test.use({ locale: "de-AT" });

  test("a worker describes an error in the language of the browser", async ({ page }) => {
    // The demo's policy allows no worker from a blob.
    await page.route("**/empty.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
    await page.goto("/empty.html");
    const text = await page.evaluate(async () => {
      const source = `import { describe } from "${location.origin}/xsolla-password-reset/messages.js";
        describe({ kind: "aborted" }).then(postMessage);`;
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })), {
        type: "module",
      });
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      });
    });
    expect(text).toBe((await loadMessages("de")).texts.cancelled);
  });
});
