// The Electron launcher without Electron: its page in Chromium, its other parts in Node.

import assert from "node:assert/strict";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { copyExample } from "../../support/examples.js";
import { exec } from "../../support/process.js";
import { expect, openTestBrowser } from "./lib/browser.js";

const browser = await openTestBrowser();
after(() => browser.stop());

const app = await copyExample("electron");
await exec(["npm", "install", "--omit=dev", "--no-audit", "--no-fund"], { cwd: app });
const electron = join(app, "node_modules/electron");
await mkdir(electron);
await writeFile(join(electron, "package.json"), '{ "main": "index.cjs" }');
await cp(new URL("lib/electron.cjs", import.meta.url), join(electron, "index.cjs"));

const load = createRequire(join(app, "main.js"));
const { mock } = load("electron");
await import(pathToFileURL(join(app, "main.js")).href);
const [window] = mock.windows;
load(window.webPreferences.preload);
const pageUrl = String(pathToFileURL(window.file));

/** The last request of the main process that got a response. */
let sent;
mock.host.fetch = async (url, init) => {
  const response = await fetch(browser.localUrl(url), init);
  sent = { url, init };
  return response;
};
mock.host.senderUrl = pageUrl;
const { fetchFromLogin } = mock.bridges.launcher;

/** Exposes the bridge to the page. It passes copies of plain data. */
async function exposeBridge(page) {
  await page.exposeFunction("crossBridge", (name, args) => mock.bridges.launcher[name](...args));
  await page.addInitScript((names) => {
    const across =
      (name) =>
      async (...args) =>
        window.crossBridge(name, structuredClone(args));
    window.launcher = Object.freeze(Object.fromEntries(names.map((name) => [name, across(name)])));
  }, Object.keys(mock.bridges.launcher));
}

test("the window is sandboxed", () => {
  assert.equal(mock.windows.length, 1);
  const { contextIsolation, sandbox, nodeIntegration } = window.webPreferences;
  assert.deepEqual(
    { contextIsolation, sandbox, nodeIntegration },
    { contextIsolation: true, sandbox: true, nodeIntegration: false },
  );
  assert.deepEqual(Object.keys(mock.bridges), ["launcher"]);
});

test("the page sends through the bridge only", async () => {
  await browser.reset();
  await browser.visit(
    pageUrl,
    async (page) => {
      const submit = async (username) => {
        await page.getByLabel("Email or username").fill(username);
        await page.getByRole("button", { name: "Send link" }).click();
      };
      await submit(" ");
      await expect(page.locator("output")).toHaveText("Please check your email or username.");
      for (let count = 0; count < 3; count++) {
        sent = undefined;
        await submit("amir");
        await expect(page.locator("output")).toHaveText(/^If an account matches/);
        await expect.poll(() => sent).toBeDefined();
      }
      assert.deepEqual(JSON.parse(sent.init.body), { username: "amir" });
      assert.ok(sent.init.signal instanceof AbortSignal, "the bridge has its own time limit");
      assert.equal((await browser.mailsTo("amir@example.ae")).length, 3);
      await submit("amir");
      await expect(page.locator("output")).toHaveText(/^Please wait \d+ seconds/);
    },
    exposeBridge,
  );
});

test("the policy keeps the page from sending itself", async () => {
  const visit = browser.visit(
    pageUrl,
    (page) => page.evaluate(() => fetch("https://login.xsolla.com/api/").catch(() => {})),
    exposeBridge,
  );
  await assert.rejects(visit, /Content Security Policy/);
});

test("the bridge sends to Xsolla Login only, and only for the launcher's page", async () => {
  for (const url of [
    "https://example.com/api/password/reset/request",
    "https://login.xsolla.com.example.com/api/password/reset/request",
    "https://login.xsolla.com/api/login",
    "https://login.xsolla.com/api/password/reset/../../login",
    "http://login.xsolla.com/api/password/reset/request",
    "file:///etc/passwd",
  ]) {
    await assert.rejects(async () => fetchFromLogin(url, { method: "POST" }), /only reaches Xsolla Login/, url);
  }
  mock.host.senderUrl = "https://example.com/";
  const elsewhere = async () =>
    fetchFromLogin("https://login.xsolla.com/api/password/reset/request", { method: "POST" });
  await assert.rejects(elsewhere, /Only the launcher's page/);
  mock.host.senderUrl = pageUrl;
});
