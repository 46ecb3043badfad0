// A page in Chromium that believes to call Xsolla Login: the examples run as they stand.

import { expect as expectSoon } from "@playwright/test";
import { startLoginServer } from "../../../../scripts/lib/run.js";
import { launchChromium } from "../../lib/chromium.js";

/** Waits long enough for a busy machine. */
export const expect = expectSoon.configure({ timeout: 20_000 });

const xsollaLogin = "https://login.xsolla.com";

/** The local Login server, and a browser in which it answers in place of Xsolla Login. */
export async function openWorld() {
  const settings = { LOGIN_PORT: "0", LOGIN_ALLOWED_ORIGINS: "http://localhost:8000,http://127.0.0.1:*,null" };
  const { server, baseUrl } = await startLoginServer(settings, { quiet: true });
  const { origin } = new URL(baseUrl);
  const browser = await launchChromium();
  /** Where a URL of Xsolla Login's leads in this world. */
  const moved = (url) => url.replace(xsollaLogin, origin);

  return {
    moved,
    forget: () => fetch(`${origin}/test/reset`, { method: "POST" }),
    mailsTo: async (address) => (await fetch(`${origin}/mailbox.json?to=${encodeURIComponent(address)}`)).json(),
    async close() {
      await browser.close();
      server.kill();
    },

    /** Opens a page, uses it, and throws when it complained or called anybody else. */
    async visit(url, use, prepare = () => {}) {
      const context = await browser.newContext({ locale: "en-US" });
      try {
        const complaints = [];
        await context.route(/^https?:/, async (route) => {
          const asked = route.request().url();
          if (asked.startsWith(`${xsollaLogin}/api/`)) {
            const response = await route.fetch({ url: moved(asked) });
            // The local Login server answers no calls with cookies; @xsolla/login-sdk makes no others.
            const headers = { ...response.headers(), "access-control-allow-credentials": "true" };
            await route.fulfill({ response, headers });
          } else if (new URL(asked).hostname === "127.0.0.1") {
            await route.continue();
          } else {
            complaints.push(`It calls ${asked}`);
            await route.abort();
          }
        });
        const page = await context.newPage();
        page.on("pageerror", (error) => complaints.push(String(error)));
        page.on("console", (message) => {
          const isAnswer =
            message.location().url.startsWith(xsollaLogin) || message.location().url.endsWith("/favicon.ico");
          if (message.type() === "error" && !isAnswer) complaints.push(message.text());
        });
        await prepare(page);
        await page.goto(url);
        await use(page);
        if (complaints.length > 0) throw new Error(`The page complains: ${complaints.join("\n")}`);
      } finally {
        await context.close();
      }
    },
  };
}
