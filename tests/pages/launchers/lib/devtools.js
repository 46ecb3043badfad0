// Drives one page of any Chromium through the DevTools protocol: only commands that Chromium 64 already has.

import { writeFile } from "node:fs/promises";
import CDP from "chrome-remote-interface";

/** How long a page may take for one step, in milliseconds: only a hanging page takes that long. */
const LIMIT_MS = 60_000;

const keys = {
  Tab: { code: "Tab", windowsVirtualKeyCode: 9 },
  Enter: { code: "Enter", windowsVirtualKeyCode: 13, text: "\r" },
};

/** Connects to a page. `target` is its WebSocket. */
export async function connect(target) {
  const client = await CDP({ target, local: true });
  const send = (command, params = {}) => inTime(command, client.send(command, params));

  await send("Page.enable");
  await send("Runtime.enable");
  await send("Network.enable");
  await send("Network.setCacheDisabled", { cacheDisabled: true });

  return {
    send,
    close: () => client.close(),
    /** Calls back with the parameters of each event of this name. */
    on: (name, react) => client.on(name, react),

    async open(url) {
      const loaded = new Promise((resolve) => client.once("Page.loadEventFired", resolve));
      const { errorText } = await send("Page.navigate", { url });
      if (errorText) throw new Error(`${url}: ${errorText}`);
      await inTime(url, loaded);
    },

    /** The value of an expression, which may be a promise. */
    async evaluate(expression) {
      const options = { expression: asText(expression), awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send("Runtime.evaluate", options);
      if (exceptionDetails)
        throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
      return JSON.parse(result.value).value;
    },

    async press(key, { shift = false } = {}) {
      const { text, ...rest } = keys[key];
      const params = { key, modifiers: shift ? 8 : 0, ...rest };
      await send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", ...params, ...(text && { text }) });
      await send("Input.dispatchKeyEvent", { type: "keyUp", ...params });
    },

    /** Types a text, one key for each character. */
    async type(text) {
      for (const key of text) {
        if (key > "\x7f") {
          // Most Chromiums lose emoji that come as key events, and some have no Input.insertText.
          await this.evaluate(`document.execCommand("insertText", false, ${JSON.stringify(key)})`);
          continue;
        }
        await send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key });
        await send("Input.dispatchKeyEvent", { type: "keyUp", key });
      }
    },

    async screenshot(path) {
      const { data } = await send("Page.captureScreenshot", { format: "png" });
      await writeFile(path, Buffer.from(data, "base64"));
    },

    /** Takes the page offline, or back online. */
    setOffline: (offline) =>
      send("Network.emulateNetworkConditions", { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }),
  };
}

/** An expression for a value as JSON: the engines disagree on how to pass `undefined`. */
export const asText = (expression) => `Promise.resolve(${expression}).then((value) => JSON.stringify({ value }))`;

/** An expression that waits until the page has drawn a frame. */
export const drawn =
  "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))";

/** A step of a page, which fails if it takes longer than any page needs. */
export async function inTime(what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not end within ${LIMIT_MS / 1000} seconds`)), LIMIT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
