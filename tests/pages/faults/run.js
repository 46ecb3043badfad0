// Calls servers that misbehave, each in one way, with the built package in three browsers.
//
//   node tests/pages/faults/run.js                        every fault in every browser
//   node tests/pages/faults/run.js firefox "one byte"     in one browser, the faults whose names contain this
//
// `faults.js` is the table of faults. Each has its own port on the loopback interface. `problemsOf` has all that is expected of
// a call. Browsers may repeat a POST: Chromium and Firefox when a kept connection closes without a response, all three after a
// 421. A page can neither see nor prevent that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { buildIfChanged } from "../../../scripts/build.js";
import { root } from "../../../scripts/lib/run.js";
import { startCallable } from "../../support/browsers.js";
import { holds } from "../../support/process.js";
import { serve } from "../../support/server.js";
import { faults } from "./faults.js";
import { startServers } from "./server.js";

const browsers = ["chromium", "firefox", "webkit"];
const args = process.argv.slice(2);
const named = args.filter((arg) => browsers.includes(arg));
const chosen = named.length > 0 ? named : browsers;
const parts = args.filter((arg) => !browsers.includes(arg));

/** For the browser to close the connections of requests that have ended. */
const CLOSING_MS = 15_000;

/** The messages of Chromium for a request that failed, which no page can prevent. */
const networkMessages =
  /Failed to load resource: (net::ERR_\w+|the server responded with a status of \d+ )|Access to fetch at '\S+' from origin '\S+' has been blocked by CORS policy: /;

/** Factors of the time limit: a call that timed out before its POST arrived is repeated with the next. No other is repeated. */
const FACTORS = [1, 4, 16];

/** Makes the calls to every fault in one browser. Returns the outcome of each. */
async function runIn([browser, page]) {
  const servers = await startServers(faults);
  const site = await serve(root);
  try {
    await page.open(`${site.url}tests/support/page/index.html`);
    /** @type {any[]} */
    const rows = servers.sites
      .map((fault, index) => {
        const { expected, posts } = { ...fault, ...fault.differs[browser] };
        return { index, fault, expected, posts };
      })
      .filter(({ fault }) => parts.length === 0 || parts.some((part) => fault.name.includes(part)));
    for (const factor of FACTORS) {
      const open = rows.filter((row) => !row.report || timedOutEarly(row));
      if (open.length === 0) break;
      const calls = open.map(({ fault, index }) => callOf(fault, index, factor, servers.control));
      const reports = JSON.parse(await page.call("/tests/pages/faults/page/calls.js", "makeAllCalls", calls));
      await holds(() => servers.seen.every(({ open }) => open === 0), CLOSING_MS);
      const seen = structuredClone(servers.seen);
      open.forEach((row, position) => {
        Object.assign(row, { report: reports[position], seen: seen[row.index] });
      });
    }
    for (const row of rows) row.problems = problemsOf(row);
    const messages = (await page.errors()).filter((text) => !networkMessages.test(text));
    return { name: page.name, rows, messages };
  } finally {
    await page.stop();
    site.stop();
    servers.stop();
  }
}

/** The parameters of a call. A repeated call has another name. */
function callOf({ baseUrl, respondsToNext, timeoutMs, isAborted }, index, factor, control) {
  const name = `call-${factor}`;
  return {
    name,
    index,
    baseUrl: `${baseUrl}/${name}`,
    nextUrl: respondsToNext ? `${baseUrl}/${name}/next` : control,
    timeoutMs: timeoutMs * factor,
    isAborted,
    seenUrl: `${control}/seen`,
  };
}

const postsOf = ({ report, seen }) => seen.calls[report.name]?.posts ?? 0;

/** Whether a call timed out as expected, but before its POST arrived: then the fault was not tested. */
function timedOutEarly(row) {
  const waited = row.expected.kind === "timeout" && row.report.settlements[0]?.kind === "timeout";
  return waited && postsOf(row) < row.posts[0];
}

