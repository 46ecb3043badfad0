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

/**
 * A page that puts HTML from the server into itself: the form appears, takes its options from the HTML, and its outcome
 * reaches the page. In between, the same HTML arrives again, and the typed name stays.
 *
 * @param {object} update
 * @param {(html: string) => string} [update.respond] what the server makes of the fragment
 * @param {(page: import("@playwright/test").Page, press: () => Promise<void>) => Promise<void>} [update.again] asks for the
 *   same HTML again, by default with the same press as at first
 */
function updates({ respond = (html) => html, again = (_page, press) => press() } = {}) {
  const use = async (page, { mailsTo }, snippets) => {
    let responses = 0;
    await page.route("**/lost-password", (route) => {
      const html = snippets.get("lost-password.html").replace("</main>", `<p>Response ${++responses}</p></main>`);
      return route.fulfill({ contentType: "text/html", body: respond(html) });
    });
    const press = () => page.getByText("Lost your password?").click();
    await press();
    const submit = page.getByRole("button", { name: "Email me a link" });
    const field = page.getByLabel("Email or username");
    await field.fill(john.username);
    const form = await page.locator("password-reset-form").elementHandle();
    await again(page, press);
    await expect(page.getByText("Response 2")).toBeVisible();
    assert.equal(await form.evaluate((form) => form.isConnected), true, "the same element");
    await expect(field).toHaveValue(john.username);
    await submit.click();
    await expect(page.locator("output")).toHaveText("Requested");
    assert.equal((await mailsTo(john.address)).length, 1);
  };
  return { html: true, uses: ["outcomes-on-document.js", "lost-password.html"], use };
}

/** How a request of the page ended, and its headers. */
async function headersOfRequest(page) {
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().includes("/password/reset/"),
  );
  await call(page, "ask");
  return (await sent).allHeaders();
}

/** Removes a global before any script of the page runs. */
const withoutGlobal = (page, name) => page.addInitScript((name) => delete window[name], name);

