// Asks Chromium's password manager what it sees, through its log.

import { chromium } from "@playwright/test";
import { chromiumProgram } from "../../../scripts/lib/tools.js";
import { chromiumArgs } from "../../support/browsers.js";
import { makeTempDir } from "../../support/temp-dir.js";

const prompt = "Show password prompt";
/** Chromium notes this for each change of a form with a password. */
const change = "PasswordManager::ProvisionallySaveForm";

/** Types into the forms as a player, and returns what the password manager said. */
export async function startChromium() {
  const context = await chromium.launchPersistentContext(await makeTempDir(), {
    executablePath: chromiumProgram(),
    headless: false,
    args: ["--headless=new", "--password-store=basic", ...chromiumArgs],
    // A browser that is controlled by automation does not save passwords.
    ignoreDefaultArgs: ["--enable-automation"],
  });
  const log = await context.newPage();
  await log.goto("chrome://password-manager-internals");
  const page = await context.newPage();
  const read = () => log.locator("body").textContent();
  const count = (text, wanted) => text.split(wanted).length - 1;
  /** Waits for the log. Returns whether there was the message in time. */
  const logged = (wanted, times) =>
    log
      .waitForFunction(([text, least]) => document.body.textContent.split(text).length > least, [wanted, times], {
        timeout: 10_000,
      })
      .then(
        () => true,
        () => false,
      );

  return {
    /**
     * Opens a page, types and presses Enter. `isOffered` says whether the password manager should offer to save.
     *
     * @param {Awaited<ReturnType<typeof import("./server.js").startServer>>} server
     */
    async fill(server, options, text, isOffered) {
      // The manager may offer to save a password when the player leaves the page.
      await page.goto("about:blank");
      const before = await read();
      await page.goto(server.address(options));
      await server.untilReady();
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      await server.until((_, all) => all.some(({ type }) => /-(requested|set|failed)$/.test(type)));
      if (isOffered) await logged(prompt, count(before, prompt) + 1);
      else {
        // Messages arrive in order: one for a later change proves that there is none for the outcome.
        const changes = count(await read(), change);
        if (options.form === "password-reset-form") {
          await page.goto(server.address({ name: "later", form: "new-password-form" }));
          await server.untilReady();
        }
        await page.keyboard.type("x");
        await logged(change, changes + 1);
      }
      const after = (await read()).slice(before.length);
      const offers = count(after, prompt);
      if (offers === 0) return "not offered";
      const field = /^username: .*, (visible|invisible), (empty|non-empty)/m.exec(after);
      return `offered${offers > 1 ? ` ${offers} times` : ""}, ${field?.[2] === "non-empty" ? `${field[1]} user name` : "no user name"}`;
    },
    stop: () => context.close(),
  };
}
