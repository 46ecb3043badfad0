// Opens a page, fills in its form for two players, and returns the outcomes: Chromium through Playwright, which reports
// errors of the page, Firefox and WebKit through WebDriver.

import { launchChromium, startWebDriver } from "../../support/browsers.js";

const LIMIT_MS = 20_000;

/** The project of the Login server reveals that it does not know the second. */
const players = ["John", "nobody"];

/** The outcomes, unless a case expects others. */
const usual = [/^sent$/, /^rejected: .*003-002/];

/** Runs in the page: fills in the form, submits it, and returns the text of the outcome. */
async function submit(username, limitMs) {
  const deadline = Date.now() + limitMs;
  async function until(what, find) {
    for (;;) {
      const found = find();
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`${what} did not appear`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const button = await until("A button that can be pressed", () => document.querySelector("form button:enabled"));
  const output = document.querySelector("output");
  output.textContent = "";
  document.querySelector("input").value = username;
  button.click();
  return until("An outcome", () => output.textContent);
}

/** The source of a function that submits the form for a username. */
const submitSource = `(username) => (${submit})(username, ${LIMIT_MS})`;

/** The first outcome that is not as expected, as a sentence. */
export function difference(outcomes, expected = usual) {
  const wrong = expected.findIndex((pattern, index) => !pattern.test(outcomes[index]));
  return wrong < 0 ? undefined : `${players[wrong]}: ${outcomes[wrong]} instead of ${expected[wrong]}`;
}

async function openChromium() {
  const browser = await launchChromium();
  return {
    version: browser.version(),
    stop: () => browser.close(),

    /**
     * Returns also the JavaScript that was loaded over the network, in bytes. Throws if the page reports an error.
     * @param {string} url
     * @param {object} [options]
     * @param {Record<string, Function>} [options.expose] functions for the page
     * @param {string} [options.loads] a module that the page loads in the end
     * @param {RegExp} [options.mayReport]
     */
    async visit(url, { expose = {}, loads, mayReport } = {}) {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        const errors = [];
        const report = (text) => {
          if (!mayReport?.test(text)) errors.push(text);
        };
        page.on("pageerror", (error) => report(String(error)));
        page.on("console", (message) => {
          // The second player is unknown, which the server reports with 404.
          const isNotFound = /^Failed to load resource: the server responded with a status of 404/.test(message.text());
          const isExpected = /\/api\/|\/favicon\.ico$/.test(message.location().url);
          if (message.type() === "error" && !(isNotFound && isExpected)) report(message.text());
        });
        const sizes = [];
        page.on("response", (response) => {
          const isScript = /javascript/.test(response.headers()["content-type"]);
          if (isScript) sizes.push(response.body().then((body) => body.length));
        });
        for (const [name, run] of Object.entries(expose)) await page.exposeFunction(name, run);
        await page.goto(url);
        const outcomes = [];
        for (const player of players) {
          if (errors.length === 0) outcomes.push(await page.evaluate(`(${submitSource})(${JSON.stringify(player)})`));
        }
        if (loads) await page.evaluate(`import(${JSON.stringify(loads)}).then(() => {})`);
        if (errors.length > 0) throw new Error(`The page reports: ${errors.join("\n")}`);
        const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
        return { outcomes, bytes };
      } finally {
        await context.close();
      }
    },
  };
}

async function openWebDriver(name) {
  const { driver, version, stop } = await startWebDriver(name);
  return {
    version: `${name} ${version}`,
    stop,

    async visit(url) {
      await driver.get(url);
      const outcomes = [];
      for (const player of players) {
        const script = `const done = arguments[1]; (${submitSource})(arguments[0]).then(done, (error) => done(String(error)));`;
        outcomes.push(await driver.executeAsyncScript(script, player));
      }
      return { outcomes };
    },
  };
}

/** How each browser is opened. */
export const browsers = {
  chromium: openChromium,
  firefox: () => openWebDriver("firefox"),
  webkit: () => openWebDriver("webkit"),
};
