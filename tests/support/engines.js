// The browsers of this machine, headless, and pages in them whose modules can be called from here.

import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import * as tools from "../../scripts/lib/tools.js";
import { startBrowser } from "./browsers.js";

/** How long what a page is asked for may take, in milliseconds. */
const LIMIT_MS = 300_000;

const names = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit" };

/** Starts `chromium`, `firefox` or `webkit`. `cdp` sends a command of Chromium's DevTools; the others have none. */
async function startEngine(name) {
  const { driver, stop } = name === "chromium" ? await startChromium() : await startOther(name);
  await driver.manage().setTimeouts({ script: LIMIT_MS });
  const version = (await driver.getCapabilities()).getBrowserVersion();
  return {
    name: `${names[name]} ${version}`,
    stop,
    open: (url) => driver.get(url),
    back: () => driver.navigate().back(),
    cdp:
      name === "chromium" ? (command, options = {}) => driver.sendAndGetDevToolsCommand(command, options) : undefined,
    /** Calls what a module exports, in a page that has `call.js`. */
    async call(module, name, ...args) {
      const script = `
        const [module, name, args, done] = arguments;
        callModule(module, name, args).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await driver.executeAsyncScript(script, module, name, args);
      if (error) throw new Error(error);
      return value;
    },
  };
}

/** Runs a test in each of these engines, and tells of those in which it failed. */
export async function inEngines(names, test) {
  for (const name of names) {
    const engine = await startEngine(name);
    try {
      await test(engine);
    } catch (error) {
      console.error(`✗ ${engine.name}: ${error.stack}`);
      process.exitCode = 1;
    } finally {
      await engine.stop();
    }
  }
}

async function startOther(name) {
  await tools[name]();
  return startBrowser(name);
}

async function startChromium() {
  const [, chromedriver] = await tools.chromium();
  const options = new chrome.Options();
  options.addArguments(
    "--headless",
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--no-first-run",
  );
  options.setChromeBinaryPath(tools.chromiumProgram());
  const service = new chrome.ServiceBuilder(chromedriver);
  const driver = await new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  return { driver, stop: () => driver.quit() };
}
