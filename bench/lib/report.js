// Generates RESULTS.md from results.json.

import { readFileSync } from "node:fs";
import { table as markdownTable } from "../../scripts/lib/markdown.js";
import { timedClients } from "../clients.js";
import { memoryAims, overhead, sizesAims, timeAims } from "./aims.js";

const count = (number) => number.toLocaleString("en-US");
const digits = (number) => (number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2));
const ratio = (a, b) => `${digits(a / b)}×`;
const withSpread = ({ median, low, high }) => `${digits(median)} (${digits(low)}–${digits(high)})`;
const sizeCells = ({ raw, gzip, brotli }) => [raw, gzip, brotli].map(count);
const table = (head, rows) => markdownTable(head, rows, { numbers: true });

/** The measurements that the repository has. */
export function readResults() {
  return JSON.parse(readFileSync(new URL("../results.json", import.meta.url), "utf8"));
}

/** The report on the parts that were measured, as Markdown. */
export function report(results) {
  const sections = [
    { part: "sizes", aims: sizesAims, section: sizesSection },
    { part: "time", aims: timeAims, section: timeSection },
    { part: "memory", aims: memoryAims, section: memorySection },
  ].filter(({ part }) => results[part]);
  const aims = sections.flatMap(({ part, aims }) => aims(results[part]));
  const parts = sections.map(({ part, section }) => section(results[part]));
  return `${[headSection(results), aimsSection(aims), ...parts].join("\n\n")}\n`;
}

function headSection({ date, versions, minutes }) {
  return `# Benchmark results

Measured by \`npm run bench\` on ${date}, in ${minutes} minutes.
${versions.join(" · ")}.

All figures come from one run on one machine, so compare them only with each other: milliseconds differ between machines, ratios much
less. Other work on the machine, visible as a load above its number of cores, increases the spread and makes a ratio close to its target
unreliable.`;
}

function aimsSection(aims) {
  const rows = aims.map(({ text, met, figure }) => [text, met ? "yes" : "**no**", figure]);
  return `## Targets\n\n${table(["target", "met", "measured"], rows)}`;
}

function sizesSection({ esbuild, flags, rows, published }) {
  const ours = rows.find(({ name }) => name === "ours").brotli;
  const lines = rows.map((row) => {
    const cells = [row.title, row.version || "–", ...sizeCells(row), ratio(row.brotli, ours)];
    return row.name === "ours" ? cells.map((cell) => `**${cell}**`) : cells;
  });
  const files = published.map((file) => [file.name, ...sizeCells(file)]);
  return `## Size

The size in bytes of a bundle that sends a password-reset email, made by esbuild ${esbuild} with \`${flags}\`.
Ours and the hand-written client contain both calls and every kind of error. The other bundles contain only this call, and as little
else as each library allows.

${table(["client", "version", "minified", "gzip -9", "brotli 11", "to ours"], lines)}

As published:

${table(["file", "bytes", "gzip -9", "brotli 11"], files)}`;
}

function timeSection({ loads, calls }) {
  const head = ["hand-written", "ours", "@xsolla/login-sdk", "ours to hand-written", "ours to login-sdk"];
  const loadRows = loads.map(({ browser, name, rounds, times }) => [
    `${browser}, ${name}`,
    rounds,
    ...timedClients.map((client) => withSpread(times[client])),
    ratio(times.ours.median, times["by-hand"].median),
    ratio(times.ours.median, times["xsolla-login-sdk"].median),
  ]);
  const callRows = calls.map((row) => {
    const { browser, outcome, times } = row;
    const sends = outcome !== "invalid input";
    return [
      `${browser}, ${outcome}`,
      sends ? withSpread(times.stub) : "–",
      ...["by-hand", "ours"].map((client) => withSpread(times[client])),
      sends ? withSpread(times["xsolla-login-sdk"]) : `${withSpread(times["xsolla-login-sdk"])}, sends it`,
      ratio(overhead(row, "ours"), overhead(row, "by-hand")),
    ];
  });
  return `## Time

Medians, with the interquartile range in brackets. The clients take turns. A stub in the page replaces the network, so the times are
those of the client alone. A cold file is in no cache; a warm file has been loaded three times before. In Chromium, each sample has its
own process.

From \`import()\` to the first settled call (204), in milliseconds; "slow 3G" is 400 kbit/s with 2 s of latency, as in Chromium's
developer tools:

${table(["path", "samples", ...head], loadRows)}

One call, in microseconds, in batches of 200. "The stub alone" is the time that \`fetch\` and reading its response take without a client;
the last column compares the time that each client adds. @xsolla/login-sdk uses a stub of \`XMLHttpRequest\` instead, has no time limit,
and reads less of the response:

${table(["outcome", "the stub alone", "hand-written", "ours", "@xsolla/login-sdk", "overhead: ours to hand-written"], callRows)}`;
}

function memorySection({ memory, counts }) {
  const rows = memory.map(({ outcome, pages, heap }) => [
    outcome,
    pages.map(count).join(" → "),
    heap.map((bytes) => count(Math.round(bytes / 1024))).join(" → "),
  ]);
  return `## Memory

In Chromium, after ${counts.map(count).join(", ")} calls with this outcome (both functions in turn, one call at a time; timeouts
100 at a time). The heap is measured after a garbage collection.

${table(["outcome", "wasm pages of 64 KiB", "JavaScript heap, KiB"], rows)}`;
}
