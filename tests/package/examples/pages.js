// The snippets that need a browser, each with how its page is used. snippets.test.js makes the pages.

import assert from "node:assert/strict";
import { projectId } from "../../support/projects.js";
import { expect, submit } from "./lib/browser.js";

/** @import { Page } from "@playwright/test" */

/** An account in the project of the snippets, and its address. */
const john = { username: "John", address: "john@example.com" };

const fieldOf = (page) => page.getByLabel("Email or username");
const buttonOf = (page) => page.getByRole("button", { name: "Send link" });

/** Expects the one email that the page has requested. */
const expectEmail = async ({ mailsTo }) => assert.equal((await mailsTo(john.address)).length, 1);

/** Calls a function that the snippet exports, in its page; returns how it ended. */
const call = (page, name) =>
  page.evaluate(
    ([name, username]) =>
      window.snippet[name](username).then(
        () => "resolved",
        (error) => String(error.kind ?? error),
      ),
    [name, john.username],
  );

/** The next request to Xsolla Login. */
const nextRequest = (page) =>
  page.waitForRequest((request) => request.method() === "POST" && request.url().includes("/password/reset/request"));

/** Expects a function to send one request, with this query. */
function asks(name, expectedQuery) {
  return async (page, browser) => {
    const sent = nextRequest(page);
    assert.equal(await call(page, name), "resolved");
    const { searchParams } = new URL((await sent).url());
    for (const [key, value] of Object.entries(expectedQuery)) assert.equal(searchParams.get(key), value);
    assert.deepEqual((await sent).postDataJSON(), { username: john.username });
    await expectEmail(browser);
  };
}

const withCallback = { projectId, login_url: "http://localhost:8000/signed-in.html" };

const fallbackOf = (page) => page.getByRole("link", { name: "Open it in your browser" });

async function expectForm(page) {
  await expect(buttonOf(page)).toBeVisible();
  await expect(fallbackOf(page)).toBeHidden();
}

/** Loads the page again after changing what it receives, and expects its fallback. */
async function expectFallback(page, prepare) {
  await prepare();
  await page.reload();
  await expect(fallbackOf(page)).toBeVisible();
  assert.equal(await fallbackOf(page).getAttribute("href"), "https://game.example.com/lost-password");
  await expect(buttonOf(page)).toBeHidden();
  await page.unrouteAll();
}

/** Lets a script be empty, as if it had never run. */
const withoutScript = (page, url) =>
  page.route(url, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));

/**
 * A page that puts HTML from the server into itself: the form appears, takes its options from the HTML, and its outcome
 * reaches the page. In between, the same HTML arrives again, and the typed name stays.
 *
 * @param {object} update
 * @param {(html: string) => string} [update.respond] what the server makes of the fragment
 * @param {(page: Page, press: () => Promise<void>) => Promise<void>} [update.again] asks for the same HTML again, by default
 *   with the same press as at first
 */
function updates({ respond = (html) => html, again = (_page, press) => press() } = {}) {
  return async (page, browser, snippets) => {
    let responses = 0;
    await page.route("**/lost-password", (route) => {
      const html = snippets.get("lost-password.html").replace("</main>", `<p>Response ${++responses}</p></main>`);
      return route.fulfill({ contentType: "text/html", body: respond(html) });
    });
    const press = () => page.getByText("Lost your password?").click();
    await press();
    const field = fieldOf(page);
    await field.fill(john.username);
    const form = await page.locator("password-reset-form").elementHandle();
    await again(page, press);
    await expect(page.getByText("Response 2")).toBeVisible();
    assert.equal(await form.evaluate((form) => form.isConnected), true, "the same element");
    await expect(field).toHaveValue(john.username);
    await page.getByRole("button", { name: "Email me a link" }).click();
    await expect(page.locator("output")).toHaveText("Requested");
    await expectEmail(browser);
  };
}

/** Removes a global before any script of the page runs. */
const withoutGlobal = (page, name) => page.addInitScript((name) => delete window[name], name);

/** Snippets that are next to every page. */
export const nextToPages = ["outcomes-on-document.js", "lost-password.html"];

