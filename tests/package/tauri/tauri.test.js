// The launcher made with Tauri, compiled and used: it sends from its page, and through its own process.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { until } from "../../support/process.js";
import { projectId } from "../../support/projects.js";
import { startDesktop } from "./desktop.js";
import { compile, open } from "./launcher.js";
import { startLogin } from "./login.js";

const login = await startLogin();
after(() => login.stop());
const program = await compile(login.origin);
const desktop = await startDesktop();
after(() => desktop.stop());
let launcher = await open([program], desktop);
after(() => launcher.stop());

const origin = "tauri://localhost";
const sentText = "If an account matches, an email with a link is on its way.";
const failed = "That did not work. Please try again later.";
const noResponse = "No response. Please try again.";
const wayHome = "mygame://signed-out";
const invoke = (command, args) => window.__TAURI__.core.invoke(command, args);

/** The requests other than preflights. */
const sent = () => login.received.filter(({ method }) => method !== "OPTIONS");

beforeEach(() => {
  login.received.length = 0;
  login.allowedOrigin = origin;
});

test("the page has an origin that CORS can allow", async () => {
  assert.equal(await launcher.call(() => location.origin), origin);
  await launcher.picture("form");
});

for (const [way, throughLauncher] of [
  ["from the page", false],
  ["through the launcher", true],
]) {
  test(`${way}: an email is on its way`, async () => {
    assert.equal(await launcher.submit("lena", { throughLauncher }), sentText);
    await launcher.picture(`sent-${throughLauncher ? "through-the-launcher" : "from-the-page"}`);
    assert.deepEqual(
      sent().map(({ method, path, body }) => [method, path, body]),
      [["POST", "/api/password/reset/request", '{"username":"lena"}']],
    );
    const [{ headers }] = sent();
    assert.equal(headers["content-type"], "application/json");
    assert.equal(headers.origin, throughLauncher ? undefined : origin);
    assert.equal(
      login.received.length,
      throughLauncher ? 1 : 2,
      "a preflight from the page, none through the launcher",
    );
  });

  test(`${way}: rejections keep their meaning`, async () => {
    assert.equal(await launcher.submit("limited", { throughLauncher }), "Please wait 7 seconds before you ask again.");
    assert.equal(await launcher.submit("unknown", { throughLauncher }), failed);
    assert.equal(sent().length, 2);
  });

  test(`${way}: invalid input is not sent`, async () => {
    assert.equal(await launcher.submit(" ", { throughLauncher }), "Please check your email or username.");
    assert.equal(login.received.length, 0);
  });

  test(`${way}: a redirect is not followed`, async () => {
    assert.equal(await launcher.submit("moved", { throughLauncher }), failed);
    assert.deepEqual(
      sent().map(({ path }) => path),
      ["/api/password/reset/request"],
    );
  });

  test(`${way}: a server that never responds ends in a timeout`, async () => {
    assert.equal(await launcher.submit("silent", { throughLauncher }), noResponse);
    assert.equal(sent().length, 1);
  });
}

test("an origin that CORS does not allow is no obstacle for the launcher", async () => {
  login.allowedOrigin = "";
  assert.equal(await launcher.submit("lena", { throughLauncher: false }), noResponse);
  assert.equal(sent().length, 0, "the preflight failed");
  assert.equal(await launcher.submit("lena", { throughLauncher: true }), sentText);
});

test("the package reports a redirect over the bridge with its status", async () => {
  const redirected = async (projectId, baseUrl) => {
    const call = window.XsollaPasswordReset.requestPasswordReset({
      projectId,
      baseUrl,
      username: "moved",
      fetch: window.fetchThroughLauncher,
    });
    return call.catch(({ kind, status }) => ({ kind, status }));
  };
  const outcome = await launcher.call(redirected, projectId, `${login.origin}/api`);
  assert.deepEqual(outcome, { kind: "unexpected_response", status: 303 });
});

test("the bridge has its own time limit, and serves other requests in the meantime", async () => {
  const url = `${login.origin}/api/password/reset/request?projectId=1`;
  const outcomes = await launcher.call(async (url) => {
    const order = [];
    const send = (username) =>
      window.__TAURI__.core.invoke("send_to_login", { url, body: JSON.stringify({ username }) });
    const silent = Array.from({ length: 64 }, () =>
      send("silent").then(
        () => "sent",
        (error) => order.push(String(error)),
      ),
    );
    order.push((await send("lena")).status);
    await Promise.all(silent);
    return order;
  }, url);
  assert.equal(outcomes[0], 204);
  assert.equal(outcomes.length, 65);
  for (const outcome of outcomes.slice(1)) assert.match(outcome, /timeout/);
});

