// Makes the pictures in docs/: demo-light.png and demo-dark.png, two moments of the running demo side by side,
// and forms-….webp, both forms in a few states, in each engine.
//
//   npm run picture
//   npm run picture -- demo firefox        only these: demo, chromium, chromium-darkened, firefox, webkit, qt-5.12

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchChromium, startWebDriver } from "../tests/support/browsers.js";
import { serve } from "../tests/support/server.js";
import { buildIfChanged } from "./build.js";
import { startDemo } from "./lib/demo.js";
import { printStep, root, run } from "./lib/run.js";
import { debianPackages } from "./lib/tools.js";

/** The size of scripts/pictures/forms.html. */
const [width, height] = [1280, 880];

const all = ["demo", "chromium", "chromium-darkened", "firefox", "webkit", "qt-5.12"];
await debianPackages("webp");
await buildIfChanged();
const server = await serve(root);
const url = `${server.url}scripts/pictures/forms.html`;
for (const name of process.argv.length > 2 ? process.argv.slice(2) : all) {
  printStep(`The picture ${name}`);
  if (name === "demo") await pictureDemo();
  else await pictureForms(name);
}
server.stop();

async function pictureForms(name) {
  const png = join(root, `build/forms-${name}.png`);
  await (name.startsWith("qt") ? takeInQt(name, png) : takeWithWebDriver(name, png));
  const cut = ["-crop", "0", "0", String(width), String(height)];
  await run("cwebp", ["-quiet", "-q", "80", ...cut, png, "-o", join(root, `docs/forms-${name}.webp`)]);
}

/** `-darkened`: as with the setting that darkens pages which have no dark colours. */
async function takeWithWebDriver(name, png) {
  const [browser, darkened] = name.split("-");
  const { driver, stop } = await startWebDriver(browser);
  await driver.manage().window().setRect({ x: 0, y: 0, width, height: 1100 });
  const chromium = /** @type {import("selenium-webdriver/chromium.js").Driver} */ (driver);
  if (darkened) await chromium.sendDevToolsCommand("Emulation.setAutoDarkModeOverride", { enabled: true });
  await driver.get(url);
  // WebKitGTK 2.50 calls a page loaded before its modules have run.
  await driver.wait(() => driver.executeScript("return Boolean(window.ready)"));
  await driver.executeAsyncScript("ready.then(arguments[0])");
  await writeFile(png, await driver.takeScreenshot(), "base64");
  await stop();
}

async function takeInQt(name, png) {
  const { engines } = await import("../tests/pages/launchers/lib/engines.js");
  const engine = await engines[name](`${width}x${height}`);
  await engine.open(url);
  await engine.evaluate("ready.then(() => true)");
  await engine.screenshot(png);
  await engine.stop();
}

/** Shows the page in two frames, and uses the form in the second one. */
async function pictureDemo() {
  const [demo, browser] = await Promise.all([startDemo(), launchChromium()]);
  const style = "body { margin: 0; display: flex; justify-content: space-between }";
  const frame = '<iframe src="/" width="480" height="560" style="border: 0; border-radius: 12px"></iframe>';
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const viewport = { width: 976, height: 560 };
    const page = await browser.newPage({ colorScheme, locale: "en-US", reducedMotion: "reduce", viewport });
    const body = `<style>${style}</style>${frame}${frame}`;
    await page.route("**/frames", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(`${demo.demo}/frames`);
    const [before, after] = [0, 1].map((index) => page.frameLocator("iframe").nth(index));
    for (const half of [before, after]) await half.locator("password-reset-form input").fill("john@example.com");
    await after.getByRole("button", { name: "Send link" }).click();
    await after.locator("[part=wait]:not(:empty)").waitFor();
    await before.locator("password-reset-form input").focus();
    await page.screenshot({ path: join(root, `docs/demo-${colorScheme}.png`), omitBackground: true });
  }
  await Promise.all([browser.close(), demo.stop()]);
}
