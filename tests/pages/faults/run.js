// Calls servers that misbehave, in three engines, and tells what came of it:
//
//   node tests/pages/faults/run.js                        every fault in every engine
//   node tests/pages/faults/run.js firefox "one byte"     in one engine, the faults whose names contain this

import assert from "node:assert/strict";
import { buildIfChanged } from "../../../scripts/build.js";
import { root, startServer } from "../../../scripts/lib/run.js";
import { serve } from "../../support/server.js";
import { engines } from "./lib/engines.js";
import { expectedIn, problemsOf, wasTooHasty } from "./lib/judge.js";
import { printTable } from "./lib/table.js";

const args = process.argv.slice(2);
const named = args.filter((arg) => arg in engines);
const chosen = named.length > 0 ? named : Object.keys(engines);
const parts = args.filter((arg) => !(arg in engines));

/** How much more time a call gets whose limit ran out before its POST arrived. */
const MORE = [1, 4, 16];

const getJson = async (url) => (await fetch(url)).json();

/** Every fault in one engine. Returns what was seen of each. */
async function runIn(engine) {
  const { server, baseUrl: control } = await startServer("fault-server", /Fault server ready: (\S+)/, { quiet: true });
  process.once("exit", () => server.kill());
  const pages = await serve(root);
  let browser;
  try {
    browser = await engines[engine].open();
    await browser.open(`${pages.url}tests/pages/faults/page/index.html`);
    const all = await getJson(`${control}/faults`);
    const rows = all.map((fault, index) => ({ index, fault: expectedIn(fault, engine) }));
    const tried = rows.filter(({ fault }) => parts.length === 0 || parts.some((part) => fault.name.includes(part)));
    for (const times of MORE) {
      const hasty = tried.filter((row) => !row.report || wasTooHasty(row.fault, row));
      if (hasty.length === 0) break;
      const calls = hasty.map(({ fault, index }) => callOf(fault, index, times, control));
      const reports = await browser.makeAllCalls(calls);
      const seen = await seenInTheEnd(control);
      hasty.forEach((row, position) => Object.assign(row, { report: reports[position], seen: seen[row.index] }));
    }
    for (const row of tried) row.problems = problemsOf(row.fault, row);
    return { engine, version: browser.version, rows: tried, complaints: browser.complaints };
  } finally {
    await browser?.stop();
    pages.close();
    server.kill();
  }
}

/** What the page is told of a call. It is called again under another name. */
function callOf({ baseUrl, answersNext, timeoutMs, isAborted }, index, times, control) {
  const name = `call-${times}`;
  return {
    name,
    index,
    baseUrl: `${baseUrl}/${name}`,
    nextUrl: answersNext ? `${baseUrl}/${name}/next` : control,
    timeoutMs: timeoutMs * times,
    isAborted,
    seenUrl: `${control}/seen`,
  };
}

/** What arrived, once no server is busy any more, or it is plain that one stays so. */
async function seenInTheEnd(control) {
  const end = Date.now() + 15_000;
  for (;;) {
    const seen = await getJson(`${control}/seen`);
    if (seen.every(({ open }) => open === 0) || Date.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

await buildIfChanged();
for (const engine of chosen) await engines[engine].install();
const start = Date.now();
const runs = await Promise.allSettled(chosen.map(runIn));
const broken = runs.find(({ status }) => status === "rejected");
if (broken) throw broken.reason;
const results = runs.map(({ value }) => value);
const names = results[0].rows.map(({ fault }) => fault.name);
assert.equal(new Set(names).size, names.length, "two faults have the same name");

const { failed, isFine } = printTable(results);
const count = names.length * results.length;
const seconds = Math.round((Date.now() - start) / 1000);
console.log(
  `\n${names.length} faults in ${results.length} engines: ${count - failed} as expected, ${failed} not, ${seconds} s`,
);
process.exitCode = isFine && count > 0 ? 0 : 1;
