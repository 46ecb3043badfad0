// Drives one page of WPE WebKit through WebDriver, with the methods of `devtools.js`.

import { writeFile } from "node:fs/promises";
import { Key } from "selenium-webdriver";
import { NotForThisMachine } from "../../../../scripts/lib/launchers.js";
import { startWebDriver } from "../../../support/browsers.js";
import { asText } from "./devtools.js";

/** How long a page may take for one step, in milliseconds: only a hanging page takes that long. */
const LIMIT_MS = 60_000;

const keys = { Tab: Key.TAB, Enter: Key.ENTER, " ": Key.SPACE };

export async function startWpe(version) {
  const { name, version: actual, driver, stop } = await startWebDriver("wpe");
  await driver.manage().setTimeouts({ script: LIMIT_MS });
  if (!actual.startsWith(version)) {
    await stop();
    throw new NotForThisMachine(`This system has WPE WebKit ${actual}, not ${version}`);
  }
  return {
    name,
    stop,
    errors() {
      return this.evaluate("pageErrors");
    },
    async open(url) {
      // WPE may still have the last page when it says that the next one is there.
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
    screenshot: async (path) => writeFile(path, await driver.takeScreenshot(), "base64"),
  };
}
