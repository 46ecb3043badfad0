// 100,000 calls in one page, 1,000 at once: memory stays flat, every call ends once and as it should, both sides count the same.
//
//   node tests/pages/soak/run.js chromium firefox

import assert from "node:assert/strict";
import { startServer } from "../../support/counting-server.js";
import { inEngines } from "../../support/engines.js";
import { leaveAndReturn, sleepAndWake } from "./sleep.js";

const WARM_UP = 20_000;
const COUNT = 100_000;
const AT_ONCE = 1_000;
/** Calls over the wire. */
const REAL = 3_000;
/** Less than one small object for every eighth call. */
const HEAP_GROWTH = 128 * 1024;

const number = (value) => value.toLocaleString("en");

/** What is not sent: refused, or aborted before. */
const unsent = ["invalid_input", "aborted_before"];

async function stubbed(engine) {
  await engine.call(module, "soak", WARM_UP, AT_ONCE);
  const before = await measure(engine);
  const { started, sent, ended } = await engine.call(module, "soak", COUNT, AT_ONCE);
  const after = await measure(engine);

  assert.deepEqual(ended, started, "each call ends once, as it should");
  const expected = Object.entries(started).filter(([name]) => !unsent.includes(name));
  assert.deepEqual(sent, Object.fromEntries(expected), "each call is sent once, or not at all");
  assert.equal(after.pages, before.pages, "the memory of the WebAssembly grew");
  assert.deepEqual([after.instances, after.timers, after.complaints], [1, before.timers, []]);
  const grown = after.heap - before.heap;
  if (after.heap) assert.ok(grown < HEAP_GROWTH, `the heap grew by ${number(grown)} bytes`);
  const heap = after.heap ? `, heap ${number(before.heap)} → ${number(after.heap)} bytes` : "";
  console.log(
    `  ✓ ${number(COUNT)} calls, ${number(AT_ONCE)} at once, ended as they should: memory ${before.pages} → ${after.pages} pages${heap}`,
  );
  console.log(
    `    ${Object.entries(ended)
      .map(([name, count]) => `${number(count)} ${name}`)
      .join(", ")}`,
  );
}

async function measure({ call, cdp }) {
  // What the first leaves to be finalized is gone after the second.
  for (let time = 0; cdp && time < 3; time++) await cdp("HeapProfiler.collectGarbage");
  const heap = cdp && (await cdp("Runtime.getHeapUsage")).usedSize;
  return { ...(await call(module, "left")), heap };
}

/** Over the wire: what the page counted is what the server counted. */
async function real(engine, { state }) {
  const ended = {};
  for (let from = 0; from < REAL; from += AT_ONCE) {
    for (const [name, count] of Object.entries(await engine.call(module, "callServer", from, from + AT_ONCE))) {
      ended[name] = (ended[name] ?? 0) + count;
    }
  }
  const { silent: aborted, ...answered } = ended;
  const { silent: heard = 0, ...received } = state.byAnswer;
  const each = REAL / 5;
  assert.deepEqual(ended, { 204: each, 422: each, 429: each, 503: each, silent: each });
  assert.deepEqual(received, answered, "the server got what the page counted");
  assert.ok(heard <= aborted);
  assert.deepEqual(
    [...state.byPlayer].filter(([, count]) => count !== 1),
    [],
    "each player is asked for once",
  );
  console.log(
    `  ✓ ${number(REAL)} calls over the wire: the server got ${number(REAL - aborted)} that it answered and ${heard} of the ${aborted} that were aborted, each once`,
  );
}

const module = "/tests/pages/soak/page/calls.js";

await inEngines(process.argv.slice(2), async (engine) => {
  const server = await startServer();
  try {
    console.log(engine.name);
    await engine.open(`${server.url}tests/support/page/index.html`);
    await stubbed(engine);
    await real(engine, server);
    if (engine.cdp) await sleepAndWake(engine, server);
    await leaveAndReturn(engine, server);
  } finally {
    server.stop();
  }
});