/**
 * `html`: the snippet is a page's body. Otherwise it is a module, bundled, whose exports are `snippet` in the page.
 * `uses`: other snippets, which are next to the page.
 *
 * @type {Record<string, { html?: boolean, uses?: string[], use: (page: import("@playwright/test").Page, browser: any, snippets: Map<string, string>) => Promise<void> }>}
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
      await expect(page.getByRole("status")).toContainText("If an account matches");
      await expect(page.getByRole("button", { name: "Send again" })).toHaveAttribute("aria-disabled", "true");
      await expect(field).toBeHidden();
      assert.equal((await mailsTo(john.address)).length, 1);
      await page.getByRole("button", { name: "Use another address" }).click();
      await expect(field).toBeVisible();
    },
  },
  "challenge.html": {
    html: true,
    async use(page, { mailsTo }) {
      const send = page.getByRole("button", { name: "Send link" });
      await page.getByLabel("Email or username").fill(john.username);
      for (const refuse of [
        () => page.getByRole("button", { name: "A stone" }).click(),
        () => page.keyboard.press("Escape"),
      ]) {
        await send.click();
        await refuse();
        await expect(page.getByText("Nothing was sent.")).toBeVisible();
        await expect(send).toHaveAttribute("aria-disabled", "false");
      }
      assert.deepEqual(await mailsTo(john.address), []);
      await send.click();
      await page.getByRole("button", { name: "An apple" }).click();
      await expect(page.locator("[part=status]")).toContainText("If an account matches");
      assert.equal((await mailsTo(john.address)).length, 1);
    },
  },
  "new-link.html": {
    html: true,
    async use(page) {
      await page.getByLabel("New password").fill("battery staple");
      await page.getByRole("button", { name: "Set new password" }).click();
      await page.getByRole("link", { name: "Request a new link" }).click();
      const field = page.locator("password-reset-form").getByLabel("Email or username");
      await expect(field).toHaveValue(john.username);
      await expect(field).toBeFocused();
      assert.equal(new URL(page.url()).pathname, "/new-link.html/");
    },
  },
  "policy.html": {
    html: true,
    async use(page) {
      const items = page.getByRole("listitem");
      await expect(items).toHaveText([/10 to 100/, /1 uppercase letter/, /2 digits/]);
      await page.getByLabel("New password").fill("Battery 12");
      await expect(items).toHaveText([/Met\.$/, /Met\.$/, /Met\.$/]);
    },
  },
  "before-send.js": {
    async use(page, { mailsTo }) {
      page.once("dialog", (dialog) => dialog.dismiss());
      assert.equal(await call(page, "ask"), "resolved");
      assert.deepEqual(await mailsTo(john.address), []);
      page.once("dialog", (dialog) => dialog.accept());
      assert.equal(await call(page, "ask"), "resolved");
      assert.equal((await mailsTo(john.address)).length, 1);
    },
  },
  "back-to-launcher.html": {
    html: true,
    async use(page) {
      const link = page.getByRole("link", { name: "Back to the game" });
      await page.route("**/password/reset/confirm?*", (route) =>
        route.fulfill({ status: 204, headers: { "access-control-allow-origin": "*" } }),
      );
      await page.locator("new-password-form").evaluate((form) => form.setAttribute("reset-code", "1"));
      await page.getByLabel("New password").fill("battery staple");
      await expect(link).toBeHidden();
      await page.getByRole("button", { name: "Set new password" }).click();
      await expect(link).toBeVisible();
      assert.equal(await link.getAttribute("href"), "mygame://signed-out");
      await page.unrouteAll();
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
  "htmx.html": updates(),
  "turbo.html": updates({
    respond: (html) => html.replaceAll("main id", "turbo-frame id").replaceAll("</main", "</turbo-frame"),
    again: (page) => page.locator("turbo-frame").evaluate((/** @type {any} */ frame) => frame.reload()),
  }),
  // It would take the same response from its cache.
  "unpoly.html": updates({ again: (page, press) => page.evaluate(() => window.up.cache.evict()).then(press) }),
  "alpine.html": updates(),
  "focus-trap.html": {
    html: true,
    async use(page) {
      const field = page.getByLabel("Email or username");
      // Once the form is defined, and no longer hidden in its dialog.
      await expect(page.locator("[part=form]:not([hidden])")).toHaveCount(1);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(field).toBeFocused();
      // From the last element of the dialog to the first, which is in the form.
      for (const name of ["Send link", "Back to sign in", "Close"]) {
        await page.keyboard.press("Tab");
        await expect(page.getByText(name, { exact: true })).toBeFocused();
      }
      await page.keyboard.press("Tab");
      await expect(field).toBeFocused();
      await page.keyboard.press("Shift+Tab");
      await expect(page.getByText("Close")).toBeFocused();
    },
  },
  "game-keys.html": {
    html: true,
    async use(page) {
      const field = page.getByLabel("Email or username");
      const figure = page.locator("#figure");
      await page.locator("canvas").click();
      await page.keyboard.type("aw");
      await expect(figure).toHaveText("KeyA KeyW");
      await field.click();
      await page.keyboard.type("wasd");
      await expect(field).toHaveValue("wasd");
      await expect(figure).toHaveText("KeyA KeyW");
    },
  },
  "session-replay.js": {
    async use(page) {
      await page.addScriptTag({ type: "module", url: "/node_modules/xsolla-password-reset/dist/forms.js" });
      await page.evaluate((projectId) => {
        document.body.innerHTML = `<p>Recorded</p><password-reset-form project-id="${projectId}"></password-reset-form>`;
        window.recorded = "";
        window.snippet.startRecording((event) => (window.recorded += JSON.stringify(event)));
      }, projectId);
      await page.getByLabel("Email or username").fill(john.address);
      await page.getByRole("button", { name: "Send link" }).click();
      await expect(page.locator("[part=address]")).toHaveText(john.address);
      await page.evaluate(() => document.body.append("Recorded later"));
      await expect.poll(() => page.evaluate(() => window.recorded)).toContain("Recorded later");
      assert.doesNotMatch(await page.evaluate(() => window.recorded), /john/i);
    },
  },
  // In a browser, the plugin sends with fetch.
  "capacitor-fetch.js": {
    async use(page, { mailsTo }) {
      assert.equal(await call(page, "ask"), "resolved");
      assert.equal((await mailsTo(john.address)).length, 1);
      const body = JSON.stringify({ error: { code: "003-019", description: "…" } });
      const response = {
        status: 422,
        headers: { "Access-Control-Allow-Origin": "*" },
        contentType: "application/json",
        body,
      };
      await page.route("**/password/reset/request?*", (route) => route.fulfill(response));
      assert.equal(await call(page, "ask"), "rejected");
    },
  },
  "monitoring.js": {
    async use(page) {
      await page.route("**/monitoring", (route) => route.fulfill({ body: "{}" }));
      const headers = await headersOfRequest(page);
      assert.deepEqual(
        Object.keys(headers).filter((name) => /trace|baggage/.test(name)),
        [],
      );
    },
  },
  "with-login-sdk.js": { use: asks("askWithSdk", withCallback) },
  "instead-of-login-sdk.js": { use: asks("askInstead", { ...withCallback, locale: "de_DE" }) },
  "with-fetch.js": { use: asks("askWithFetch", { projectId }) },
  "instead-of-fetch.js": { use: asks("askInstead", { projectId }) },
};
