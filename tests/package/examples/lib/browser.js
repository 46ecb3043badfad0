// Pages in Chromium whose calls to Xsolla Login go to the local Login server, so that the examples run unchanged.

import { expect as expectSoon } from "@playwright/test";
import { startLoginServer } from "../../../../scripts/lib/run.js";
import { accountsOf } from "../../../support/accounts.js";
import { launchChromium } from "../../../support/browsers.js";
import { serve } from "../../../support/server.js";
import { usePage } from "../../visit.js";

/** Waits long enough for a busy machine. */
export const expect = expectSoon.configure({ timeout: 20_000 });

/** Asks for an email with the form of a page. */
export async function submit(page, username, button = "Send link") {
  await page.getByLabel("Email or username").fill(username);
  await page.getByRole("button", { name: button }).click();
}

const xsollaLogin = "https://login.xsolla.com";

/** Starts the local Login server, and a browser in which it replaces Xsolla Login. */
export async function openTestBrowser() {
  const settings = { LOGIN_PORT: "0", LOGIN_ALLOWED_ORIGINS: "http://localhost:8000,http://127.0.0.1:*,null" };
  const { server, baseUrl } = await startLoginServer(settings, { quiet: true });
  const { origin } = new URL(baseUrl);
  const browser = await launchChromium();
  /** The URL of the local Login server for one of Xsolla Login. */
  const localUrl = (url) => url.replace(xsollaLogin, origin);
  const { mailsTo, reset } = accountsOf(origin);
  const isExpected = (_text, url) => url.startsWith(xsollaLogin) || url.endsWith("/favicon.ico");

  /** Opens a page, uses it, and throws if it reported an error or called another server. */
  const visit = (url, use, prepare = (_page) => {}) =>
    usePage(browser, isExpected, async (page, errors) => {
      await page.context().route(/^https?:/, async (route) => {
        const requested = route.request().url();
        if (requested.startsWith(`${xsollaLogin}/api/`)) {
          const response = await route.fetch({ url: localUrl(requested) });
          // The local Login server does not allow credentials, which @xsolla/login-sdk always sends.
          const headers = { ...response.headers(), "access-control-allow-credentials": "true" };
          await route.fulfill({ response, headers });
        } else if (new URL(requested).hostname === "127.0.0.1") {
          await route.continue();
        } else {
          errors.push(`it calls ${requested}`);
          await route.abort();
        }
      });
      await prepare(page);
      await page.goto(url);
      await use(page);
    });

  return {
    localUrl,
    mailsTo,
    visit,
    /** Serves a folder, and uses a page of it. */
    async visitIn(folder, path, use) {
      const { url, stop } = await serve(folder);
      await visit(url + path, use).finally(stop);
    },
    reset,
    async stop() {
      await browser.close();
      server.kill();
    },
  };
}
