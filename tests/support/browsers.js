// Starts the browsers of this machine, headless, after installing what is missing: Chromium through Playwright or
// WebDriver, Firefox, WebKitGTK and WPE WebKit through WebDriver. The old engines are in tests/pages/launchers.

import { existsSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { chromium as playwright } from "@playwright/test";
import { Builder, Capabilities } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";
import { wpe } from "../../scripts/lib/launchers.js";
import * as tools from "../../scripts/lib/tools.js";
import { startServer } from "./login.js";
import { makeTempDir, printed, start, startServing, stop } from "./process.js";
import { freePort } from "./server.js";

/** How long a script of a test may run in a page, in milliseconds: only one that hangs takes that long. */
const SCRIPT_LIMIT_MS = 900_000;

/** For a Chromium that calls no other machine by itself. */
export const chromiumArgs = ["--no-sandbox", "--disable-quic", "--disable-background-networking"];

/** Starts Chromium through Playwright. */
export async function launchChromium(options = {}) {
  await tools.chromium();
  return playwright.launch({ executablePath: tools.headlessChromiumProgram(), args: chromiumArgs, ...options });
}

/** The port that Selenium would choose could be given to a server of the tests before the driver starts. */
const onFreePort = async (service) => service.setPort(await freePort());

const titles = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK", wpe: "WPE WebKit" };

const starters = {
  async chromium() {
    const [, chromedriver] = await tools.chromium();
    const options = new chrome.Options();
    options.addArguments("--headless", "--no-first-run", ...chromiumArgs);
    options.setChromeBinaryPath(tools.chromiumProgram());
    options.setLoggingPrefs({ browser: "SEVERE" });
    const builder = new Builder().forBrowser("chrome").setChromeOptions(options);
    return withDriver(builder.setChromeService(await onFreePort(new chrome.ServiceBuilder(chromedriver))));
  },

  async firefox({ driverArgs = [], preferences = {} } = {}) {
    const [, geckodriver] = await tools.firefox();
    const options = new firefox.Options();
    options.addArguments("-headless", "--width=1280", "--height=1000");
    for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
    options.setBinary(tools.firefoxProgram());
    const builder = new Builder().forBrowser("firefox").setFirefoxOptions(options);
    const service = new firefox.ServiceBuilder(geckodriver).addArguments(...driverArgs);
    return withDriver(builder.setFirefoxService(await onFreePort(service)));
  },

  async webkit() {
    await tools.debianPackages("webkit");
    const versions = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    const miniBrowser = readdirSync("/usr/lib")
      .filter((folder) => folder.includes("linux"))
      .flatMap((folder) => versions.map((version) => `/usr/lib/${folder}/${version}/MiniBrowser`))
      .find(existsSync);
    if (!miniBrowser) throw new Error("MiniBrowser is missing (Debian: libwebkit2gtk)");
    return startWebKitGtk("MiniBrowser", miniBrowser, { args: ["--automation"] });
  },

  async wpe() {
    const { driver: program, browser } = await wpe();
    const options = { binary: tools.which(browser), args: ["--automation", "--platform=headless"] };
    const capabilities = { browserName: "cog", "wpe:browserOptions": options };
    return startWebKit(program, capabilities, { XDG_RUNTIME_DIR: await makeTempDir() });
  },
};

/**
 * Starts a browser through WebDriver.
 *
 * @param {string} name chromium, firefox, webkit or wpe
 * @param {{ driverArgs?: string[], preferences?: Record<string, string | number | boolean> }} [options] for Firefox
 * @returns {Promise<{ name: string, version: string, driver: import("selenium-webdriver").WebDriver, stop: () => Promise<void> }>}
 */
export async function startWebDriver(name, options) {
  const starter = starters[name];
  if (!starter) throw new Error(`There is no browser ${name}. The browsers: ${Object.keys(starters).join(", ")}`);
  const started = await starter(options);
  await started.driver.manage().setTimeouts({ script: SCRIPT_LIMIT_MS });
  const version = (await started.driver.getCapabilities()).getBrowserVersion();
  return { ...started, name: `${titles[name]} ${version}`, version };
}

/** Starts a virtual screen. Xvfb chooses its number, so that several can start at once. */
export async function startScreen(size = "1280x1000") {
  const child = start(["Xvfb", "-displayfd", "1", "-screen", "0", `${size}x24`, "-nolisten", "tcp"]);
  const [, number] = await printed(child, /^(\d+)\n/m);
  return { display: `:${number}`, stop: () => stop(child) };
}

/**
 * Starts a program that shows pages with WebKitGTK, on the screen of `env.DISPLAY` or a virtual one of its own.
 *
 * @param {string} name the browser name that the program reports to WebDriver
 * @param {string} binary
 * @param {{ args?: string[], env?: Record<string, string> }} [options]
 */
export async function startWebKitGtk(name, binary, { args = [], env = {} } = {}) {
  const screen = env.DISPLAY ? undefined : await startScreen();
  const capabilities = { browserName: name, "webkitgtk:browserOptions": { binary, args } };
  return startWebKit("WebKitWebDriver", capabilities, { ...(screen && { DISPLAY: screen.display }), ...env }, screen);
}

/** Starts a driver of WebKit, and a program through it. `output` returns what both printed. */
async function startWebKit(program, capabilities, env, screen = undefined) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server;
  const end = async () => {
    if (server) await stop(server);
    await screen?.stop();
  };
  try {
    server = await startServing([program, `--port=${port}`, "--host=127.0.0.1"], `${url}/status`, { env });
    const builder = new Builder().usingServer(url).withCapabilities(new Capabilities(capabilities));
    const { driver, stop: quit } = await withDriver(builder);
    return { driver, output: () => server.output, stop: () => quit().finally(end) };
  } catch (error) {
    error.message += `\n${server?.output ?? ""}`;
    await end();
    throw error;
  }
}

async function withDriver(builder) {
  const driver = await builder.build();
  return { driver, stop: () => driver.quit().catch(() => {}) };
}

/**
 * Starts a browser for pages whose modules can be called from here. `cdp` sends a command of the DevTools protocol, and
 * is there in Chromium only, as is what `errors` returns: the errors on the console since the last call.
 */
export async function startCallable(browser) {
  const { name, driver, stop } = await startWebDriver(browser);
  return {
    name,
    stop,
    errors: async () =>
      browser === "chromium" ? (await driver.manage().logs().get("browser")).map(({ message }) => message) : [],
    open: (url) => driver.get(url),
    back: () => driver.navigate().back(),
    cdp:
      browser === "chromium"
        ? (command, options = {}) => driver.sendAndGetDevToolsCommand(command, options)
        : undefined,
    /** Calls a function that a module exports, in the page `page/index.html`. */
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

/**
 * A test in each of the browsers that the command names. `server` is of `login.js`, `open` opens a new page of it, and `check` is a
 * part of the test.
 */
export function inBrowsers(run) {
  for (const name of process.argv.slice(2))
    test(name, async (context) => {
      const server = await startServer();
      context.after(server.stop);
      const browser = await startCallable(name);
      context.after(browser.stop);
      const open = (query = "") => browser.open(`${server.url}tests/support/page/index.html?${query}`);
      await open();
      const check = (what, part) => context.test(what, part);
      await run({ ...browser, open, server, check });
    });
}
