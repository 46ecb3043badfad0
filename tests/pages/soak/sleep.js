// A call that is pending while its page is frozen, or left and returned to.

import assert from "node:assert/strict";

const module = "/tests/pages/soak/page/sleeper.js";
/** Only something that never happens takes so long. */
const LIMIT_MS = 30_000;
const ASLEEP_MS = 800;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for something to become true. */
async function until(what, isTrue) {
  const deadline = Date.now() + LIMIT_MS;
  while (!(await isTrue())) {
    assert.ok(Date.now() < deadline, `${what} did not happen`);
    await pause(20);
  }
}

const cases = [
  { name: "held", timeoutMs: 60_000, end: "resolved" },
  { name: "silent", timeoutMs: 400, end: "timeout" },
];

const received = (server, wanted) => server.requests().filter(({ name }) => name === wanted).length;
const isEnd = (event) => !/^(freeze|resume|pagehide|pageshow)/.test(event);

/** Starts a call on a new page, and waits until the server has received it. */
async function begin(browser, server, { name, timeoutMs }, query) {
  server.takeRequests();
  await browser.open(`${server.url}tests/support/page/index.html?${query},${name}`);
  await browser.call(module, "startCall", name, timeoutMs);
  await until("the request", () => received(server, name) === 1);
}

/** The events on the page once the call has ended, and has had time to end again. */
async function eventsAfterEnd(browser) {
  const events = () => browser.call(module, "events");
  await until("an end", async () => (await events()).some(isEnd));
  await pause(200);
  return events();
}

/** Chromium freezes tabs in the background: no timer runs in them, and no task. */
export async function freezeAndResume(browser, server) {
  for (const planned of cases) {
    await begin(browser, server, planned, "sleep");
    await browser.cdp("Page.setWebLifecycleState", { state: "frozen" });
    // Meanwhile the response arrives, or the time limit passes.
    server.release();
    await pause(ASLEEP_MS);
    await browser.cdp("Page.setWebLifecycleState", { state: "active" });
    assert.deepEqual(await eventsAfterEnd(browser), ["freeze", "resume", planned.end]);
    assert.equal(received(server, planned.name), 1, "it was sent once");
  }
  console.log(
    "  ✓ a page that is frozen during a call, and resumed: the call ends once, with its response or by its time limit",
  );
}

/**
 * The browser may keep a page that is left, and show it again as it was. Then the call ends with its response, by its
 * time limit, or because the browser has closed its connection. If the page is not kept, neither is the call.
 */
export async function leaveAndReturn(browser, server) {
  const outcomes = new Set();
  for (const planned of cases) {
    await begin(browser, server, planned, "leave");
    await browser.open(`${server.url}tests/support/page/index.html?elsewhere`);
    server.release();
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
      await pause(200);
      assert.deepEqual((await browser.call(module, "events")).filter(isEnd), [], "a new page has no call");
      outcomes.add("is not kept, nor is the call");
    }
    assert.equal(received(server, planned.name), 1, "it was sent once");
  }
  console.log(`  ✓ a page that is left during a call, and returned to: it ${[...outcomes].join("; ")}`);
}
