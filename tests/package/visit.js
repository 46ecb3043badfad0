// Opens a page, asks for two players, and returns the outcomes: Chromium through Playwright, which reports errors of the
// page, Firefox and WebKit through WebDriver.

import { launchChromium, startWebDriver } from "../support/browsers.js";

const LIMIT_MS = 20_000;

/** The project of the Login server reveals that it does not know the second. */
const players = ["John", "nobody"];

/** The outcomes, unless a case expects others. */
export const usual = [/^sent$/, /^rejected: .*003-002/];

/** Runs in the page: submits its form, or calls `window.ask` of a fixture without one. Returns the outcome. */
async function submit([username, limitMs]) {
  const deadline = Date.now() + limitMs;
  async function until(what, find) {
    for (;;) {
      const found = find();
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`${what} did not appear`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  /** @returns {HTMLButtonElement} */
  const button = () => document.querySelector("form button:enabled");
  await until("A button that can be pressed", () => window.ask ?? button());
  if (window.ask) return window.ask(username);
  const output = document.querySelector("output");
  output.textContent = "";
  document.querySelector("input").value = username;
  button().click();
  return until("An outcome", () => output.textContent);
}

/**
 * Uses a page of Playwright, and throws if it reports an error that is not expected.
 *
 * @template Result
 * @param {import("@playwright/test").Browser} browser
 * @param {(text: string, url: string) => boolean} isExpected
 * @param {(page: import("@playwright/test").Page, errors: string[]) => Promise<Result>} use may add errors
 */
export async function usePage(browser, isExpected, use) {
  const context = await browser.newContext({ locale: "en-US" });
  try {
    const errors = [];
    const report = (text, url = "") => {
      if (!isExpected(text, url)) errors.push(text);
    };
    const page = await context.newPage();
    page.on("pageerror", (error) => report(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") report(message.text(), message.location().url);
    });
    const result = await use(page, errors);
    if (errors.length > 0) throw new Error(`The page reports: ${errors.join("\n")}`);
    return result;
  } finally {
    await context.close();
  }
}

// The second player is unknown, which the server reports with 404.
const notFound = /^Failed to load resource: the server responded with a status of 404/;

async function openChromium() {
  const browser = await launchChromium();
  return {
    stop: () => browser.close(),

    /**
     * @param {string} url
     * @param {object} options
     * @param {Record<string, Function>} [options.expose] functions for the page
     * @param {string} [options.loads] a module that the page loads in the end
     * @param {RegExp} [options.mayReport]
     */
    visit(url, { expose = {}, loads, mayReport }) {
      const isExpected = (text, url) =>
        mayReport?.test(text) || (notFound.test(text) && /\/api\/|\/favicon\.ico$/.test(url));
      return usePage(browser, isExpected, async (page, errors) => {
        for (const [name, run] of Object.entries(expose)) await page.exposeFunction(name, run);
        await page.goto(url);
        const outcomes = [];
        for (const player of players) {
          if (errors.length === 0) outcomes.push(await page.evaluate(submit, [player, LIMIT_MS]));
        }
        if (loads) await page.evaluate((module) => import(module).then(() => {}), loads);
        return outcomes;
      });
    },
  };
}

async function openWebDriver(name) {
  const { driver, stop } = await startWebDriver(name);
  return {
    stop,

    async visit(url) {
      await driver.get(url);
      const outcomes = [];
      for (const player of players) {
        const script = `const done = arguments[1]; (${submit})(arguments[0]).then(done, (error) => done(String(error)));`;
        outcomes.push(await driver.executeAsyncScript(script, [player, LIMIT_MS]));
      }
      return outcomes;
    },
  };
}

/** How each browser is opened. */
export const browsers = {
  chromium: openChromium,
  firefox: () => openWebDriver("firefox"),
  webkit: () => openWebDriver("webkit"),
};