/**
 * What is done with the page of a snippet: its body is the snippet if that is HTML; otherwise the snippet is a module, bundled,
 * whose exports are `snippet` in the page.
 *
 * @type {Record<string, (page: Page, browser: any, snippets?: Map<string, string>) => Promise<void>>}
 */
export const pages = {
  async "form.html"(page, browser) {
    await submit(page, john.username);
    await expect(page.locator("[part=status]")).toContainText("If an account matches");
    await expectEmail(browser);
  },
  async "styled.html"(page) {
    const submit = buttonOf(page);
    await expect(submit).toBeVisible();
    await expect(submit).toHaveCSS("background-color", "rgb(95, 211, 180)");
    await expect(submit).toHaveCSS("color", "rgb(6, 35, 27)");
    await expect(submit).toHaveCSS("font-family", "Georgia, serif");
    await expect(submit).toHaveCSS("text-transform", "uppercase");
    await expect(page.getByRole("heading", { name: "Lost your password?" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Back to sign in" })).toBeVisible();
  },
  async "headless.html"(page, browser) {
    const field = fieldOf(page);
    await buttonOf(page).click();
    await expect(page.locator("#field-error")).toHaveText("Enter your email or username.");
    await field.fill(john.username);
    await expect(page.locator("#field-error")).toBeEmpty();
    await buttonOf(page).click();
    await expect(page.getByRole("status")).toContainText("If an account matches");
    await expect(page.getByText("You can try again in")).toBeVisible();
    await expect(page.getByRole("button", { name: "Send again" })).toHaveAttribute("aria-disabled", "true");
    await expect(field).toBeHidden();
    await expectEmail(browser);
    await page.getByRole("button", { name: "Use another address" }).click();
    await expect(field).toBeVisible();
    await expect(field).toHaveValue(john.username);
  },
  async "challenge.html"(page, browser) {
    const send = buttonOf(page);
    await fieldOf(page).fill(john.username);
    const refusals = [() => page.getByRole("button", { name: "A stone" }).click(), () => page.keyboard.press("Escape")];
    for (const refuse of refusals) {
      await send.click();
      await refuse();
      await expect(page.getByText("Nothing was sent.")).toBeVisible();
      await expect(send).toHaveAttribute("aria-disabled", "false");
    }
    assert.deepEqual(await browser.mailsTo(john.address), []);
    await send.click();
    await page.getByRole("button", { name: "An apple" }).click();
    await expect(page.locator("[part=status]")).toContainText("If an account matches");
    await expectEmail(browser);
  },
  async "new-link.html"(page) {
    await page.getByLabel("New password").fill("battery staple");
    await page.getByRole("button", { name: "Set new password" }).click();
    await page.getByRole("link", { name: "Request a new link" }).click();
    const field = fieldOf(page.locator("password-reset-form"));
    await expect(field).toHaveValue(john.username);
    await expect(field).toBeFocused();
    assert.equal(new URL(page.url()).pathname, "/new-link.html/");
  },
  async "policy.html"(page) {
    const items = page.getByRole("listitem");
    await expect(items).toHaveText([/10 to 100/, /1 uppercase letter/, /2 digits/]);
    await page.getByLabel("New password").fill("Battery 12");
    await expect(items).toHaveText([/Met\.$/, /Met\.$/, /Met\.$/]);
  },
  async "before-send.js"(page, browser) {
    page.once("dialog", (dialog) => dialog.dismiss());
    assert.equal(await call(page, "ask"), "resolved");
    assert.deepEqual(await browser.mailsTo(john.address), []);
    page.once("dialog", (dialog) => dialog.accept());
    await asks("ask", { projectId })(page, browser);
  },
  async "back-to-launcher.html"(page) {
    const link = page.getByRole("link", { name: "Back to the game" });
    const response = { status: 204, headers: { "access-control-allow-origin": "*" } };
    await page.route("**/password/reset/confirm?*", (route) => route.fulfill(response));
    await page.locator("new-password-form").evaluate((form) => form.setAttribute("reset-code", "1"));
    await page.getByLabel("New password").fill("battery staple");
    await expect(link).toBeHidden();
    await page.getByRole("button", { name: "Set new password" }).click();
    await expect(link).toBeVisible();
    assert.equal(await link.getAttribute("href"), "mygame://signed-out");
  },
  async "fallback.html"(page) {
    await expectForm(page);

    // While the script loads, the fallback is hidden for some seconds.
    const { promise: released, resolve: release } = Promise.withResolvers();
    await page.route("**/forms.js", (route) => released.then(() => route.continue()));
    const asked = page.waitForRequest("**/forms.js");
    await page.reload({ waitUntil: "commit" });
    await asked;
    await page.evaluate(() => {
      const [animation] = document.querySelector(".fallback").getAnimations();
      animation.pause();
      animation.currentTime = 2900;
    });
    await expect(fallbackOf(page)).toBeHidden();
    release(undefined);
    await expectForm(page);
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
    await expectFallback(page, () => withoutScript(page, "**/forms.js"));
    await expectFallback(page, () => withoutGlobal(page, "customElements"));
  },
  async "fallback-script.html"(page) {
    await expectForm(page);
    await expectFallback(page, () => withoutScript(page, "**/index.global.js"));
    await expectFallback(page, () => withoutGlobal(page, "WebAssembly"));
  },
  "htmx.html": updates(),
  "turbo.html": updates({
    respond: (html) => html.replaceAll("main id", "turbo-frame id").replaceAll("</main", "</turbo-frame"),
    again: (page) => page.locator("turbo-frame").evaluate((/** @type {any} */ frame) => frame.reload()),
  }),
  // It would take the same response from its cache.
  "unpoly.html": updates({ again: (page, press) => page.evaluate(() => window.up.cache.evict()).then(press) }),
  "alpine.html": updates(),
  async "focus-trap.html"(page) {
    const field = fieldOf(page);
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
  async "game-keys.html"(page) {
    const field = fieldOf(page);
    const figure = page.locator("#figure");
    await page.locator("canvas").click();
    await page.keyboard.type("aw");
    await expect(figure).toHaveText("KeyA KeyW");
    await field.click();
    await page.keyboard.type("wasd");
    await expect(field).toHaveValue("wasd");
    await expect(figure).toHaveText("KeyA KeyW");
  },
  async "session-replay.js"(page) {
    await page.addScriptTag({ type: "module", url: "/node_modules/xsolla-password-reset/dist/forms.js" });
    await page.evaluate((projectId) => {
      document.body.innerHTML = `<p>Recorded</p><password-reset-form project-id="${projectId}"></password-reset-form>`;
      window.recorded = "";
      window.snippet.startRecording((event) => (window.recorded += JSON.stringify(event)));
    }, projectId);
    await submit(page, john.address);
    await expect(page.locator("[part=address]")).toHaveText(john.address);
    await page.evaluate(() => document.body.append("Recorded later"));
    await expect.poll(() => page.evaluate(() => window.recorded)).toContain("Recorded later");
    assert.doesNotMatch(await page.evaluate(() => window.recorded), /john/i);
  },
  // In a browser, the plugin sends with fetch.
  async "capacitor-fetch.js"(page, browser) {
    assert.equal(await call(page, "ask"), "resolved");
    await expectEmail(browser);
    const json = { error: { code: "003-019", description: "…" } };
    const response = { status: 422, headers: { "Access-Control-Allow-Origin": "*" }, json };
    await page.route("**/password/reset/request?*", (route) => route.fulfill(response));
    assert.equal(await call(page, "ask"), "rejected");
  },
  async "monitoring.js"(page) {
    await page.route("**/monitoring", (route) => route.fulfill({ body: "{}" }));
    const sent = nextRequest(page);
    await call(page, "ask");
    const names = Object.keys(await (await sent).allHeaders());
    assert.ok(!names.some((name) => /trace|baggage/.test(name)), names.join());
  },
  "with-login-sdk.js": asks("askWithSdk", withCallback),
  "instead-of-login-sdk.js": asks("askInstead", { ...withCallback, locale: "de_DE" }),
  "with-fetch.js": asks("askWithFetch", { projectId }),
  "instead-of-fetch.js": asks("askInstead", { projectId }),
};
