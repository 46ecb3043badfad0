// Makes many calls with one outcome. The memory that they leave allocated is measured from outside the page.

import { options } from "./stubs.js";

const { instantiate } = WebAssembly;
let memory;
WebAssembly.instantiate = async (...args) => {
  const result = await instantiate.apply(WebAssembly, args);
  const { exports } = result.instance ?? result;
  memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
  return result;
};

const error = JSON.stringify({
  error: { code: "003-019", description: "Project not found.", details: { a: [1, 2, 3] } },
});
const never = () => new Promise(() => {});
const respondingWith = (status, body, headers) => async () => new Response(body, { status, headers });

const request = options;
const confirm = { projectId: options.projectId, newPassword: "correct horse", resetCode: "abc" };

/**
 * The custom `fetch`, more options, how many calls at a time, and whether they are aborted in flight.
 *
 * @type {Record<string, { fetch: () => Promise<any>, more?: object, atOnce?: number, abort?: boolean }>}
 */
const outcomes = {
  success: { fetch: respondingWith(204, null) },
  invalid_input: { fetch: never, more: { timeoutMs: 0, retries: 3 } },
  rejected: { fetch: respondingWith(422, error) },
  rate_limited: { fetch: respondingWith(429, error, { "Retry-After": "7" }) },
  unexpected_response: { fetch: respondingWith(503, "<html>") },
  network: {
    fetch: async () => {
      throw new TypeError("Failed to fetch");
    },
  },
  timeout: { fetch: never, more: { timeoutMs: 1 }, atOnce: 100 },
  aborted: { fetch: never, abort: true },
};

export const names = () => Object.keys(outcomes);

let calls;

/** Loads the package, without a call. */
export async function start() {
  const ours = await import("/warm/ours.js");
  calls = [
    { call: ours.ask, options: request },
    { call: ours.confirmPasswordReset, options: confirm },
  ];
  await ours.preload();
}

/** Makes the two calls in turn. */
export async function run(outcome, count) {
  const { fetch, more, atOnce = 1, abort } = outcomes[outcome];
  globalThis.fetch = fetch;
  for (let done = 0; done < count; done += atOnce) {
    const controller = new AbortController();
    const pending = Array.from({ length: Math.min(atOnce, count - done) }, (_, index) => {
      const { call, options } = calls[(done + index) % 2];
      return call({ ...options, signal: controller.signal, ...more }).then(
        () => "success",
        ({ kind }) => kind,
      );
    });
    // After a few microtasks, the calls wait for their responses.
    for (let turn = 0; abort && turn < 9; turn++) await null;
    if (abort) controller.abort();
    for (const kind of await Promise.all(pending)) {
      if (kind !== outcome) throw new Error(`A call ended as ${kind} instead of ${outcome}`);
    }
  }
}

/** In wasm pages of 64 KiB. */
export const pages = () => memory.buffer.byteLength / 65536;
