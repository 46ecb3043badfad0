// A page in each engine, on which the calls are made.

import * as tools from "../../../../scripts/lib/tools.js";
import { launchChromium } from "../../../package/lib/chromium.js";
import { startBrowser } from "../../../support/browsers.js";

/** For all calls, on a machine that is very busy. */
const LIMIT_MS = 900_000;

/** What Chromium itself says of a request that failed, which no page can prevent. */
const ofChromium = [
  /^Failed to load resource: (net::ERR_\w+|the server responded with a status of \d+ )/,
  /^Access to fetch at '\S+' from origin '\S+' has been blocked by CORS policy: /,
];

async function openChromium() {
  const browser = await launchChromium();
  const page = await browser.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const isOurs = message.type() === "error" && !ofChromium.some((pattern) => pattern.test(message.text()));
    if (isOurs) complaints.push(message.text());
  });
  return {
    version: `Chromium ${browser.version()}`,
    complaints,
    open: (url) => page.goto(url),
    makeAllCalls: async (calls) => JSON.parse(await page.evaluate((calls) => window.makeAllCalls(calls), calls)),
    stop: () => browser.close(),
  };
}

async function openWebDriver(name, title) {
  const { driver, stop } = await startBrowser(name);
  await driver.manage().setTimeouts({ script: LIMIT_MS });
  const capabilities = await driver.getCapabilities();
  const script = `
    const [calls, done] = arguments;
    window.makeAllCalls(calls).then((reports) => done([reports]), (error) => done([undefined, String(error)]));`;
  return {
    version: `${title} ${capabilities.getBrowserVersion()}`,
    /** What a page can see of them, it reports itself. */
    complaints: [],
    open: (url) => driver.get(url),
    async makeAllCalls(calls) {
      const [reports, error] = await driver.executeAsyncScript(script, calls);
      if (error) throw new Error(error);
      return JSON.parse(reports);
    },
    stop,
  };
}

/** Each, and how it is installed and opened. */
export const engines = {
  chromium: { install: tools.chromium, open: openChromium },
  firefox: { install: tools.firefox, open: () => openWebDriver("firefox", "Firefox") },
  webkit: { install: tools.webkit, open: () => openWebDriver("webkit", "WebKitGTK") },
};
