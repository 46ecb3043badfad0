// What the package aims at, beside what was measured.

const bytes = (number) => `${number.toLocaleString("en-US")} bytes`;
const times = (number) => `${number.toFixed(2)}×`;
const milliseconds = (microseconds) => `${(microseconds / 1000).toFixed(3)} ms`;

const aim = (text, met, figure) => ({ text, met, figure });

/** Met when the worst of a list of `{ where, value }` is. */
function worstOf(list, text, isMet, tell) {
  const { where, value } = list.reduce((a, b) => (b.value > a.value ? b : a));
  return aim(text, isMet(value), `at worst ${tell(value)} (${where})`);
}

export function sizesAims({ rows, published }) {
  const [index, stable, forms, language] = published.map(({ brotli }) => brotli);
  const lighterThan = (name) => {
    const { title, brotli } = rows.find((row) => row.name === name);
    return aim(`\`dist/index.js\` lighter than ${title}`, index < brotli, `${bytes(index)}, theirs ${bytes(brotli)}`);
  };
  return [
    aim("`dist/index.js`, built with stable Rust, under 11,500 bytes of brotli", stable < 11_500, bytes(stable)),
    ...["better-auth", "ory", "playfab"].map(lighterThan),
    aim("`dist/forms.js` under 6,500 bytes of brotli", forms < 6_500, bytes(forms)),
    aim("each language under 2,000 bytes of brotli", language < 2_000, bytes(language)),
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

/** Microseconds of a call without those that the stub itself takes. Invalid input never gets there. */
export function overhead({ outcome, times }, client) {
  return times[client].median - (outcome === "invalid input" ? 0 : times.stub.median);
}

export function memoryAims({ memory, counts }) {
  // The first calls make the engine compile, and the allocator take what it works in.
  const warm = counts.indexOf(1_000);
  const most = (value) => Math.max(...memory.map(value));
  const pages = most(({ pages }) => pages.at(-1) - pages[warm]);
  const first = most(({ pages }) => pages[warm] - pages[0]);
  const heap = most(({ heap }) => heap.at(-1) - heap[warm]) / (counts.at(-1) - counts[warm]);
  return [
    aim(
      "not one wasm page of growth over 100,000 calls",
      pages === 0,
      `${pages} once the first 1,000 calls have taken what they work in (at most ${first})`,
    ),
    aim(
      "a flat JavaScript heap: under one byte for each call",
      heap < 1,
      `at most ${heap.toFixed(2)} bytes for each call after the first 1,000`,
    ),
  ];
}

export function growthAims({ growth }) {
  const slopes = growth.map(({ what, slopes }) => ({ where: what, value: slopes.ours }));
  const text = "cost at most linear: a slope of 1 in log-log, with 0.1 left to chance";
  return [
    worstOf(
      slopes,
      text,
      (slope) => slope <= 1.1,
      (slope) => slope.toFixed(2),
    ),
  ];
}
