// A call that is under way while its page is put to sleep, or is left and come back to.

import assert from "node:assert/strict";

const module = "/tests/pages/soak/page/sleeper.js";
/** For what comes to pass at once, unless the machine is busy. */
const PATIENCE_MS = 30_000;
const ASLEEP_MS = 800;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for something to become true. */
async function until(what, isTrue) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    assert.ok(Date.now() < deadline, `${what} did not come to pass`);
    await pause(20);
  }
}

const cases = [
  { answer: "held", timeoutMs: 60_000, end: "resolved" },
  { answer: "silent", timeoutMs: 400, end: "timeout" },
];

const isEnd = (event) => !/^(freeze|resume|pagehide|pageshow)/.test(event);

/** Begins a call on a fresh page, and waits for the server to have it. */
async function begin(engine, server, { answer, timeoutMs }, name) {
  server.forget();
  await engine.open(`${server.url}tests/support/page/index.html?${name},${answer}`);
  await engine.call(module, "ask", answer, timeoutMs);
  await until("the request", () => server.state.byAnswer[answer] === 1);
}

/** What happened on the page, once the call has ended, and had time to end again. */
async function afterTheEnd(engine) {
  const happened = () => engine.call(module, "happened");
  await until("an end", async () => (await happened()).some(isEnd));
  await pause(200);
  return happened();
}

/** Chromium freezes tabs in the background: no timer runs in them, and no task. */
export async function sleepAndWake(engine, server) {
  for (const planned of cases) {
    await begin(engine, server, planned, "sleep");
    await engine.cdp("Page.setWebLifecycleState", { state: "frozen" });
    // Meanwhile the answer comes, or time runs out.
    server.release();
    await pause(ASLEEP_MS);
    await engine.cdp("Page.setWebLifecycleState", { state: "active" });
    assert.deepEqual(await afterTheEnd(engine), ["freeze", "resume", planned.end]);
    assert.equal(server.state.byAnswer[planned.answer], 1, "it was sent once");
  }
  console.log(
    "  ✓ a page that sleeps during a call, and is woken: the call ends once, with its answer or by its time limit",
  );
}

/**
 * A page that is left may be kept, and shown again as it was. Then the call ends: with its answer, by its time limit, or
 * because the browser has cut its connection. If it is not kept, it takes the call along.
 */
export async function leaveAndReturn(engine, server) {
  const outcomes = new Set();
  for (const planned of cases) {
    await begin(engine, server, planned, "leave");
    await engine.open(`${server.url}tests/support/page/index.html?elsewhere`);
    server.release();
    await pause(ASLEEP_MS);
    await engine.back();
    const isKept = (await engine.call(module, "happened")).includes("pageshow, kept");
    if (isKept) {
      const happened = await afterTheEnd(engine);
      const ends = happened.filter(isEnd);
      assert.equal(ends.length, 1, `it ends once: ${happened}`);
      assert.ok([planned.end, "network"].includes(ends[0]), `${happened}`);
      outcomes.add(`is kept, and the call ends (${ends[0]})`);
    } else {
      await pause(200);
      assert.deepEqual(
        (await engine.call(module, "happened")).filter(isEnd),
        [],
        "a new page knows nothing of the call",
      );
      outcomes.add("is not kept, nor is the call");
    }
    assert.equal(server.state.byAnswer[planned.answer], 1, "it was sent once");
  }
  console.log(`  ✓ a page that is left during a call, and come back to: it ${[...outcomes].join("; ")}`);
}
