// The tables, as Markdown.

import { timedClients } from "../clients.js";
import { overhead } from "./aims.js";
import { esbuild, flags } from "./bundle.js";

const count = (number) => number.toLocaleString("en-US");
const digits = (number) => (number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2));
const ratio = (a, b) => `${digits(a / b)}×`;
const withSpread = ({ median, low, high }) => `${digits(median)} (${digits(low)}–${digits(high)})`;

const sizes = ({ raw, gzip, brotli }) => [raw, gzip, brotli].map(count);

function table(head, rows) {
  const align = head.map((_, index) => (index === 0 ? "---" : "--:"));
  return [head, align, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export function aimsSection(aims) {
  const rows = aims.map(({ text, met, figure }) => [text, met ? "yes" : "**no**", figure]);
  return `## Aims\n\n${table(["aim", "met", "measured"], rows)}`;
}

export function sizesSection({ rows, published }) {
  const ours = rows.find(({ name }) => name === "ours").brotli;
  const lines = rows.map((row) => {
    const cells = [row.title, row.version || "–", ...sizes(row), ratio(row.brotli, ours)];
    return row.name === "ours" ? cells.map((cell) => `**${cell}**`) : cells;
  });
  const files = published.map((file) => [file.name, ...sizes(file)]);
  return `## Size

"Send a password-reset email", bundled by esbuild ${esbuild} with \`${flags}\`.
Bytes. Ours and the hand-written client hold both calls and every kind of error; the others were asked for this call alone,
with as little else as they let one leave out.

${table(["client", "version", "minified", "gzip -9", "brotli 11", "to ours"], lines)}

As published:

${table(["file", "bytes", "gzip -9", "brotli 11"], files)}`;
}

export function timeSection({ loads, calls }) {
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

Medians, and in brackets between what half of the values lie. The clients take turns. The network's answer is a stub in the
page, so what is told is the client's own time. A cold file is one that no cache knows; a warm one was visited three times
before. Chromium gives each sample a process of its own.

From \`import()\` to the first settled call (204), in milliseconds; "slow 3G" is 400 kbit/s with 2 s of latency, as in Chromium's
developer tools:

${table(["path", "samples", ...head], loadRows)}

One call, in microseconds, in batches of 200. The stub alone is what \`fetch\` and reading its answer take by themselves; the
last column compares what each client adds to that. @xsolla/login-sdk asks through a stub of \`XMLHttpRequest\` instead, has
no time limit and reads less of the answer:

${table(["outcome", "the stub alone", "hand-written", "ours", "@xsolla/login-sdk", "overhead: ours to hand-written"], callRows)}`;
}

export function memorySection({ memory, counts }) {
  const rows = memory.map(({ outcome, pages, heap }) => [
    outcome,
    pages.map(count).join(" → "),
    heap.map((bytes) => count(Math.round(bytes / 1024))).join(" → "),
  ]);
  return `## Memory

In Chromium, after ${counts.map(count).join(", ")} calls that end in this way (both calls in turn, one after the other; timeouts
100 at once). The heap was measured after a garbage collection.

${table(["outcome", "wasm pages of 64 KiB", "JavaScript heap, KiB"], rows)}`;
}

export function growthSection({ growth }) {
  const rows = growth.flatMap(({ what, sizes, medians, slopes }) =>
    Object.entries({ ours: "ours", "by-hand": "hand-written" }).map(([client, title]) => [
      `${what}, ${title}`,
      sizes.map((size, index) => `${shortCount(size)}: ${digits(medians[client][index])}`).join(" · "),
      slopes[client].toFixed(2),
    ]),
  );
  return `## Growth

Milliseconds in Chromium for one call with a username of so many characters (over 255 it is refused), for one refused call whose
\`details\` have so many bytes, and for so many calls at once until all have settled. The slope is that of a line through the
upper half of the points in log-log: 1 is linear.

${table(["what grows", "size: milliseconds", "slope"], rows)}`;
}

function shortCount(number) {
  if (number >= 1e6) return `${number / 1e6} M`;
  return number >= 1e3 ? `${number / 1e3} k` : String(number);
}

export function headSection({ date, versions, minutes }) {
  return `# How it measures

Measured by \`npm run bench\` on ${date}, in ${minutes} minutes.
${versions.join(" · ")}.

All figures are of one run on one machine, so compare them with each other and with nothing else: milliseconds differ from
machine to machine, ratios much less. Other work on the machine, a load of more than it has cores, shows in the spread and makes
a ratio near an aim a matter of chance.

![Bytes of each client](sizes.svg)

![Time of each client beside the hand-written one](time.svg)`;
}
