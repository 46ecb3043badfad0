// Makes the README's pictures, docs/demo-light.png and docs/demo-dark.png, from the running demo: two moments of it side by side.
//
//   npm run picture

import { join } from "node:path";
import { startDemo } from "./lib/demo.js";
import { printStep, root, run } from "./lib/run.js";
import { chromiumProgram, chromium as installChromium, npmPackages } from "./lib/tools.js";

const half = { width: 480, height: 560 };

await npmPackages();
await installChromium();
const { chromium } = await import("@playwright/test");

printStep("Starting the demo");
const demo = await startDemo();

const browser = await chromium.launch({ executablePath: chromiumProgram(), args: ["--no-sandbox"] });
for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  printStep(`docs/demo-${colorScheme}.png`);
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
await browser.close();
await demo.stop();
await run("ls", ["-l", "docs/demo-light.png", "docs/demo-dark.png"]);
process.exit(0);