/** Everything that differs from the expectation. */
function problemsOf(row) {
  const { expected, fault, report, seen } = row;
  const [outcome] = report.settlements;
  const [min, max] = row.posts;
  const posts = postsOf(row);
  const next = seen.calls[report.name]?.next ?? 0;
  const isTimeout = expected.kind === "timeout";
  /** @type {[isFine: boolean, problem: string][]} */
  const checks = [
    [report.settlements.length === 1, `settled ${report.settlements.length} times`],
    ...Object.entries(expected).map(([name, value]) => {
      const problem = `${name} is ${short(outcome?.[name])} instead of ${short(value)}`;
      return /** @type {[boolean, string]} */ ([(outcome?.[name] ?? null) === value, problem]);
    }),
    [!isTimeout || outcome?.timeoutMs === report.timeoutMs, `timeoutMs is ${outcome?.timeoutMs}`],
    // Browsers round their clocks.
    [!isTimeout || outcome?.afterMs >= report.timeoutMs - 50, `timed out after ${outcome?.afterMs} ms`],
    [outcome?.isLate === false, `settled after ${outcome?.afterMs} ms`],
    // None if the preflight or the connection fails.
    [min <= posts && posts <= max, `${posts} POSTs arrived`],
    // No redirect is followed.
    [seen.others === 0, `${seen.others} other requests arrived`],
    [seen.open === 0, "a request is still open"],
    [report.next?.kind === "accepted", `the next call: ${short(report.next)}`],
    [!fault.respondsToNext || next === 1, `the next call: ${next} POSTs arrived`],
    [report.timersStarted > 0, "no timer was counted: the package uses others than those watched"],
    [report.timersLeft === 0, `${report.timersLeft} timers left`],
    [report.listenersAdded > 0, "no listener was counted: the package uses others than those watched"],
    [report.listenersLeft === 0, `${report.listenersLeft} listeners left`],
    [report.cookies === "", `cookies: ${report.cookies}`],
    [report.messages.length === 0, report.messages.join("; ")],
  ];
  return checks.filter(([isFine]) => !isFine).map(([, problem]) => problem);
}

/** A value on one line. */
function short(value) {
  const text = JSON.stringify(value) ?? "absent";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** For example `rejected 404`, with the number of POSTs unless it is one. */
function outcomeOf(row) {
  const [{ kind, status, retryAfterMs } = { kind: "not settled" }] = row.report.settlements;
  const detail = retryAfterMs === undefined ? status : `${retryAfterMs} ms`;
  const posts = postsOf(row);
  return [kind, detail, ...(posts > 1 ? [`(${posts} POSTs)`] : [])].filter((word) => word !== undefined).join(" ");
}

await buildIfChanged();
// Before the servers, of which one could be given a port that a driver is about to take.
const pages = new Map();
for (const browser of chosen) pages.set(browser, await startCallable(browser));
const results = await Promise.all([...pages].map(runIn));
const tested = results[0].rows.map(({ fault }) => fault);
assert.ok(tested.length > 0, "no fault has such a name");
assert.equal(new Set(tested.map(({ name }) => name)).size, tested.length, "two faults have the same name");

console.log(`The outcomes in ${results.map(({ name }) => name).join(", ")}; one, if they are the same:`);
for (const [index, { name, why, differs }] of tested.entries()) {
  const rows = results.map(({ rows }) => rows[index]);
  const outcomes = rows.map(outcomeOf);
  const seen = new Set(outcomes).size === 1 ? outcomes[0] : outcomes.join(" | ");
  const reasons = Object.entries(differs).map(([browser, { why }]) => `${browser}: ${why}`);
  test(`${name}: ${[seen, why, ...reasons].filter(Boolean).join("; ")}`, () => {
    const problems = rows.map((row) => row.problems);
    assert.deepEqual(problems, Array(results.length).fill([]));
  });
}
for (const { name, messages } of results)
  test(`nothing else on the console of ${name}`, () => assert.deepEqual(messages, []));
