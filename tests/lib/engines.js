// The browsers of this machine, headless, and pages in them whose modules can be called from here.

import { existsSync } from "node:fs";
import { chromium as playwright } from "@playwright/test";
import * as tools from "../../scripts/lib/tools.js";
import { startBrowser } from "../e2e/webdriver/start.js";

/** How long what a page is asked for may take, in milliseconds. */
const LIMIT_MS = 300_000;

/** Runs in the page: calls what a module exports. */
const callSource = `async (module, name, args) => (await import(module))[name](...args)`;

/** Starts `chromium`, `firefox` or `webkit`. */
export function startEngine(name) {
  return name === "chromium" ? startChromium() : startWithWebDriver(name);
}

/** @param {import("@playwright/test").LaunchOptions} [options] more than what every test needs */
export async function startChromium(options = {}) {
  await tools.chromium();
  const executablePath = process.env.CHROMIUM || ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
  const args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"];
  const browser = await playwright.launch({ ...options, executablePath, args: [...args, ...(options.args ?? [])] });
  return {
    name: `Chromium ${browser.version()}`,
    stop: () => browser.close(),
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return {
        page,
        cdp: await page.context().newCDPSession(page),
        call: (module, name, ...args) => page.evaluate(`(${callSource})(${[module, name, args].map((value) => JSON.stringify(value))})`),
        goto: (url) => page.goto(url),
        back: () => page.goBack(),
      };
    },
  };
}

async function startWithWebDriver(name) {
  await tools[name]();
  const { driver, stop } = await startBrowser(name);
  await driver.manage().setTimeouts({ script: LIMIT_MS });
  const version = (await driver.getCapabilities()).getBrowserVersion();
  return {
    name: `${name === "firefox" ? "Firefox" : "WebKit"} ${version}`,
    stop,
    async open(url) {
      await driver.get(url);
      return {
        async call(module, name, ...args) {
          const script = `
            const [module, name, args, done] = arguments;
            (${callSource})(module, name, args).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
          const { value, error } = await driver.executeAsyncScript(script, module, name, args);
          if (error) throw new Error(error);
          return value;
        },
        goto: (url) => driver.get(url),
        back: () => driver.navigate().back(),
      };
    },
  };
}
