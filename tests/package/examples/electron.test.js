// The launcher, as far as it runs without Electron: its page in Chromium, its other parts in Node.

import assert from "node:assert/strict";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { copyOf } from "../../support/examples.js";
import { exec } from "../../support/process.js";
import { expect, openWorld } from "./lib/page.js";

const world = await openWorld();
after(() => world.close());

const app = await copyOf("electron");
await exec(["npm", "install", "--omit=dev", "--no-audit", "--no-fund"], { cwd: app });
const electron = join(app, "node_modules/electron");
await mkdir(electron);
await writeFile(join(electron, "package.json"), '{ "main": "index.cjs" }');
await cp(new URL("lib/electron.cjs", import.meta.url), join(electron, "index.cjs"));

const require = createRequire(join(app, "main.js"));
const { standIn } = require("electron");
await import(pathToFileURL(join(app, "main.js")));
const [window] = standIn.windows;
require(window.webPreferences.preload);
const pageUrl = String(pathToFileURL(window.file));

/** What the last request was that left the main process and was answered. */
let sent;
standIn.world.fetch = async (url, init) => {
  const response = await fetch(world.moved(url), init);
  sent = { url, init };
  return response;
};
standIn.world.senderUrl = pageUrl;
const { fetchFromLogin } = standIn.bridges.launcher;

/** Lends the bridge to the page. It is crossed by plain data, copied. */
async function lend(page) {
  await page.exposeFunction("crossBridge", (name, args) => standIn.bridges.launcher[name](...args));
  await page.addInitScript((names) => {
    const across =
      (name) =>
      async (...args) =>
        crossBridge(name, structuredClone(args));
    window.launcher = Object.freeze(Object.fromEntries(names.map((name) => [name, across(name)])));
  }, Object.keys(standIn.bridges.launcher));
}

test("the window is sandboxed", () => {
  assert.equal(standIn.windows.length, 1);
  const { contextIsolation, sandbox, nodeIntegration } = window.webPreferences;
  assert.deepEqual(
    { contextIsolation, sandbox, nodeIntegration },
    { contextIsolation: true, sandbox: true, nodeIntegration: false },
  );
  assert.deepEqual(Object.keys(standIn.bridges), ["launcher"]);
});

test("the page asks through the bridge, and has no other way out", async () => {
  await world.forget();
  await world.visit(
    pageUrl,
    async (page) => {
      const ask = async (username) => {
        await page.getByLabel("Email or username").fill(username);
        await page.getByRole("button", { name: "Send link" }).click();
      };
      await ask(" ");
      await expect(page.locator("output")).toHaveText("Please check your email or username.");
      for (let count = 0; count < 3; count++) {
        sent = undefined;
        await ask("amir");
        await expect(page.locator("output")).toHaveText(/^If an account matches/);
        await expect.poll(() => sent).toBeDefined();
      }
      assert.deepEqual(JSON.parse(sent.init.body), { username: "amir" });
      assert.ok(sent.init.signal instanceof AbortSignal, "the bridge has its own time limit");
      assert.equal((await world.mailsTo("amir@example.ae")).length, 3);
      await ask("amir");
      await expect(page.locator("output")).toHaveText(/^Please wait \d+ seconds/);
    },
    lend,
  );
});

test("under its policy the page itself reaches nobody", async () => {
  const complaint = world.visit(
    pageUrl,
    (page) => page.evaluate(() => fetch("https://login.xsolla.com/api/").catch(() => {})),
    lend,
  );
  await assert.rejects(complaint, /Content Security Policy/);
});

test("the bridge leads to Xsolla Login alone, and only from the launcher's page", async () => {
  for (const url of [
    "https://example.com/api/password/reset/request",
    "https://login.xsolla.com.example.com/api/password/reset/request",
    "https://login.xsolla.com/api/login",
    "https://login.xsolla.com/api/password/reset/../../login",
    "http://login.xsolla.com/api/password/reset/request",
    "file:///etc/passwd",
  ]) {
    await assert.rejects(async () => fetchFromLogin(url, { method: "POST" }), /Xsolla Login alone/, url);
  }
  standIn.world.senderUrl = "https://example.com/";
  const elsewhere = async () =>
    fetchFromLogin("https://login.xsolla.com/api/password/reset/request", { method: "POST" });
  await assert.rejects(elsewhere, /own page/);
  standIn.world.senderUrl = pageUrl;
});
