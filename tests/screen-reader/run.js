// Orca, the screen reader of Linux desktops, with both forms in Chromium, Firefox and WebKitGTK, by keyboard only.
//
//   node tests/screen-reader/run.js                          every state in each
//   node tests/screen-reader/run.js firefox                  in one of them
//   node tests/screen-reader/run.js webkit "request, sent"   the states whose name contains this
//
// `states.js` has the table of what must be said. A step fails if a line of it is not spoken, is cut off, or is spoken
// more often, and if anything else is spoken. It is over when its lines have been spoken and silence has followed.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { buildIfChanged } from "../../scripts/build.js";
import { startDesktop } from "../support/desktop.js";
import { startFormPage } from "../support/form-page.js";
import { holds } from "../support/process.js";
import { startOrca } from "./speech.js";
import { states } from "./states.js";

/** How long a line may take that must be spoken, and the end of those that must not, in milliseconds. */
const LINE_MS = 10_000;
const END_MS = 6000;
/** How long a response takes: longer than the form's least time, as those of a distant server do. */
const RESPONSE_MS = 900;

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

/** Runs the states in a browser. */
async function testBrowser(engine, context) {
  const page = await startFormPage({ delayMs: RESPONSE_MS });
  const desktop = await startDesktop(accessibility);
  try {
    const speech = await startOrca(desktop);
    browsers[engine](desktop, page.blank);
    for (const { steps, ...state } of chosen) {
      await page.open({ ...state, unfocused: "" });
      await waitForSilence(speech);
      speech.take();
      for (const step of steps) await context.test(`${state.name}: ${step.name}`, () => runStep(step, speech));
    }
  } catch (error) {
    throw new Error(`${engine}: ${error.message}\n${JSON.stringify(page.last())}\n${desktop.output()}`);
  } finally {
    await desktop.stop();
    page.stop();
  }

  async function runStep({ press = [], type = "", listenMs = 0, withinMs = LINE_MS, shows = "", hears }, speech) {
    const expected = (Array.isArray(hears) ? hears : (hears[engine] ?? hears.others)).flat();
    const start = Date.now();
    for (const key of press) await desktop.xdotool("key", key);
    if (type) await desktop.xdotool("type", "--delay", "60", type);
    const isShown = await holds(() => page.last().text.includes(shows), LINE_MS);
    await holds(() => expected.every((line) => speech.heard().includes(line)), withinMs);
    await waitForSilence(speech, start + listenMs);
    // In any order.
    assert.deepEqual(speech.take().sort(), expected.sort());
    assert.ok(isShown, `not shown: ${shows}`);
  }
}

/** Waits until nothing is spoken, at least until `start` and then for a while. */
async function waitForSilence(speech, start = Date.now()) {
  await holds(() => speech.isSilent(start), Math.max(0, start - Date.now()) + END_MS);
}

await buildIfChanged();
// Most of the time is silence, so they run side by side.
describe("Orca", { concurrency: true }, () => {
  for (const engine of engines) test(engine, (context) => testBrowser(engine, context));
});
