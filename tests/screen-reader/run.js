// Orca, the screen reader of Linux desktops, with both forms in Chromium, Firefox and WebKitGTK, by keyboard only.
//
//   node tests/screen-reader/run.js                          every state in each
//   node tests/screen-reader/run.js firefox                  in one of them
//   node tests/screen-reader/run.js webkit "request, sent"   the states whose name contains this
//   DIST=folder node tests/screen-reader/run.js              another build
//
// `states.js` has the table of what must be said. A step fails if a line of it is not spoken, is cut off, or is spoken
// more often, and if anything else is spoken. It is over when its lines have been spoken and silence has followed.

import { join } from "node:path";
import { buildIfChanged } from "../../scripts/build.js";
import { root } from "../../scripts/lib/run.js";
import { startDesktop } from "../support/desktop.js";
import { holds, until } from "../support/process.js";
import { startServer } from "./server.js";
import { compare, startOrca } from "./speech.js";
import { states } from "./states.js";

/** How long a line may take that must be spoken, and the end of those that must not, in milliseconds. */
const LINE_MS = 10_000;
const END_MS = 6000;

/** Each browser asks for one of them, because there is no desktop that says that a screen reader runs. */
const accessibility = {
  AT_SPI_BUS_ADDRESS: "",
  ACCESSIBILITY_ENABLED: "1",
  GNOME_ACCESSIBILITY: "1",
  NO_AT_BRIDGE: "0",
  LIBGL_ALWAYS_SOFTWARE: "1",
};

/** How a desktop shows a page in each browser. */
const browsers = {
  chromium: ({ browse }, url) => browse("chromium", url, { options: ["--force-renderer-accessibility"] }),
  firefox: ({ browse }, url) => browse("firefox", url, { preferences: { "accessibility.force_disabled": -1 } }),
  webkit: ({ run }, url) => run(["/usr/bin/python3", new URL("webkit.py", import.meta.url).pathname, url]),
};

const args = process.argv.slice(2);
const named = Object.keys(browsers).filter((name) => args.includes(name));
const engines = named.length > 0 ? named : Object.keys(browsers);
const parts = args.filter((name) => !(name in browsers));
const chosen = states.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));

/** Runs the states in a browser. Returns what was heard at each step. */
async function testBrowser(engine) {
  const server = await startServer(process.env.DIST || join(root, "dist"));
  const desktop = await startDesktop(accessibility);
  const rows = [];
  let speech;
  try {
    speech = await startOrca(desktop);
    browsers[engine](desktop, server.url);
    await until("the browser starts", server.isWaiting);
    for (const state of chosen) {
      server.open(pageOf(state, server.url));
      await until("the form appears", () => server.shown().name === state.name && server.shown().hasFocus);
      await waitForSilence(speech);
      speech.take();
      for (const step of state.steps) rows.push({ state: state.name, step: step.name, ...(await runStep(step)) });
      await until("the page ends", server.isWaiting);
    }
  } catch (error) {
    throw new Error(`${engine}: ${error.message}\n${JSON.stringify(server.shown())}\n${desktop.output()}`);
  } finally {
    await desktop.stop();
    server.stop();
  }
  return rows;

  async function runStep({ press = [], type = "", listenMs = 0, withinMs = LINE_MS, shows = "", hears }) {
    const expected = (Array.isArray(hears) ? hears : (hears[engine] ?? hears.others)).flat();
    const start = Date.now();
    for (const key of press) await desktop.xdotool("key", key);
    if (type) await desktop.xdotool("type", "--delay", "60", type);
    const isShown = await holds(() => server.shown().text.includes(shows), LINE_MS);
    await holds(() => compare(expected, speech.heard()).missing.length === 0, withinMs);
    await waitForSilence(speech, start + listenMs);
    const heard = speech.take();
    return { heard, problems: [...(isShown ? [] : [`not shown: ${shows}`]), ...compare(expected, heard).problems] };
  }
}

/** Waits until nothing is spoken, at least until `start` and then for a while. */
async function waitForSilence(speech, start = Date.now()) {
  await holds(() => speech.isSilent(start), Math.max(0, start - Date.now()) + END_MS);
}

/** The address of the page with the form of a state. */
function pageOf({ name, form, attributes, response }, url) {
  const all = { ...attributes, "base-url": `${url}api/${response}` };
  return `?${new URLSearchParams({ name, form, attributes: JSON.stringify(all) })}`;
}

/** Prints what was heard at each step, in each browser. */
function printTable(results) {
  const engines = [...results.keys()];
  const [rows = []] = results.values();
  console.log(`\n| state | step | ${engines.join(" | ")} |\n|---|---|${engines.map(() => "---|").join("")}`);
  let last = "";
  for (const [index, { state, step }] of rows.entries()) {
    const cells = engines.map((engine) => {
      const { heard, problems } = results.get(engine)[index];
      return `${problems.length > 0 ? "✗ " : ""}${heard.map((line) => `“${line}”`).join(" ") || "–"}`;
    });
    console.log(`| ${[state === last ? "" : state, step, ...cells].join(" | ")} |`);
    last = state;
  }
}

if (!process.env.DIST) await buildIfChanged();
const results = new Map(engines.map((engine) => [engine, []]));
// Most of the time is silence, so they run side by side.
await Promise.all(
  engines.map(async (engine) => {
    const start = Date.now();
    const rows = await testBrowser(engine);
    results.set(engine, rows);
    const failed = rows.filter(({ problems }) => problems.length > 0);
    const count = `${rows.length - failed.length} of ${rows.length}`;
    console.log(`${failed.length > 0 ? "✗" : "✓"} ${engine}: ${count}, ${Math.round((Date.now() - start) / 1000)} s`);
    for (const { state, step, problems } of failed)
      console.log([`    ${state}: ${step}`, ...problems].join("\n      "));
    if (failed.length > 0) process.exitCode = 1;
  }),
);
printTable(results);
