// The memory that calls leave allocated in Chromium: wasm pages, and the JavaScript heap after a garbage collection.

import { callIn } from "./browsers.js";

export const counts = [0, 1, 1_000, 100_000];

/** For each outcome: pages and heap (in bytes) after each number of calls in `counts`. */
export async function measureMemory({ chromium, origin }) {
  const rows = [];
  const names = await outcomes(chromium, origin);
  for (const outcome of names) {
    const { page, cdp } = await chromium.page(`${origin}/`);
    await callIn(page, "memory.js", "start");
    const row = { outcome, pages: [], heap: [] };
    for (const [index, count] of counts.entries()) {
      await callIn(page, "memory.js", "run", outcome, count - (counts[index - 1] ?? 0));
      row.pages.push(await callIn(page, "memory.js", "pages"));
      row.heap.push(await heapUsed(cdp));
    }
    await page.close();
    rows.push(row);
  }
  return rows;
}

async function outcomes(chromium, origin) {
  const { page } = await chromium.page(`${origin}/`);
  const names = await callIn(page, "memory.js", "names");
  await page.close();
  return names;
}

async function heapUsed(cdp) {
  // Finalizers that the first collection queues free more memory for the next.
  for (let time = 0; time < 3; time++) await cdp.send("HeapProfiler.collectGarbage");
  return (await cdp.send("Runtime.getHeapUsage")).usedSize;
}
