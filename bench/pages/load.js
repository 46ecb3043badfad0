// The time from `import()` to the first settled call.

import { options, respondWith } from "./stubs.js";

respondWith(204);

/** In milliseconds; with the bytes from the network, 0 if the file was cached. */
export async function load(url) {
  const start = performance.now();
  const { ask } = await import(url);
  await ask(options);
  const ms = performance.now() - start;
  const [entry] = performance.getEntriesByName(new URL(url, location.href).href);
  return { ms, transferred: /** @type {PerformanceResourceTiming} */ (entry).transferSize };
}
