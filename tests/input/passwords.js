// Asks the browsers' own password managers what they see: Chromium's through its log, Firefox's from the browser's own window.

import { chromium } from "@playwright/test";
import { Key } from "selenium-webdriver";
import { chromiumProgram } from "../../scripts/lib/tools.js";
import { chromiumArgs, startWebDriver } from "../support/browsers.js";
import { makeTempDir } from "../support/process.js";

/** Only an offer that does not come takes that long, in milliseconds. */
const LIMIT_MS = 10_000;

const prompt = "Show password prompt";
/** Chromium notes this for each change of a form with a password. */
const change = "PasswordManager::ProvisionallySaveForm";

/** Whether a report tells the outcome of the call. */
const isOver = (_, all) => all.some(({ type }) => /-(requested|set|failed)$/.test(type));

const later = { name: "later", form: "new-password-form", attributes: { username: "later" } };

/**
 * Opens a page, types and presses Enter. `isOffered` says whether the password manager should offer to save.
 *
 * @typedef {(formPage: Awaited<ReturnType<typeof import("../support/form-page.js").startFormPage>>, options: any, text: string,
 *   isOffered: boolean) => Promise<string>} Fill
 */

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
  /** Waits until the log has a message so many times, or until it is too late. */
  const logged = (wanted, times) => {
    const isThere = ([text, least]) => document.body.textContent.split(text).length > least;
    return log.waitForFunction(isThere, [wanted, times], { timeout: LIMIT_MS }).catch(() => {});
  };

  return {
    /** @type {Fill} */
    async fill(formPage, options, text, isOffered) {
      // The manager may offer to save a password when the player leaves the page.
      await page.goto("about:blank");
      const before = await read();
      await page.goto(formPage.address(options));
      await formPage.untilReady();
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      await formPage.until(isOver);
      if (isOffered) await logged(prompt, count(before, prompt) + 1);
      else {
        // Messages arrive in order: one for a later change proves that there is none for the outcome.
        const changes = count(await read(), change);
        if (options.form === "password-reset-form") {
          await page.goto(formPage.address(later));
          await formPage.untilReady();
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

/** Types into the forms as a player, and returns what the password manager did. */
export async function startFirefox() {
  const { driver: anyDriver, stop } = await startWebDriver("firefox", {
    driverArgs: ["--allow-system-access"],
    // Drivers turn the password manager off.
    preferences: { "remote.prefs.recommended": false, "signon.rememberSignons": true },
  });
  const driver = /** @type {import("selenium-webdriver/firefox.js").Driver} */ (anyDriver);

  /** Runs a script in the browser's own window. */
  async function inBrowser(script) {
    await driver.setContext("chrome");
    try {
      return await driver.executeScript(script);
    } finally {
      await driver.setContext("content");
    }
  }
  // It also notes each password while it is typed, behind a closed key icon.
  await inBrowser(`
    window.noted = [];
    const note = (login) => noted.push(login.QueryInterface(Ci.nsILoginInfo));
    Services.obs.addObserver(note, "passwordmgr-prompt-save");
  `);
  /** What the open prompt offers to save. */
  const offered = () =>
    inBrowser(`
      const prompt = PopupNotifications.getNotification("password");
      const value = (name) => document.getElementById("password-notification-" + name).value;
      return prompt && !prompt.dismissed && PopupNotifications.isPanelOpen ? [value("username"), value("password")] : null;
    `);

  async function submit(formPage, options, text) {
    await driver.get(formPage.address(options));
    await formPage.untilReady();
    await driver.actions().sendKeys(text, Key.ENTER).perform();
    await formPage.until(isOver);
  }

  return {
    /** @type {Fill} */
    async fill(formPage, options, text, isOffered) {
      await submit(formPage, options, text);
      // An offer for a later page proves that there is none for this one.
      if (!isOffered) await submit(formPage, later, "correct horse later");
      const offer = await driver.wait(offered, LIMIT_MS).catch(() => null);
      const isNoted = await inBrowser(`
        PopupNotifications.getNotification("password")?.remove();
        return noted.splice(0).some((login) => [login.username, login.password].includes("${text}"));
      `);
      if (!isNoted || !offer) return "not offered";
      const [username, password] = offer;
      const isRight = password === text;
      return `offered, ${username ? `user name "${username}"` : "no user name"}${isRight ? "" : `, another password`}`;
    },
    stop,
  };
}
