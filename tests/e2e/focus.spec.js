// What gets the focus when a dialog or popover opens around a form, and in frames.

import { listen } from "../support/server.js";
import { autofocusing, forms, openFixture, requestForm, respondWith, shareModules } from "./fixture.js";
import { expect, formOn, test } from "./support.js";

for (const [name, html] of forms) {
  test(`a dialog focuses the field, and no invisible element: ${name}`, async ({ page }) => {
    await openFixture(page, { body: `<dialog>${html}</dialog>` });
    await expect(formOn(page).form.locator("form")).toHaveAttribute("dir");
    await page.waitForTimeout(100);
    await page.locator("dialog").evaluate((/** @type {HTMLDialogElement} */ dialog) => dialog.showModal());
    await page.keyboard.type("ada");
    // The first control, as with native ones.
    const first = name === "request" ? formOn(page).field : formOn(page).part("toggle");
    await expect(first).toBeFocused();
  });

  /** @type {[kind: string, box: string, open: (box: any) => void][]} */
  const openings = [
    ["dialog, modal", "dialog", (dialog) => dialog.showModal()],
    ["dialog", "dialog", (dialog) => dialog.show()],
    ["popover", "div popover", (popover) => popover.showPopover()],
    ["manual popover", 'div popover="manual"', (popover) => popover.togglePopover()],
  ];
  for (const [kind, box, open] of openings) {
    test(`autofocus when a ${kind} opens, each time, also after a button: ${name}`, async ({ page }) => {
      const [tag] = box.split(" ");
      const { field, form } = await openFixture(page, {
        body: `<${box} id="box"><button>Close</button><section>${autofocusing(html)}</section></${tag}>`,
      });
      await expect(form.locator("form")).not.toHaveAttribute("hidden");
      for (const count of [1, 2]) {
        await page.locator("#box").evaluate(open);
        await expect(field, `time ${count}`).toBeFocused();
        await page.keyboard.type("ada");
        await expect(field).toHaveValue("ada".repeat(count));
        await page
          .locator("#box")
          .evaluate((/** @type {any} */ box) => (box.localName === "dialog" ? box.close() : box.hidePopover()));
        await expect(field).toBeHidden();
      }
    });
  }

  test(`without autofocus, a popover leaves the focus where it is: ${name}`, async ({ page }) => {
    await openFixture(page, { body: `<button id="other">Other</button><div popover>${html}</div>` });
    await expect(formOn(page).form.locator("form")).not.toHaveAttribute("hidden");
    await page.locator("#other").focus();
    await page.locator("[popover]").evaluate((/** @type {HTMLElement} */ popover) => popover.showPopover());
    await expect(formOn(page).submit).toBeVisible();
    await expect(page.locator("#other")).toBeFocused();
  });

  test(`autofocus in a frame of another origin does not take the focus from the page: ${name}`, async ({ page }) => {
    const modules = new URL("/xsolla-password-reset/forms.js", test.info().project.use.baseURL).href;
    const server = await listen((_, response) =>
      response
        .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
        .end(`<!doctype html><html lang="en">${autofocusing(html)}<script type="module" src="${modules}"></script>`),
    );
    try {
      await shareModules(page);
      // Chromium reports that it blocks the native autofocus.
      page.removeAllListeners("console");
      await openFixture(page, {
        body: '<input id="outer">',
        script: `document.querySelector("input").focus();
          document.body.insertAdjacentHTML("beforeend", '<iframe src="${server.url}" width="600" height="500"></iframe>');`,
      });
      const frame = page.frameLocator("iframe").locator("password-reset-form, new-password-form");
      await expect(frame.locator("[part=input]")).toBeVisible();
      await page.keyboard.type("typed");
      await expect(page.locator("#outer")).toHaveValue("typed");
      expect(await page.evaluate(() => document.activeElement.id)).toBe("outer");
    } finally {
      server.stop();
    }
  });
}

test("the confirmation has the focus only while it is focused: a dialog does not choose it later", async ({ page }) => {
  await respondWith(page, { status: 204 });
  const { ask, edit, field, form } = await openFixture(page, { body: `<dialog>${requestForm}</dialog>` });
  const dialog = page.locator("dialog");
  const show = (/** @type {HTMLDialogElement} */ element) => element.showModal();
  await expect(form.locator("form")).not.toHaveAttribute("hidden");
  await dialog.evaluate(show);
  await ask("ada");
  await expect(edit).toBeVisible();
  await edit.click();
  await expect(field).toBeFocused();
  await dialog.evaluate((/** @type {HTMLDialogElement} */ element) => element.close());
  await dialog.evaluate(show);
  await page.keyboard.type("!");
  await expect(field).toHaveValue(/!/);
});
