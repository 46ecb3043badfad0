// Makes the pictures in docs/: demo-light.png and demo-dark.png, two moments of the running demo side by side,
// and docs/forms-….webp, both forms in a few states, in each engine.
//
//   npm run picture
//   npm run picture -- demo firefox        only these: demo, chromium, chromium-darkened, firefox, webkit, qt-5.12

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "../tests/support/server.js";
import { buildIfChanged } from "./build.js";
import { startDemo } from "./lib/demo.js";
import { printStep, root, run } from "./lib/run.js";
import { chromiumProgram, chromium as installChromium, npmPackages } from "./lib/tools.js";

await npmPackages();
await installChromium();
await buildIfChanged();
const { chromium } = await import("@playwright/test");
const browser = await chromium.launch({ executablePath: chromiumProgram(), args: ["--no-sandbox"] });

/** The size of scripts/pictures/forms.html. */
const size = { width: 1280, height: 880 };

/** Takes a picture of both forms in each engine. Each function takes the page's URL, and returns a PNG. */
const engines = {
  chromium: (url) => takeInChromium(url, false),
  "chromium-darkened": (url) => takeInChromium(url, true),
  firefox: (url) => takeWithWebDriver("firefox", url),
  webkit: (url) => takeWithWebDriver("webkit", url),
  async "qt-5.12"(url) {
    const { engines } = await import("../tests/pages/launchers/lib/engines.js");
    const engine = await engines["qt-5.12"](`${size.width}x${size.height}`);
    try {
      await engine.open(url);
      await engine.evaluate("ready.then(() => true)");
      const path = join(root, "build/forms-qt-5.12.png");
      await engine.screenshot(path);
      return await readFile(path);
    } finally {
      await engine.stop();
    }
  },
};

/** `isDarkened`: as with the setting that darkens pages which have no dark colours. */
async function takeInChromium(url, isDarkened) {
  const page = await browser.newPage({ viewport: size });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setAutoDarkModeOverride", { enabled: isDarkened });
  await page.goto(url);
  await page.evaluate("ready");
  const png = await page.screenshot();
  await page.close();
  return png;
}

async function takeWithWebDriver(name, url) {
  const { startWebDriver } = await import("../tests/support/browsers.js");
  const { driver, stop } = await startWebDriver(name);
  try {
    await driver.manage().window().setRect({ x: 0, y: 0, width: size.width, height: 1000 });
    await driver.get(url);
    // WebKitGTK 2.50 calls a page loaded before its modules have run.
    await driver.wait(() => driver.executeScript("return Boolean(window.ready)"));
    await driver.executeAsyncScript("ready.then(arguments[0])");
    return Buffer.from(await driver.takeScreenshot(), "base64");
  } finally {
    await stop();
  }
}

/** Cuts a PNG to the size of the page and compresses it. */
async function toWebp(png) {
  const page = await browser.newPage({ viewport: size });
  const style = "body { margin: 0; background: #fff } img { display: block }";
  await page.setContent(`<style>${style}</style><img src="data:image/png;base64,${png.toString("base64")}">`);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 80 });
  await page.close();
  return Buffer.from(data, "base64");
}

async function pictureForms(names) {
  const server = await serve(root);
  const url = `${server.url}scripts/pictures/forms.html`;
  for (const name of names) {
    printStep(`docs/forms-${name}.webp`);
    await writeFile(join(root, `docs/forms-${name}.webp`), await toWebp(await engines[name](url)));
  }
  server.stop();
}

async function pictureDemo() {
  const half = { width: 480, height: 560 };
  printStep("Starting the demo");
  const demo = await startDemo();
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    printStep(`demo-${colorScheme}.png`);
    const context = await browser.newContext({ colorScheme, locale: "en-US", reducedMotion: "reduce", viewport: half });
    const page = await context.newPage();
    await page.goto(demo.demo);
    const input = page.locator("password-reset-form input");
    await input.fill("john@example.com");
    await page.evaluate(() => document.fonts.ready);
    const before = await page.screenshot();
    await page.getByRole("button", { name: "Send link" }).click();
    await page.locator("[part=wait]:not(:empty)").waitFor();
    await input.blur();
    const after = await page.screenshot();
    await page.goto("about:blank");
    await page.setViewportSize({ width: 2 * half.width + 16, height: half.height });
    const images = [before, after].map((png) => `<img src="data:image/png;base64,${png.toString("base64")}">`).join("");
    const style = "body { margin: 0; display: flex; justify-content: space-between } img { border-radius: 12px }";
    await page.setContent(`<style>${style}</style>${images}`);
    await page.screenshot({ path: join(root, `docs/demo-${colorScheme}.png`), omitBackground: true });
    await context.close();
  }
  await demo.stop();
}

const all = ["demo", ...Object.keys(engines)];
const names = process.argv.length > 2 ? process.argv.slice(2) : all;
const unknown = names.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`There is no picture ${unknown.join(", ")}. The pictures: ${all.join(", ")}`);
if (names.includes("demo")) await pictureDemo();
await pictureForms(names.filter((name) => name !== "demo"));
await browser.close();
await run("ls", ["-l", "docs/"]);
process.exit(0);
