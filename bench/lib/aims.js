// What the package aims at, beside what was measured.

const times = (number) => `${number.toFixed(2)}×`;
const bytes = (number) => `${number.toLocaleString("en-US")} bytes`;
const all = (list, holds) => list.every(holds);
const worst = (list) => list.reduce((a, b) => (b.value > a.value ? b : a));

const aim = (text, met, figure) => ({ text, met, figure });

export function sizesAims({ rows, published }) {
  const [index, forms, language] = published.map(({ brotli }) => brotli);
  const under = (name) => {
    const { title, brotli } = rows.find((row) => row.name === name);
    return aim(`\`dist/index.js\` lighter than ${title}`, index < brotli, `${bytes(index)}, theirs ${bytes(brotli)}`);
  };
  return [
    aim("`dist/index.js` under 15,000 bytes of brotli", index < 15_000, bytes(index)),
    ...["better-auth", "ory", "playfab"].map(under),
    aim("`dist/forms.js` under 8,000 bytes of brotli", forms < 8_000, bytes(forms)),
    aim("each language under 2,000 bytes of brotli", language < 2_000, bytes(language)),
  ];
}

export function timeAims({ loads, calls }) {
  const ratios = (other, wanted) =>
    loads.filter(wanted).map(({ browser, name, times: { ours, ...rest } }) => ({
      where: `${browser}, ${name}`,
      value: ours.median / rest[other].median,
    }));
  const tell = (list) => {
    const { where, value } = worst(list);
    return `at worst ${times(value)} (${where})`;
  };
  const isSlow3g = ({ name }) => name.includes("3G");
  const toByHand = ratios("by-hand", (path) => !isSlow3g(path));
  const on3g = ratios("by-hand", isSlow3g);
  const toSdk = ratios("xsolla-login-sdk", () => true);

  const overheads = calls.map((row) => ({ where: `${row.browser}, ${row.outcome}`, ours: overhead(row, "ours"), byHand: overhead(row, "by-hand") }));
  const toCallByHand = overheads.map(({ where, ours, byHand }) => ({ where, value: ours / byHand }));
  const slowest = worst(overheads.map(({ where, ours }) => ({ where, value: ours })));
  return [
    aim("import to first settled call within 2× of the hand-written client", all(toByHand, ({ value }) => value <= 2), tell(toByHand)),
    aim("… within 1.2× on slow 3G", all(on3g, ({ value }) => value <= 1.2), tell(on3g)),
    aim("… faster than @xsolla/login-sdk on every path", all(toSdk, ({ value }) => value < 1), tell(toSdk)),
    aim("a call's own overhead within 4× of the hand-written client's", all(toCallByHand, ({ value }) => value <= 4), tell(toCallByHand)),
    aim("… and below 0.1 ms", slowest.value < 100, `at worst ${(slowest.value / 1000).toFixed(3)} ms (${slowest.where})`),
  ];
}

/** Microseconds of a call without those that the stub itself takes. Invalid input never gets there. */
export function overhead({ outcome, times }, client) {
  return times[client].median - (outcome === "invalid input" ? 0 : times.stub.median);
}

export function memoryAims({ memory, counts }) {
  const growth = (list, from) => list.at(-1) - list[from];
  const pages = Math.max(...memory.map(({ pages }) => growth(pages, 2)));
  const first = Math.max(...memory.map(({ pages }) => pages[2] - pages[0]));
  const heap = Math.max(...memory.map(({ heap }) => growth(heap, 2))) / (counts.at(-1) - counts[2]);
  return [
    aim("not one wasm page of growth over 100,000 calls", pages === 0, `${pages} after the first 1,000 calls, which take ${first} at most`),
    aim("a flat JavaScript heap: under one byte for each call", heap < 1, `at most ${heap.toFixed(2)} bytes for each call after the first 1,000`),
  ];
}

export function growthAims({ growth }) {
  const slopes = growth.map(({ what, slopes }) => ({ where: what, value: slopes.ours }));
  const { where, value } = worst(slopes);
  return [aim("cost at most linear: a slope of 1 in log-log, 0.1 left to chance", value <= 1.1, `at worst ${value.toFixed(2)} (${where})`)];
}
