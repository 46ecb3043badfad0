// Pages in Firefox and WebKit, which Playwright cannot drive as the system has them.

import { firefox, webkit } from "../../../scripts/lib/tools.js";
import { startBrowser } from "../../support/browsers.js";
import { askSource, players } from "./drive.js";

const install = { firefox, webkit };

/** @param {"firefox" | "webkit"} name */
export async function openWebDriver(name) {
  await install[name]();
  const { driver, stop } = await startBrowser(name);
  const capabilities = await driver.getCapabilities();
  await driver.manage().setTimeouts({ script: 30_000 });
  return {
    version: `${name} ${capabilities.getBrowserVersion()}`,
    close: stop,

    /** Opens a page, asks for the players, and returns the outcomes. */
    async visit(url) {
      await driver.get(url);
      const outcomes = [];
      for (const player of players) {
        const script = `const done = arguments[1]; (${askSource})(arguments[0]).then(done, (error) => done(String(error)));`;
        outcomes.push(await driver.executeAsyncScript(script, player));
      }
      return { outcomes };
    },
  };
}