for (const [address, url] of [
  ["another host", "https://example.com/api/password/reset/request"],
  ["a host other than the one it was compiled for", "https://login.xsolla.com/api/password/reset/request"],
  ["another endpoint", `${login.origin}/api/login`],
  ["another endpoint, through ..", `${login.origin}/api/password/reset/../../login`],
  ["credentials in the address", `${login.origin.replace("://", "://user@")}/api/password/reset/request`],
]) {
  test(`the bridge rejects ${address}`, async () => {
    const outcome = await launcher.call(invoke, "send_to_login", { url, body: "{}" });
    assert.match(outcome.error, /sends only to the password reset/);
    assert.equal(login.received.length, 0);
  });
}

for (const command of [
  "plugin:app|version",
  "plugin:window|close",
  "plugin:webview|create_webview_window",
  "plugin:event|emit",
]) {
  test(`the page may not use ${command}`, async () => {
    assert.match((await launcher.call(invoke, command, {})).error, /not allowed/);
  });
}

test("the policy keeps the page from other hosts, from eval and from inline scripts", async () => {
  const other = await startLogin();
  try {
    other.allowedOrigin = origin;
    assert.ok("error" in (await launcher.call((url) => fetch(url).then(() => "sent"), other.origin)));
    assert.equal(other.received.length, 0);
    // biome-ignore lint/security/noGlobalEval: the policy must block it.
    assert.match((await launcher.call(() => eval("1"))).error, /eval|unsafe|policy|CSP/i);
    const ran = await launcher.call(() => {
      const script = document.createElement("script");
      script.textContent = "window.inlineScriptRan = true";
      document.body.append(script);
      return Boolean(window.inlineScriptRan);
    });
    assert.equal(ran, false);
  } finally {
    other.stop();
  }
});

test("the launcher is the program for its scheme", async () => {
  const file = await desktop.run("xdg-mime", "query", "default", "x-scheme-handler/mygame");
  assert.equal(file, "password-reset-in-tauri-handler.desktop");
  const entry = await readFile(join(desktop.env.XDG_DATA_HOME, "applications", file), "utf8");
  assert.ok(entry.includes(`Exec="${program}" %u`), entry);
});

/** Whether the sign-in form is shown, with this name, and ready for the password. */
async function asksForPasswordOf(username) {
  const shown = await launcher.call(() => {
    const [form, signIn] = document.forms;
    const { username, password } = /** @type {any} */ (signIn.elements);
    return [form.hidden, signIn.hidden, username.value, document.activeElement === password];
  });
  return JSON.stringify(shown) === JSON.stringify([true, false, username, true]);
}

const isInFront = async () => (await desktop.activeTitle()) === "Lost password";

test("the player comes back to the running launcher", async () => {
  assert.equal(await launcher.submit("lena", { throughLauncher: false }), sentText);
  assert.equal(sent().at(-1).query.login_url, wayHome);

  const close = await desktop.openWindow("Browser");
  assert.ok(!(await isInFront()));
  await desktop.openLink(wayHome);
  await until("the sign-in form", () => asksForPasswordOf("lena"));
  await until("the launcher is in front", isInFront);
  assert.equal((await desktop.windows("Lost password")).length, 1);
  await launcher.picture("sign-in");
  await close();
});

test("the player comes back to a minimised launcher", async () => {
  await launcher.showLostPassword();
  const [window] = await desktop.windows("Lost password");
  await desktop.run("xdotool", "windowminimize", "--sync", window);
  await until("it is minimised", async () => !(await isInFront()));
  await desktop.openLink(`${wayHome}/?anything#after`);
  await until("the sign-in form", () => asksForPasswordOf("lena"));
  await until("the launcher is in front", isInFront);
});

test("another link of its scheme brings it to the front, and nothing else", async () => {
  await launcher.showLostPassword();
  const close = await desktop.openWindow("Browser");
  await desktop.openLink("mygame://elsewhere?username=mallory");
  await until("the launcher is in front", isInFront);
  const hidden = await launcher.call(() => document.getElementById("sign-in").hidden);
  assert.equal(hidden, true);
  await close();
});

test("the player comes back to a launcher that was closed", async () => {
  await launcher.stop();
  await until("it is closed", async () => (await desktop.windows("Lost password")).length === 0);
  // WebDriver finds the launcher through a variable that it inherits, and needs a program that does not end.
  launcher = await open(["/bin/sh", "-c", `xdg-open ${wayHome}; exec sleep infinity`], desktop);
  await until("the sign-in form", () => asksForPasswordOf("lena"));
  await until("the launcher is in front", isInFront);
  await launcher.picture("cold-start");
});
