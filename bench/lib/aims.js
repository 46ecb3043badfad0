// The targets, compared with the measurements.

import { sizeBudget } from "../../scripts/lib/sizes.js";

const count = (number) => number.toLocaleString("en-US");
const bytes = (number) => `${count(number)} bytes`;
const times = (number) => `${number.toFixed(2)}×`;
const milliseconds = (microseconds) => `${(microseconds / 1000).toFixed(3)} ms`;

const aim = (text, met, figure) => ({ text, met, figure });

/** A target for the worst of a list of `{ where, value }`. */
function worstOf(list, text, isMet, format) {
  const { where, value } = list.reduce((a, b) => (b.value > a.value ? b : a));
  return aim(text, isMet(value), `at worst ${format(value)} (${where})`);
}

export function sizesAims({ rows, published }) {
  const brotliOf = (key) => published.find(({ budget }) => budget === key).brotli;
  const withinBudget = (key, what) => {
    const { budget } = sizeBudget()[key];
    const brotli = brotliOf(key);
    return aim(`${what} under ${bytes(budget)} of brotli`, brotli < budget, bytes(brotli));
  };
  const smallerThan = (name) => {
    const { title, brotli } = rows.find((row) => row.name === name);
    const ours = brotliOf("published");
    return aim(`\`dist/index.js\` smaller than ${title}`, ours < brotli, `${bytes(ours)}, theirs ${bytes(brotli)}`);
  };
  return [
    withinBudget("published", "`dist/index.js`"),
    withinBudget("stable", "`dist/index.js`, built with stable Rust,"),
    ...["better-auth", "ory", "playfab"].map(smallerThan),
    withinBudget("forms", "`dist/forms.js`"),
    withinBudget("language", "each language"),
  ];
}

export function timeAims({ loads, calls }) {
  const isSlow3g = ({ name }) => name.includes("3G");
  const toOther = (other, paths) =>
    paths.map((path) => ({
      where: `${path.browser}, ${path.name}`,
      value: path.times.ours.median / path.times[other].median,
    }));
  const overheads = (value) => calls.map((row) => ({ where: `${row.browser}, ${row.outcome}`, value: value(row) }));
  return [
    worstOf(
      toOther(
        "by-hand",
        loads.filter((path) => !isSlow3g(path)),
      ),
      "import to first settled call within 2× of the hand-written client",
      (ratio) => ratio <= 2,
      times,
    ),
    worstOf(toOther("by-hand", loads.filter(isSlow3g)), "… within 1.2× on slow 3G", (ratio) => ratio <= 1.2, times),
    worstOf(
      toOther("xsolla-login-sdk", loads),
      "… faster than @xsolla/login-sdk on every path",
      (ratio) => ratio < 1,
      times,
    ),
    worstOf(
      overheads((row) => overhead(row, "ours") / overhead(row, "by-hand")),
      "a call's own overhead within 4× of the hand-written client's",
      (ratio) => ratio <= 4,
      times,
    ),
    worstOf(
      overheads((row) => overhead(row, "ours")),
      "… and below 0.1 ms",
      (microseconds) => microseconds < 100,
      milliseconds,
    ),
  ];
}

/** The microseconds of a call without those of the stub. A call with invalid input never reaches the stub. */
export function overhead({ outcome, times }, client) {
  return times[client].median - (outcome === "invalid input" ? 0 : times.stub.median);
}

export function memoryAims({ memory, counts }) {
  // During the first calls, the engine compiles and the allocator gets its working memory.
  const warm = counts.indexOf(1_000);
  const maxOf = (value) => Math.max(...memory.map(value));
  const pages = maxOf(({ pages }) => pages.at(-1) - pages[warm]);
  const first = maxOf(({ pages }) => pages[warm] - pages[0]);
  const heap = maxOf(({ heap }) => heap.at(-1) - heap[warm]) / (counts.at(-1) - counts[warm]);
  return [
    aim(
      "no growth of the WebAssembly memory over 100,000 calls",
      pages === 0,
      `${pages} pages after the first 1,000 calls (during these, at most ${first})`,
    ),
    aim(
      "a flat JavaScript heap: under one byte for each call",
      heap < 1,
      `at most ${heap.toFixed(2)} bytes for each call after the first 1,000`,
    ),
  ];
}
