// Plain JavaScript with its types in comments: wasm-bindgen carries this file along, as it is, with the crate.

/** How an exchange can end; `src/browser/exchange.rs` knows these numbers. */
const ANSWERED = 0;
const FAILED = 1;
const TIMED_OUT = 2;
const ABORTED = 3;
const NO_SIGNAL = 4;

/**
 * Sends a request, once, and reads the answer, within a time limit and until the caller aborts.
 *
 * Never rejects, whatever `fetch`, its answer and the signal do, and leaves nothing behind: no timer, no listener, no
 * request.
 *
 * @param {string} url
 * @param {RequestInit} init
 * @param {number} timeoutMs
 * @param {AbortSignal | undefined} signal the caller's
 * @param {typeof fetch | undefined} substitute called in place of `fetch`
 * @returns {Promise<unknown[]>} how it ended, and what belongs to that
 */
export async function exchange(url, init, timeoutMs, signal, substitute) {
  const aborted = () => [ABORTED, attempt(() => signal?.reason)];
  if (signal && attempt(() => signal.aborted)) return aborted();

  const controller = new AbortController();
  init.signal = controller.signal;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let abort = () => {};
  /** @type {Promise<unknown[]>} */
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, timeoutMs, [TIMED_OUT, timeoutMs]);
    abort = () => resolve(aborted());
  });
  try {
    signal?.addEventListener("abort", abort);
    return await Promise.race([over, send(url, init, substitute)]);
  } catch {
    return [NO_SIGNAL];
  } finally {
    clearTimeout(timer);
    if (signal) attempt(() => signal.removeEventListener("abort", abort));
    controller.abort();
  }
}

/**
 * Calls `fetch`, and reads what its answer may explain.
 *
 * @param {string} url
 * @param {RequestInit} init
 * @param {typeof fetch | undefined} substitute
 * @returns {Promise<unknown[]>}
 */
async function send(url, init, substitute) {
  let response;
  try {
    response = await (substitute ? substitute(url, init) : fetch(url, init));
  } catch (cause) {
    return [FAILED, cause, attempt(() => navigator.onLine) === false];
  }
  const status = attempt(() => response.status) ?? 0;
  const retryAfter = attempt(() => response.headers.get("retry-after"));
  let body;
  try {
    // Only an error explains itself.
    if (status >= 400) body = await response.json();
  } catch {
    // It is not JSON, or broke off.
  }
  return [ANSWERED, status, retryAfter, body];
}

/**
 * What reading a value gives; nothing if that throws.
 *
 * @template T
 * @param {() => T} read
 * @returns {T | undefined}
 */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
