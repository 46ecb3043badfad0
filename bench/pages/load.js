// How long it takes from `import()` to the first settled call.

import { answerWith, options } from "./stubs.js";

answerWith(204);

/** In milliseconds; with the bytes that came from the network, none of a cached file. */
export async function load(url) {
  const start = performance.now();
  const { ask } = await import(url);
  await ask(options);
  const ms = performance.now() - start;
  const [{ transferSize }] = performance.getEntriesByName(new URL(url, location.href).href);
  return { ms, transferred: transferSize };
}
