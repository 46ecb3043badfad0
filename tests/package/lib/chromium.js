// Pages in headless Chromium, watched for complaints.

import { chromium } from "@playwright/test";
import { chromiumProgram } from "../../../scripts/lib/tools.js";
import { askSource, players } from "./drive.js";

/** Starts the system's Chromium, which asks for nothing by itself. */
export function launchChromium() {
  return chromium.launch({
    executablePath: chromiumProgram(),
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
}

export async function openChromium() {
  const browser = await launchChromium();
  return {
    version: browser.version(),
    close: () => browser.close(),

    /**
     * Opens a page, asks for the players, and returns the outcomes, and the JavaScript that came over the network, in
     * bytes. Throws when the page complains.
     * @param {string} url
     * @param {object} [options]
     * @param {Record<string, Function>} [options.lend] functions that the page gets
     * @param {string} [options.loads] a module that the page loads in the end
     * @param {RegExp} [options.mayComplain]
     */
    async visit(url, { lend = {}, loads, mayComplain } = {}) {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        const complaints = [];
        const complain = (text) => mayComplain?.test(text) || complaints.push(text);
        page.on("pageerror", (error) => complain(String(error)));
        page.on("console", (message) => {
          // That a request was answered with 404 is what the second player is for.
          const isAnswer = /^Failed to load resource: the server responded with a status of 404/.test(message.text());
          const isExpected = /\/api\/|\/favicon\.ico$/.test(message.location().url);
          if (message.type() === "error" && !(isAnswer && isExpected)) complain(message.text());
        });
        const sizes = [];
        page.on("response", (response) => {
          const isScript = /javascript/.test(response.headers()["content-type"]);
          if (isScript) sizes.push(response.body().then((body) => body.length));
        });
        for (const [name, run] of Object.entries(lend)) await page.exposeFunction(name, run);
        await page.goto(url);
        const outcomes = [];
        for (const player of players) {
          if (complaints.length === 0) outcomes.push(await page.evaluate(`(${askSource})(${JSON.stringify(player)})`));
        }
        if (loads) await page.evaluate(`import(${JSON.stringify(loads)}).then(() => {})`);
        if (complaints.length > 0) throw new Error(`The page complains: ${complaints.join("\n")}`);
        const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
        return { outcomes, bytes };
      } finally {
        await context.close();
      }
    },
  };
}
