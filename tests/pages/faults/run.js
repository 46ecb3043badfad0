// Calls servers that misbehave, in three browsers, and reports the outcomes:
//
//   node tests/pages/faults/run.js                        every fault in every browser
//   node tests/pages/faults/run.js firefox "one byte"     in one browser, the faults whose names contain this

import assert from "node:assert/strict";
import { buildIfChanged } from "../../../scripts/build.js";
import { root } from "../../../scripts/lib/run.js";
import { startCallable } from "../../support/browsers.js";
import { serve } from "../../support/server.js";
import { faults } from "./faults.js";
import { expectedIn, printTable, problemsOf, timedOutEarly } from "./report.js";
import { startServers } from "./server.js";

const browsers = ["chromium", "firefox", "webkit"];
const args = process.argv.slice(2);
const named = args.filter((arg) => browsers.includes(arg));
const chosen = named.length > 0 ? named : browsers;
const parts = args.filter((arg) => !browsers.includes(arg));

/** For all calls, on a busy machine. */
const LIMIT_MS = 900_000;

/** The messages of Chromium for a request that failed, which no page can prevent. */
const networkMessages =
  /Failed to load resource: (net::ERR_\w+|the server responded with a status of \d+ )|Access to fetch at '\S+' from origin '\S+' has been blocked by CORS policy: /;

/** Factors of the time limit: a call that timed out before its POST arrived is repeated with the next. */
const FACTORS = [1, 4, 16];

/** Makes the calls to every fault in one browser. Returns the outcome of each. */
async function runIn(browser) {
  const servers = await startServers(faults);
  const site = await serve(root);
  let page;
  try {
    page = await startCallable(browser, { limitMs: LIMIT_MS });
    await page.open(`${site.url}tests/support/page/index.html`);
    /** @type {any[]} */
    const rows = servers.sites
      .map((fault, index) => ({ index, fault: expectedIn(fault, browser) }))
      .filter(({ fault }) => parts.length === 0 || parts.some((part) => fault.name.includes(part)));
    for (const factor of FACTORS) {
      const open = rows.filter((row) => !row.report || timedOutEarly(row.fault, row));
      if (open.length === 0) break;
      const calls = open.map(({ fault, index }) => callOf(fault, index, factor, servers.control));
      const reports = JSON.parse(await page.call("/tests/pages/faults/page/calls.js", "makeAllCalls", calls));
      const seen = await seenInTheEnd(servers);
      open.forEach((row, position) => {
        Object.assign(row, { report: reports[position], seen: seen[row.index] });
      });
    }
    for (const row of rows) row.problems = problemsOf(row.fault, row);
    const messages = (await page.errors()).filter((text) => !networkMessages.test(text));
    return { browser, name: page.name, rows, messages };
  } finally {
    await page?.stop();
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

/** What the servers received, when no request is open any more, or when one stays open too long. */
async function seenInTheEnd({ seen }) {
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    if (seen.every(({ open }) => open === 0)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return structuredClone(seen);
}

await buildIfChanged();
const start = Date.now();
const runs = await Promise.allSettled(chosen.map(runIn));
const broken = runs.find((run) => run.status === "rejected");
if (broken) throw broken.reason;
const results = runs.flatMap((run) => (run.status === "fulfilled" ? [run.value] : []));
const names = results[0].rows.map(({ fault }) => fault.name);
assert.equal(new Set(names).size, names.length, "two faults have the same name");

const { failed, isFine } = printTable(results);
const count = names.length * results.length;
const seconds = Math.round((Date.now() - start) / 1000);
console.log(
  `\n${names.length} faults in ${results.length} browsers: ${count - failed} as expected, ${failed} not, ${seconds} s`,
);
process.exitCode = isFine && count > 0 ? 0 : 1;
