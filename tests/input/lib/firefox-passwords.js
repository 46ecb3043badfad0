// Asks Firefox's password manager what it sees, from the browser's own window.

import { Key } from "selenium-webdriver";
import { startWebDriver } from "../../support/browsers.js";

/** Only an offer that does not come takes that long, in milliseconds. */
const LIMIT_MS = 10_000;

const later = { name: "later", form: "new-password-form", username: "later" };

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

  async function submit(server, options, text) {
    await driver.get(server.address(options));
    await server.untilReady();
    await driver.actions().sendKeys(text, Key.ENTER).perform();
    await server.until((_, all) => all.some(({ type }) => /-(requested|set|failed)$/.test(type)));
  }

  return {
    /** Opens a page, types and presses Enter. `isOffered` says whether the password manager should offer to save. */
    async fill(server, options, text, isOffered) {
      await submit(server, options, text);
      // An offer for a later page proves that there is none for this one.
      if (!isOffered) await submit(server, later, "correct horse later");
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
