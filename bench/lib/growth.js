// How the time of a call grows with its input, in Chromium.

import { callIn } from "./browsers.js";
import { median, slope } from "./statistics.js";

/** For each series: the sizes, the median times in milliseconds by client, and the slope of each. */
export async function measureGrowth({ chromium, origin }, rounds) {
  const { page } = await chromium.page(`${origin}/`);
  const result = await callIn(page, "growth.js", "grow", ["by-hand", "ours"], rounds);
  await page.close();
  return Object.entries(result).map(([what, { sizes, times }]) => {
    const medians = Object.fromEntries(Object.entries(times).map(([client, lists]) => [client, lists.map(median)]));
    // The upper half, where the growing part dominates.
    const upper = Math.floor(sizes.length / 2);
    const slopes = Object.fromEntries(
      Object.entries(medians).map(([client, list]) => [client, slope(sizes.slice(upper), list.slice(upper))]),
    );
    return { what, sizes, medians, slopes };
  });
}
