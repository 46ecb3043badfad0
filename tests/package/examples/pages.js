// The snippets that need a browser, each with how its page is made and used. See snippets.test.js.

import assert from "node:assert/strict";
import { projectId } from "../../support/projects.js";
import { expect } from "./lib/browser.js";

/** An account in the project of the snippets, and its address. */
const john = { username: "John", address: "john@example.com" };

/** Calls a function that the snippet exports, in its page; returns how it ended. */
async function call(page, name) {
  const username = john.username;
  return page.evaluate(
    ([name, username]) =>
      window.snippet[name](username).then(
        () => "resolved",
        (error) => String(error.kind ?? error),
      ),
    [name, username],
  );
}

/** The query of the one request that each of these sends. */
function asks(name, expectedQuery) {
  return async (page, { mailsTo }) => {
    const sent = page.waitForRequest(
      (request) => request.method() === "POST" && request.url().includes("/password/reset/request"),
    );
    assert.equal(await call(page, name), "resolved");
    const { searchParams } = new URL((await sent).url());
    for (const [key, value] of Object.entries(expectedQuery)) assert.equal(searchParams.get(key), value);
    assert.deepEqual((await sent).postDataJSON(), { username: john.username });
    assert.equal((await mailsTo(john.address)).length, 1);
  };
}

const withCallback = { projectId, login_url: "http://localhost:8000/signed-in.html" };

const fallbackLink = (page) => page.getByRole("link", { name: "Open it in your browser" });

/** Loads the page again after changing what it receives, and expects its fallback. */
async function expectFallback(page, prepare) {
  await prepare();
  await page.reload();
  await expect(fallbackLink(page)).toBeVisible();
  assert.equal(await fallbackLink(page).getAttribute("href"), "https://game.example.com/lost-password");
  await expect(page.getByRole("button", { name: "Send link" })).toBeHidden();
  await page.unrouteAll();
}

/** Removes a global before any script of the page runs. */
const withoutGlobal = (page, name) => page.addInitScript((name) => delete window[name], name);

/**
 * `html`: the snippet is a page's body. Otherwise it is a module, bundled, whose exports are `snippet` in the page.
 *
 * @type {Record<string, { html?: boolean, use: (page: import("@playwright/test").Page, browser: any) => Promise<void> }>}
 */
export const pages = {
  "form.html": {
    html: true,
    async use(page, { mailsTo }) {
      await page.getByLabel("Email or username").fill(john.username);
      await page.getByRole("button", { name: "Send link" }).click();
      await expect(page.locator("[part=status]")).toContainText("If an account matches");
      assert.equal((await mailsTo(john.address)).length, 1);
    },
  },
  "styled.html": {
    html: true,
    async use(page) {
      const submit = page.getByRole("button", { name: "Send link" });
      await expect(submit).toBeVisible();
      const look = await submit.evaluate((button) => {
        const { backgroundColor, color, fontFamily, textTransform } = getComputedStyle(button);
        return { backgroundColor, color, fontFamily, textTransform };
      });
      assert.deepEqual(look, {
        backgroundColor: "rgb(95, 211, 180)",
        color: "rgb(6, 35, 27)",
        fontFamily: "Georgia, serif",
        textTransform: "uppercase",
      });
      await expect(page.getByRole("heading", { name: "Lost your password?" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Back to sign in" })).toBeVisible();
    },
  },
  "headless.html": {
    html: true,
    async use(page, { mailsTo }) {
      const field = page.getByLabel("Email or username");
      await page.getByRole("button", { name: "Send link" }).click();
      await expect(page.locator("#field-error")).toHaveText("Enter your email or username.");
      await field.fill(john.username);
      await page.getByRole("button", { name: "Send link" }).click();
      await expect(page.locator("[part=status]")).toContainText("If an account matches");
      await expect(page.getByRole("button", { name: "Send again" })).toHaveAttribute("aria-disabled", "true");
      await expect(field).toBeHidden();
      assert.equal((await mailsTo(john.address)).length, 1);
      await page.getByRole("button", { name: "Use another address" }).click();
      await expect(field).toBeVisible();
    },
  },
  "fallback.html": {
    html: true,
    async use(page) {
      await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
      await expect(fallbackLink(page)).toBeHidden();

      // While the script loads, the fallback is hidden for some seconds.
      /** @type {(value?: unknown) => void} */
      let release;
      await page.route("**/forms.js", async (route) => {
        await new Promise((resolve) => (release = resolve));
        await route.continue();
      });
      await page.reload({ waitUntil: "commit" });
      await expect.poll(() => Boolean(release)).toBe(true);
      await page.evaluate(() => {
        const [animation] = document.querySelector(".fallback").getAnimations();
        animation.pause();
        animation.currentTime = 2900;
      });
      await expect(fallbackLink(page)).toBeHidden();
      release();
      await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
      await expect(fallbackLink(page)).toBeHidden();
      await page.unrouteAll();

      // An engine without modules ignores a script whose type it does not know.
      await expectFallback(page, () =>
        page.route(/\/fallback\.html\/$/, async (route) => {
          const response = await route.fetch();
          const body = await response.text();
          assert.ok(body.includes('type="module"'));
          await route.fulfill({ response, body: body.replaceAll('type="module"', 'type="unknown"') });
        }),
      );
      await expectFallback(page, () =>
        page.route("**/forms.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" })),
      );
      await expectFallback(page, () => withoutGlobal(page, "customElements"));
    },
  },
  "fallback-script.html": {
    html: true,
    async use(page) {
      await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
      await expect(fallbackLink(page)).toBeHidden();
      const script = /\/index\.global\.js$/;
      await expectFallback(page, () =>
        page.route(script, (route) => route.fulfill({ contentType: "text/javascript", body: "" })),
      );
      await expectFallback(page, () => withoutGlobal(page, "WebAssembly"));
    },
  },
  "with-login-sdk.js": { use: asks("askWithSdk", withCallback) },
  "instead-of-login-sdk.js": { use: asks("askInstead", { ...withCallback, locale: "de_DE" }) },
  "with-fetch.js": { use: asks("askWithFetch", { projectId }) },
  "instead-of-fetch.js": { use: asks("askInstead", { projectId }) },
};
