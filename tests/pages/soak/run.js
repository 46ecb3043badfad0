// 100,000 calls in one page, 1,000 at once: memory stays flat, every call ends once and as it should, and page and server
// count the same.
//
//   node tests/pages/soak/run.js chromium firefox

import assert from "node:assert/strict";
import { inBrowsers } from "../../support/browsers.js";
import { startServer } from "../../support/login.js";
import { freezeAndResume, leaveAndReturn } from "./sleep.js";

const WARM_UP = 20_000;
const COUNT = 100_000;
const AT_ONCE = 1_000;
/** Calls over the network. */
const REAL = 3_000;
/** Less than one small object for every eighth call. */
const HEAP_GROWTH = 128 * 1024;

const number = (value) => value.toLocaleString("en");

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
  // The first leaves objects to be finalized, which the second collects.
  for (let time = 0; cdp && time < 3; time++) await cdp("HeapProfiler.collectGarbage");
  const heap = cdp && (await cdp("Runtime.getHeapUsage")).usedSize;
  return { ...(await call(module, "state")), heap };
}

const countsOf = (names) =>
  Object.fromEntries(Object.entries(Object.groupBy(names, (name) => name)).map(([name, all]) => [name, all.length]));

/** Calls over the network: page and server count the same. */
async function soakWithServer(browser, server) {
  const ended = {};
  for (let from = 0; from < REAL; from += AT_ONCE) {
    for (const [name, count] of Object.entries(await browser.call(module, "callServer", from, from + AT_ONCE))) {
      ended[name] = (ended[name] ?? 0) + count;
    }
  }
  const { silent: aborted, ...completed } = ended;
  const requests = server.requests();
  const { silent: arrived = 0, ...received } = countsOf(requests.map(({ name }) => name));
  const each = REAL / 5;
  assert.deepEqual(ended, { 204: each, 422: each, 429: each, 503: each, silent: each });
  assert.deepEqual(received, completed, "the server received what the page counted");
  assert.ok(arrived <= aborted);
  assert.deepEqual(
    Object.entries(countsOf(requests.map(({ body }) => body.username))).filter(([, count]) => count !== 1),
    [],
    "each player is sent once",
  );
  console.log(
    `  ✓ ${number(REAL)} calls over the network: the server received ${number(REAL - aborted)} that it responded to and ${arrived} of the ${aborted} that were aborted, each once`,
  );
}

const module = "/tests/pages/soak/page/calls.js";

await inBrowsers(process.argv.slice(2), async (browser) => {
  const server = await startServer();
  try {
    console.log(browser.name);
    await browser.open(`${server.url}tests/support/page/index.html`);
    await soakWithStubs(browser);
    await soakWithServer(browser, server);
    if (browser.cdp) await freezeAndResume(browser, server);
    await leaveAndReturn(browser, server);
  } finally {
    server.stop();
  }
});
