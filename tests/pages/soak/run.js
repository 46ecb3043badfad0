// 100,000 calls in one page, 1,000 at once: memory stays flat, every call ends once and as it should, and page and server
// count the same. Then a call that is pending while its page is frozen, or left and returned to.
//
//   node tests/pages/soak/run.js chromium firefox

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { inBrowsers } from "../../support/browsers.js";
import { until } from "../../support/process.js";

const WARM_UP = 20_000;
const COUNT = 100_000;
const AT_ONCE = 1_000;
/** Calls over the network. */
const REAL = 3_000;
/** Less than one small object for every eighth call. */
const HEAP_GROWTH = 128 * 1024;
/** How long a page sleeps, and how long a call may take to end a second time. */
const ASLEEP_MS = 800;
const AGAIN_MS = 200;

const module = "/tests/pages/soak/page/calls.js";

/** The calls that send nothing. */
const notSent = ["invalid_input", "aborted_before"];

/** Calls with a `fetch` of the page. */
async function soakWithStubs(browser) {
  await browser.call(module, "soak", WARM_UP, AT_ONCE);
  const before = await measure(browser);
  const { started, sent, ended } = await browser.call(module, "soak", COUNT, AT_ONCE);
  const after = await measure(browser);

  assert.deepEqual(ended, started, "each call ends once, as it should");
  const expected = Object.entries(started).filter(([name]) => !notSent.includes(name));
  assert.deepEqual(sent, Object.fromEntries(expected), "each call is sent once, or not at all");
  assert.equal(after.pages, before.pages, "the memory of the WebAssembly grew");
  assert.deepEqual([after.instances, after.timers, after.errors], [1, before.timers, []]);
  const grown = after.heap - before.heap;
  if (after.heap) assert.ok(grown < HEAP_GROWTH, `the heap grew by ${grown} bytes`);
}

async function measure({ call, cdp }) {
  // The first leaves objects to be finalized, which the second collects.
  for (let time = 0; cdp && time < 3; time++) await cdp("HeapProfiler.collectGarbage");
  const heap = cdp && (await cdp("Runtime.getHeapUsage")).usedSize;
  return { ...(await call(module, "state")), heap };
}

const countsOf = (names) =>
  Object.fromEntries(Object.entries(Object.groupBy(names, (name) => name)).map(([name, all]) => [name, all.length]));

/** Calls over the network: page and server count the same. */
async function soakWithServer({ call, server }) {
  const ended = {};
  for (let from = 0; from < REAL; from += AT_ONCE) {
    for (const [name, count] of Object.entries(await call(module, "callServer", from, from + AT_ONCE)))
      ended[name] = (ended[name] ?? 0) + count;
  }
  const { silent: aborted, ...completed } = ended;
  const requests = server.requests();
  const { silent: arrived = 0, ...received } = countsOf(requests.map(({ name }) => name));
  const each = REAL / 5;
  assert.deepEqual(ended, { 204: each, 422: each, 429: each, 503: each, silent: each });
  assert.deepEqual(received, completed, "the server received what the page counted");
  assert.ok(arrived <= aborted);
  const sentTwice = Object.entries(countsOf(requests.map(({ body }) => body.username))).filter(
    ([, sent]) => sent !== 1,
  );
  assert.deepEqual(sentTwice, [], "each player is sent once");
}

/** Calls that are pending while their page sleeps. */
const sleepers = [
  { name: "held", timeoutMs: 60_000, end: "resolved" },
  { name: "silent", timeoutMs: 400, end: "timeout" },
];

const received = (server, wanted) => server.requests().filter(({ name }) => name === wanted).length;
const isEnd = (event) => !/^(freeze|resume|pagehide|pageshow)/.test(event);

/** Starts a call on a new page, and waits until the server has received it. */
async function begin({ call, open, server }, { name, timeoutMs }, query) {
  server.takeRequests();
  await open(`${query},${name}`);
  await call(module, "startCall", name, timeoutMs);
  await until("the request", () => received(server, name) === 1);
}

/** The events on the page once the call has ended, and has had time to end again. */
async function eventsAfterEnd(browser) {
  const events = () => browser.call(module, "events");
  await until("the call ends", async () => (await events()).some(isEnd));
  await pause(AGAIN_MS);
  return events();
}

/** Chromium freezes tabs in the background: no timer runs in them, and no task. */
async function freezeAndResume(browser) {
  for (const planned of sleepers) {
    await begin(browser, planned, "sleep");
    await browser.cdp("Page.setWebLifecycleState", { state: "frozen" });
    // Meanwhile the response arrives, or the time limit passes.
    browser.server.release();
    await pause(ASLEEP_MS);
    await browser.cdp("Page.setWebLifecycleState", { state: "active" });
    assert.deepEqual(await eventsAfterEnd(browser), ["freeze", "resume", planned.end]);
    assert.equal(received(browser.server, planned.name), 1, "it was sent once");
  }
}

/**
 * The browser may keep a page that is left, and show it again as it was. Then the call ends with its response, by its
 * time limit, or because the browser has closed its connection. If the page is not kept, neither is the call.
 */
async function leaveAndReturn(browser) {
  const outcomes = new Set();
  for (const planned of sleepers) {
    await begin(browser, planned, "leave");
    await browser.open("elsewhere");
    browser.server.release();
    await pause(ASLEEP_MS);
    await browser.back();
    const isKept = (await browser.call(module, "events")).includes("pageshow, kept");
    if (isKept) {
      const events = await eventsAfterEnd(browser);
      const ends = events.filter(isEnd);
      assert.equal(ends.length, 1, `it ends once: ${events}`);
      assert.ok([planned.end, "network"].includes(ends[0]), `${events}`);
      outcomes.add(`is kept, and the call ends (${ends[0]})`);
    } else {
      await pause(AGAIN_MS);
      assert.deepEqual((await browser.call(module, "events")).filter(isEnd), [], "a new page has no call");
      outcomes.add("is not kept, nor is the call");
    }
    assert.equal(received(browser.server, planned.name), 1, "it was sent once");
  }
  console.log(`${browser.name}: a page that is left ${[...outcomes].join("; ")}`);
}

inBrowsers(async (browser) => {
  const { check } = browser;
  await check("calls end once and as they should, and leak nothing", () => soakWithStubs(browser));
  await check("page and server count the same", () => soakWithServer(browser));
  if (browser.cdp) await check("a call ends once if its page is frozen and resumed", () => freezeAndResume(browser));
  await check("a call ends once if its page is left and returned to", () => leaveAndReturn(browser));
});
