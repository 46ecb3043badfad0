// The Electron launcher without Electron: its page in Chromium, its other parts in Node.

import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { cp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "../../../scripts/lib/run.js";
import { copyExample } from "../../support/examples.js";
import { exec } from "../../support/process.js";
import { projectId, projects } from "../../support/projects.js";
import { expect, openTestBrowser, submit } from "./lib/browser.js";

const browser = await openTestBrowser();
after(() => browser.stop());

const app = await copyExample("electron");
// Without its script, Electron's package has no program, but its types.
await exec(["npm", "install", "--ignore-scripts"], { cwd: app });
const electron = join(app, "node_modules/electron");
await writeFile(join(electron, "package.json"), '{ "main": "index.cjs", "types": "electron.d.ts" }');
await cp(new URL("lib/electron.cjs", import.meta.url), join(electron, "index.cjs"));
const renderer = join(app, "renderer.js");
const script = await readFile(renderer, "utf8");
// The project that has the launcher's Callback URL.
await writeFile(renderer, script.replace(projectId, projects.severalCallbacks));

const wayHome = "mygame://signed-out";
const pageUrl = String(pathToFileURL(join(app, "index.html")));
const load = createRequire(join(app, "main.js"));
const { mock } = load("electron");

let starts = 0;
/** Starts the main process, like a new one that got these arguments, and the preload script if it opens a window. */
async function startLauncher(args = [], host = {}) {
  mock.reset();
  Object.assign(mock.host, { senderUrl: pageUrl, ...host });
  const { argv } = process;
  process.argv = [process.execPath, app, ...args];
  await import(`${pathToFileURL(join(app, "main.js"))}?${starts++}`);
  process.argv = argv;
  const [window] = mock.windows;
  if (!window) return;
  assert.equal(String(pathToFileURL(window.file)), pageUrl);
  const { preload } = window.webPreferences;
  delete load.cache[preload];
  load(preload);
  return window;
}

/** The last request of the main process that got a response. */
let sent;
mock.host.fetch = async (url, init) => {
  const response = await fetch(browser.localUrl(url), init);
  sent = { url, init };
  return response;
};

/** Exposes the bridge to the page. It passes copies of plain data. */
async function exposeBridge(page) {
  await page.exposeFunction("crossBridge", (args) => mock.bridges.launcher.fetchFromLogin(...args));
  const hear = () => page.evaluate(() => window.hearWayHome());
  await page.exposeFunction("watchBridge", () => mock.bridges.launcher.watchWayHome(hear));
  await page.addInitScript(() => {
    window.launcher = Object.freeze({
      fetchFromLogin: async (...args) => window.crossBridge(structuredClone(args)),
      watchWayHome(listener) {
        window.hearWayHome = listener;
        window.watchBridge();
      },
    });
  });
}

/** Uses the launcher's page. */
const visit = (use) => browser.visit(pageUrl, use, exposeBridge);

const ask = (page, username) => submit(page.locator("#lost-password"), username);

/** The page asks for the password of this player. */
async function expectSignIn(page, username) {
  await expect(page.locator("#sign-in")).toBeVisible();
  await expect(page.locator("#lost-password")).toBeHidden();
  await expect(page.locator("#sign-in").getByLabel("Email or username")).toHaveValue(username);
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
}

/** Lets the page watch for links. Returns a function that returns how many it has heard of. */
function watch() {
  let heard = 0;
  mock.bridges.launcher.watchWayHome(() => heard++);
  return () => heard;
}

/** Whether the page hears of this link, in a launcher that is running. */
function hears(link) {
  const heard = watch();
  mock.app.emit("second-instance", {}, [process.execPath, "--original-process-start-time=1", app, link]);
  return heard() === 1;
}

test("the program and the preload script use Electron as its types say", async () => {
  const files = ["main.js", "way-home.js", "fetch-from-login.js", "preload.cjs"];
  const flags =
    "--noEmit --allowJs --checkJs --strict false --skipLibCheck --module nodenext --target es2022 --types node";
  await exec([join(root, "node_modules/.bin/tsc"), ...flags.split(" "), ...files], { cwd: app });
});

test("the window is sandboxed", async () => {
  const window = await startLauncher();
  assert.equal(mock.windows.length, 1);
  const secure = { contextIsolation: true, sandbox: true, nodeIntegration: false };
  assert.deepEqual({ ...window.webPreferences, ...secure }, window.webPreferences);
  assert.deepEqual(Object.keys(mock.bridges), ["launcher"]);
  assert.deepEqual(Object.keys(mock.bridges.launcher), ["fetchFromLogin", "watchWayHome"]);
});

test("the page sends through the bridge only", async () => {
  await startLauncher();
  await browser.reset();
  await visit(async (page) => {
    await ask(page, " ");
    await expect(page.locator("output")).toHaveText("Please check your email or username.");
    for (let count = 0; count < 3; count++) {
      sent = undefined;
      await ask(page, "amir");
      await expect(page.locator("output")).toHaveText(/^If an account matches/);
      await expect.poll(() => sent).toBeDefined();
    }
    assert.deepEqual(JSON.parse(sent.init.body), { username: "amir" });
    assert.ok(sent.init.signal instanceof AbortSignal, "the bridge has its own time limit");
    assert.equal((await browser.mailsTo("amir@example.ae")).length, 3);
    await ask(page, "amir");
    await expect(page.locator("output")).toHaveText(/^Please wait \d+ seconds/);
  });
});

test("the player comes back to the running launcher, and to one that was closed", async () => {
  const window = await startLauncher();
  await browser.reset();
  await visit(async (page) => {
    await ask(page, "amir");
    await expect(page.locator("output")).toHaveText(/^If an account matches/);
    const [{ link }] = await browser.mailsTo("amir@example.ae");
    assert.equal(new URL(link).searchParams.get("login_url"), wayHome);
    await expect(page.locator("#sign-in")).toBeHidden();

    window.minimised = true;
    mock.app.emit("second-instance", {}, [process.execPath, app, wayHome]);
    await expectSignIn(page, "amir");
    assert.equal(window.shown[0], "restore");
    assert.equal(window.shown.at(-1), "focus");

    await page.getByRole("button", { name: "Lost your password?" }).click();
    await expect(page.locator("#sign-in")).toBeHidden();
    await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();

    await startLauncher([wayHome]);
    await page.reload();
    await expectSignIn(page, "amir");

    await startLauncher();
    await page.reload();
    await expect(page.locator("#lost-password")).toBeVisible();
    await expect(page.locator("#sign-in")).toBeHidden();
  });
});

test("on macOS the link is an event, which may come before the window", async () => {
  const system = new EventEmitter();
  const starting = startLauncher([], { ready: once(system, "ready") });
  while (mock.app.listenerCount("open-url") === 0) await new Promise(setImmediate);
  let prevented = 0;
  const open = (link) => mock.app.emit("open-url", { preventDefault: () => prevented++ }, link);
  open(wayHome);
  assert.equal(mock.windows.length, 0);
  system.emit("ready");
  const window = await starting;
  const heard = watch();
  assert.equal(heard(), 1);
  open(wayHome);
  assert.equal(heard(), 2);
  assert.equal(window.shown.at(-1), "focus");
  open("mygame://elsewhere");
  assert.deepEqual([heard(), prevented], [2, 3]);
});

test("a link is heard whatever follows it, and no other link is", async () => {
  for (const link of [wayHome, `${wayHome}/`, `${wayHome}?token=1`, `${wayHome}/?a=b#c`, "MYGAME://signed-out"]) {
    await startLauncher();
    assert.ok(hears(link), link);
  }
  for (const link of [
    "",
    "signed-out",
    "mygame://",
    "mygame:signed-out",
    "mygame:///signed-out",
    `${wayHome}/other`,
    `${wayHome}//`,
    `${wayHome}.example.com`,
    "mygame://player@signed-out",
    `${wayHome}:1`,
    `mygame://other?${wayHome}`,
    `--url=${wayHome}`,
    "https://signed-out",
  ]) {
    await startLauncher();
    assert.ok(!hears(link), link);
    assert.equal(mock.windows[0].shown.at(-1), "focus", "started a second time, it comes to the front");
  }
});

test("the page is told of a link once", async () => {
  await startLauncher([wayHome]);
  assert.deepEqual([watch()(), watch()()], [1, 0]);
});

test("another page is not told", async () => {
  await startLauncher([wayHome]);
  mock.host.senderUrl = "https://example.com/";
  assert.ok(!hears(wayHome));
  mock.host.senderUrl = pageUrl;
  assert.equal(watch()(), 1, "the link is kept for the launcher's page");
});

test("a second launcher ends, and leaves the link to the first", async () => {
  assert.equal(await startLauncher([wayHome], { isRunning: true }), undefined);
  assert.ok(mock.app.hasQuit);
  assert.deepEqual(mock.app.protocolClients, []);
  assert.equal(mock.app.listenerCount("open-url"), 0);
});

test("the launcher becomes the program for its scheme, packaged or not", async () => {
  await startLauncher();
  assert.deepEqual(mock.app.protocolClients, [["mygame"]]);
  // Electron sets it when it runs a folder.
  const electronProcess = /** @type {{ defaultApp?: boolean }} */ (process);
  electronProcess.defaultApp = true;
  try {
    await startLauncher();
    assert.deepEqual(mock.app.protocolClients, [["mygame", process.execPath, [app]]]);
  } finally {
    delete electronProcess.defaultApp;
  }
});

test("the policy keeps the page from sending itself", async () => {
  const sending = visit((page) => page.evaluate(() => fetch("https://login.xsolla.com/api/").catch(() => {})));
  await assert.rejects(sending, /Content Security Policy/);
});

test("the bridge sends to Xsolla Login only, and only for the launcher's page", async () => {
  await startLauncher();
  const { fetchFromLogin } = mock.bridges.launcher;
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
});
