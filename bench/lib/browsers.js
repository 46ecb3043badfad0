// Starts the browsers of this machine, headless. Downloads none.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";
import * as tools from "../../scripts/lib/tools.js";
import { startWebDriver } from "../../tests/support/browsers.js";

/** Chromium with a new profile, so with a cache on disk as players have it. */
export async function openChromium() {
  await tools.chromium();
  const profile = await mkdtemp(join(tmpdir(), "bench-"));
  const context = await playwright.launchPersistentContext(profile, {
    executablePath: tools.chromiumProgram(),
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
  return {
    name: `Chromium ${await versionOf(context)}`,
    /** A page in a new process, with its CDP session. */
    async page(url) {
      const page = await context.newPage();
      await page.goto(url);
      return { page, cdp: await context.newCDPSession(page) };
    },
    async stop() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function versionOf(context) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const { product } = await cdp.send("Browser.getVersion");
  await page.close();
  return product.replace(/.*\//, "");
}

/** Firefox, through WebDriver. */
export async function openFirefox() {
  const { name, driver, stop } = await startWebDriver("firefox");
  return {
    name,
    goto: (url) => driver.get(url),
    /** Calls a function of a module in `pages/`. */
    async call(module, name, ...args) {
      const script = `
        const [module, name, args, done] = arguments;
        import("/pages/" + module)
          .then((exports) => exports[name](...args))
          .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await driver.executeAsyncScript(script, module, name, args);
      if (error) throw new Error(error);
      return value;
    },
    stop,
  };
}

/** Calls a function of a module in `pages/`, in a page of Chromium. */
export function callIn(page, module, name, ...args) {
  return page.evaluate(
    async ([module, name, args]) => (await import(`/pages/${module}`))[name](...args),
    [module, name, args],
  );
}
