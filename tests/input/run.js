// People's own tools, for real: input methods, held keys, and the browsers' password managers.
//
//   node tests/input/run.js
//   node tests/input/run.js methods firefox    only these: methods, keys, passwords; chromium, firefox
//   DIST=folder node tests/input/run.js        tests another build

import { root } from "../../scripts/lib/run.js";
import { startDesktop } from "../support/desktop.js";
import { holdEnter, pressCapsLock } from "./lib/keys.js";
import { environment, startMethods, typeThroughMethods } from "./lib/methods.js";
import { startChromium, startFirefox } from "./lib/passwords.js";
import { startServer } from "./lib/server.js";

const names = process.argv.slice(2);
const chosen = (...all) =>
  all.some((name) => names.includes(name)) ? all.filter((name) => names.includes(name)) : all;
const groups = chosen("methods", "keys", "passwords");
const browsers = chosen("chromium", "firefox");

/** @type {{ browser: string, what: string, expected: string, seen: string }[]} */
const rows = [];
const rowFor = (browser) => (what, expected, seen) => {
  rows.push({ browser, what, expected, seen });
  const isRight = seen === expected;
  console.log(`${isRight ? "✓" : "✗"} ${browser}: ${what}: ${seen}${isRight ? "" : `, not ${expected}`}`);
};

async function useKeyboard(browser, server) {
  // Drivers switch input methods off.
  const desktop = await startDesktop(environment);
  const { xdotool } = desktop;
  try {
    startMethods(desktop);
    const first = { name: "first", form: "password-reset-form", next: "1" };
    // With GTK 4, Chromium would need another module of ibus.
    desktop.browse(browser, server.address(first), { options: browser === "chromium" ? ["--gtk-version=3"] : [] });
    const [window] = (await xdotool("search", "--sync", "--onlyvisible", "--name", "^Input test")).split("\n");
    await xdotool("windowactivate", "--sync", window);
    await server.untilReady();
    const keyboard = {
      /** Presses keys, one after the other, at the pace of a fast typist. */
      press: (...keys) => xdotool("key", "--delay", "40", ...keys),
      type: (text) => xdotool("type", "--delay", "40", text),
      hold: (key) => xdotool("keydown", key),
      release: (key) => xdotool("keyup", key),
    };
    const tools = { browser, desktop, keyboard, server, row: rowFor(browser) };
    if (groups.includes("keys")) {
      await holdEnter(tools);
      await pressCapsLock(tools);
    }
    if (groups.includes("methods")) await typeThroughMethods(tools);
  } finally {
    await desktop.stop();
  }
}

/** What the new-password form is filled with, in which place, and whether the password is saved. */
const passwordCases = [
  { what: "204, in a page", options: { username: "john" }, isOffered: true },
  { what: "204, in a dialog", options: { username: "john", place: "dialog" }, isOffered: true },
  { what: "204, in a single-page app", options: { username: "john", place: "app" }, isOffered: true },
  { what: "204, without a user name", options: {}, isOffered: true },
  { what: "422", options: { username: "john", statuses: "422" }, isOffered: false },
  { what: "500", options: { username: "john", statuses: "500" }, isOffered: false },
];

async function askPasswordManager(browser, server) {
  const isChromium = browser === "chromium";
  const manager = await (isChromium ? startChromium : startFirefox)();
  const row = rowFor(browser);
  try {
    const request = { name: "request", form: "password-reset-form" };
    row("request form, 204", "not offered", await manager.fill(server, request, "john@example.com", false));
    for (const [index, { what, options, isOffered }] of passwordCases.entries()) {
      // Firefox offers when the form is submitted, before there is an outcome.
      const isExpected = isOffered || !isChromium;
      const place = { name: `passwords-${index}`, form: "new-password-form", ...options };
      const seen = await manager.fill(server, place, `correct horse ${index}`, isExpected);
      const user = options.username ? (isChromium ? "visible user name" : 'user name "john"') : "no user name";
      row(`new-password form, ${what}`, isExpected ? `offered, ${user}` : "not offered", seen);
    }
  } finally {
    await manager.stop();
  }
}

const server = await startServer(process.env.DIST || `${root}/dist`);
for (const browser of browsers) {
  if (groups.includes("passwords")) await askPasswordManager(browser, server);
  if (groups.some((group) => group !== "passwords")) await useKeyboard(browser, server);
}
server.stop();

const wrong = rows.filter(({ expected, seen }) => seen !== expected).length;
console.log(`\n| | ${browsers.join(" | ")} | expected |\n|---|${browsers.map(() => "---|").join("")}---|`);
for (const what of new Set(rows.map((row) => row.what))) {
  const same = rows.filter((row) => row.what === what);
  const cells = browsers.map((browser) =>
    same
      .filter((row) => row.browser === browser)
      .map(({ seen }) => seen)
      .join("; "),
  );
  console.log(`| ${what} | ${cells.join(" | ")} | ${[...new Set(same.map(({ expected }) => expected))].join("; ")} |`);
}
console.log(`\n${rows.length - wrong} as expected, ${wrong} not`);
process.exit(wrong === 0 && rows.length > 0 ? 0 : 1);
