// The page of the calls in each browser.

import { launchChromium, startWebDriver } from "../../support/browsers.js";

/** For all calls, on a busy machine. */
const LIMIT_MS = 900_000;

/** The messages of Chromium for a request that failed, which no page can prevent. */
const networkMessages = [
  /^Failed to load resource: (net::ERR_\w+|the server responded with a status of \d+ )/,
  /^Access to fetch at '\S+' from origin '\S+' has been blocked by CORS policy: /,
];

async function openChromium() {
  const browser = await launchChromium();
  const page = await browser.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const messages = [];
  page.on("pageerror", (error) => messages.push(String(error)));
  page.on("console", (message) => {
    const isOurs = message.type() === "error" && !networkMessages.some((pattern) => pattern.test(message.text()));
    if (isOurs) messages.push(message.text());
  });
  return {
    name: `Chromium ${browser.version()}`,
    messages,
    open: (url) => page.goto(url),
    makeAllCalls: async (calls) => JSON.parse(await page.evaluate((calls) => window.makeAllCalls(calls), calls)),
    stop: () => browser.close(),
  };
}

async function openWebDriver(browser) {
  const { name, driver, stop } = await startWebDriver(browser);
  await driver.manage().setTimeouts({ script: LIMIT_MS });
  const script = `
    const [calls, done] = arguments;
    window.makeAllCalls(calls).then((reports) => done([reports]), (error) => done([undefined, String(error)]));`;
  return {
    name,
    /** The page reports those that it can see. */
    messages: [],
    open: (url) => driver.get(url),
    async makeAllCalls(calls) {
      const [reports, error] = await driver.executeAsyncScript(script, calls);
      if (error) throw new Error(error);
      return JSON.parse(reports);
    },
    stop,
  };
}

/** How each is opened. */
export const browsers = {
  chromium: openChromium,
  firefox: () => openWebDriver("firefox"),
  webkit: () => openWebDriver("webkit"),
};
