// People's own tools, for real: input methods, held keys, and the browsers' password managers.
//
//   node tests/input/run.js
//   node tests/input/run.js methods firefox    only these: methods, keys, passwords; chromium, firefox

import assert from "node:assert/strict";
import { test } from "node:test";
import { startDesktop } from "../support/desktop.js";
import { startFormPage } from "../support/form-page.js";
import { environment, holdEnter, pressCapsLock, startMethods, typeThroughMethods } from "./keyboard.js";
import { startChromium, startFirefox } from "./passwords.js";

const names = process.argv.slice(2);
const chosen = (...all) =>
  all.some((name) => names.includes(name)) ? all.filter((name) => names.includes(name)) : all;
const groups = chosen("methods", "keys", "passwords");
const browsers = chosen("chromium", "firefox");

const rowFor = (browser) => (what, expected, seen) =>
  test(`${browser}: ${what}: ${expected}`, () => assert.equal(seen, expected));

async function useKeyboard(browser, page) {
  // Drivers switch input methods off.
  const desktop = await startDesktop(environment);
  const { xdotool } = desktop;
  try {
    startMethods(desktop);
    // With GTK 4, Chromium would need another module of ibus.
    desktop.browse(browser, page.blank, { options: browser === "chromium" ? ["--gtk-version=3"] : [] });
    const [window] = (await xdotool("search", "--sync", "--onlyvisible", "--name", "^Star Harvest")).split("\n");
    await xdotool("windowactivate", "--sync", window);
    const keyboard = {
      /** Presses keys, one after the other, at the pace of a fast typist. */
      press: (...keys) => xdotool("key", "--delay", "40", ...keys),
      type: (text) => xdotool("type", "--delay", "40", text),
      hold: (key) => xdotool("keydown", key),
      release: (key) => xdotool("keyup", key),
    };
    const tools = { browser, desktop, keyboard, page, row: rowFor(browser) };
    if (groups.includes("keys")) {
      await holdEnter(tools);
      await pressCapsLock(tools);
    }
    if (groups.includes("methods")) await typeThroughMethods(tools);
  } finally {
    await desktop.stop();
  }
}

const john = { username: "john" };
/** Where the new-password form is, its attributes, the response, and whether the password is saved. */
const passwordCases = [
  { what: "204, in a page", options: { attributes: john }, isOffered: true },
  { what: "204, in a dialog", options: { attributes: john, place: "dialog" }, isOffered: true },
  { what: "204, in a single-page app", options: { attributes: john, place: "app" }, isOffered: true },
  { what: "204, without a user name", options: {}, isOffered: true },
  { what: "422", options: { attributes: john, response: "422" }, isOffered: false },
  { what: "500", options: { attributes: john, response: "500" }, isOffered: false },
];

async function askPasswordManager(browser, page) {
  const isChromium = browser === "chromium";
  const manager = await (isChromium ? startChromium : startFirefox)();
  const row = rowFor(browser);
  try {
    const request = { name: "request", form: "password-reset-form" };
    row("request form, 204", "not offered", await manager.fill(page, request, "john@example.com", false));
    for (const [index, { what, options, isOffered }] of passwordCases.entries()) {
      // Firefox offers when the form is submitted, before there is an outcome.
      const isExpected = isOffered || !isChromium;
      const password = { name: `passwords-${index}`, form: "new-password-form", ...options };
      const seen = await manager.fill(page, password, `correct horse ${index}`, isExpected);
      const user = options.attributes ? (isChromium ? "visible user name" : 'user name "john"') : "no user name";
      row(`new-password form, ${what}`, isExpected ? `offered, ${user}` : "not offered", seen);
    }
  } finally {
    await manager.stop();
  }
}

const page = await startFormPage();
for (const browser of browsers) {
  if (groups.includes("passwords")) await askPasswordManager(browser, page);
  if (groups.some((group) => group !== "passwords")) await useKeyboard(browser, page);
}
page.stop();
