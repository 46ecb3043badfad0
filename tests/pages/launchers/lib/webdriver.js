// Drives one page of WebKit through WebDriver, with the methods of `devtools.js`.

import { writeFile } from "node:fs/promises";
import { Key } from "selenium-webdriver";
import { asText } from "./devtools.js";

/** How long a page may take for one step, in milliseconds: only a hanging page takes that long. */
const LIMIT_MS = 60_000;

const keys = { Tab: Key.TAB, Enter: Key.ENTER };

/** @param {{ name: string, driver: import("selenium-webdriver").WebDriver, stop: () => Promise<void> }} started */
export async function drive({ name, driver, stop }) {
  await driver.manage().setTimeouts({ script: LIMIT_MS });
  return {
    name,
    stop,
    async open(url) {
      // The driver may still have the last page when it says that the next one is there.
      await driver.executeScript("window.isLastPage = true");
      await driver.get(url);
      await driver.wait(
        () => driver.executeScript("return !window.isLastPage && document.readyState === 'complete'"),
        LIMIT_MS,
      );
    },
    async evaluate(expression) {
      const script = `
        const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => ${asText(expression)}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await driver.executeAsyncScript(script);
      if (error) throw new Error(`${expression}: ${error}`);
      return JSON.parse(value).value;
    },
    press: (key, { shift = false } = {}) => {
      const actions = driver.actions({ async: true });
      if (shift) actions.keyDown(Key.SHIFT);
      actions.keyDown(keys[key]).keyUp(keys[key]);
      if (shift) actions.keyUp(Key.SHIFT);
      return actions.perform();
    },
    type: (text) =>
      driver
        .actions({ async: true })
        .sendKeys(...text)
        .perform(),
    async screenshot(path) {
      // WebKitGTK takes it with the next frame, and there is none unless something changes.
      await this.evaluate("void document.body.animate([{ opacity: 0.999 }, { opacity: 1 }], 2000)");
      await writeFile(path, await driver.takeScreenshot(), "base64");
    },
  };
}
