// The README's figures, generated from bench/results.json.

import { table } from "../../scripts/lib/markdown.js";

const begin = /<!-- figures: made [^>]*-->/;
const end = "<!-- figures: end -->";

/** The clients shown in the README: both extremes, and Xsolla's own SDK. */
const clients = [
  "bare-fetch",
  "by-hand",
  "playfab",
  "ory",
  "better-auth",
  "supabase",
  "firebase",
  "ours",
  "xsolla-login-sdk",
  "auth0",
];
const paths = ["cold cache", "cold cache, CPU 4× slower", "cold cache, slow 3G"];

const milliseconds = (number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3));

function find(list, name, isIt) {
  const found = list.find(isIt);
  if (!found) throw new Error(`bench/results.json has no ${name}`);
  return found;
}

/** The figures, as Markdown. */
export function figures({ sizes, time }) {
  const sizeRows = clients
    .map((client) => find(sizes.rows, `size of ${client}`, ({ name }) => name === client))
    .sort((a, b) => a.brotli - b.brotli)
    .map(({ name, title, version, brotli }) => {
      const cells = [title, version || "–", brotli.toLocaleString("en-US")];
      return name === "ours" ? cells.map((cell) => `**${cell}**`) : cells;
    });
  const timeRows = paths.map((path) => {
    const isIt = ({ browser, name }) => browser === "Chromium" && name === path;
    const { times } = find(time.loads, `time for Chromium, ${path}`, isIt);
    const medians = ["by-hand", "ours", "xsolla-login-sdk"].map((client) => milliseconds(times[client].median));
    return [`Chromium, ${path}`, ...medians];
  });
  return [
    table(["client", "version", "bytes, brotli 11"], sizeRows, { numbers: true }),
    table(["first call, ms", "hand-written", "ours", "@xsolla/login-sdk"], timeRows, { numbers: true }),
  ].join("\n\n");
}

/** The README with these figures. */
export function withFigures(readme, results) {
  const [marker] = begin.exec(readme) ?? [];
  const from = marker ? readme.indexOf(marker) + marker.length : -1;
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error("README.md lacks the markers of the figures");
  return `${readme.slice(0, from)}\n\n${figures(results)}\n\n${readme.slice(to)}`;
}
