// People's own tools, for real: input methods, held keys, and the browsers' password managers.
//
//   node tests/input/run.js
//   node tests/input/run.js methods firefox    only these: methods, keys, passwords; chromium, firefox
//   DIST=folder node tests/input/run.js        tests another build

import { root } from "../../scripts/lib/run.js";
import { startChromium } from "./lib/chromium-passwords.js";
import { startDesktop } from "./lib/desktop.js";
import { startFirefox } from "./lib/firefox-passwords.js";
import { holdEnter, pressCapsLock } from "./lib/keys.js";
import { typeThroughMethods } from "./lib/methods.js";
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
  const desktop = await startDesktop();
  try {
    const first = { name: "first", form: "password-reset-form", next: "1" };
    await desktop.browse(browser, server.address(first));
    await server.untilReady();
    const tools = { browser, desktop, server, row: rowFor(browser) };
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
