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
 * @param {string} baseUrl
 * @param {string} path
 * @param {URLSearchParams} query
 * @param {Iterable<[string, string]>} fields of the body
 * @param {number} timeoutMs
 * @param {AbortSignal | undefined} signal the caller's
 * @param {typeof fetch | undefined} substitute called in place of `fetch`
 * @returns {Promise<unknown[]>} how it ended, and what belongs to that
 */
export function exchange(baseUrl, path, query, fields, timeoutMs, signal, substitute) {
  return new Promise((resolve) => {
    const aborted = () => [ABORTED, attempt(() => signal?.reason)];
    if (signal && attempt(() => signal.aborted)) return resolve(aborted());

    const controller = new AbortController();
    /** @param {unknown[]} ending */
    const end = (ending) => {
      clearTimeout(timer);
      if (signal) attempt(() => signal.removeEventListener("abort", abort));
      resolve(ending);
    };
    /** @param {unknown[]} ending */
    const giveUp = (ending) => {
      end(ending);
      controller.abort();
    };
    const abort = () => giveUp(aborted());
    const timer = setTimeout(() => giveUp([TIMED_OUT, timeoutMs]), timeoutMs);
    try {
      signal?.addEventListener("abort", abort);
    } catch {
      return giveUp([NO_SIGNAL]);
    }
    const ask = () =>
      (substitute ?? fetch)(`${baseUrl}${path}?${query}`, {
        method: "POST",
        // One header, because a custom one would fail the API's preflight.
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(Object.fromEntries(fields)),
        credentials: "omit",
        cache: "no-store",
        redirect: "manual",
        referrerPolicy: "no-referrer",
        signal: controller.signal,
      });
    send(ask, controller).then(end);
  });
}

/**
 * Asks, and reads what the answer may explain.
 *
 * @param {() => Promise<Response>} ask
 * @param {AbortController} controller
 * @returns {Promise<unknown[]>}
 */
async function send(ask, controller) {
  let response;
  try {
    response = await ask();
  } catch (cause) {
    return [FAILED, Number(attempt(() => navigator.onLine) === false), cause];
  }
  const status = number(attempt(() => response.status));
  const answer = [ANSWERED, status, text(attempt(() => response.headers.get("retry-after"))), Date.now()];
  if (status >= 400) {
    // Only an error explains itself.
    try {
      const { code, description, details } = (await response.json()).error;
      answer.push(text(typeof code === "number" ? String(code) : code), text(description), details);
    } catch {
      // It is not JSON, not the documented object, or broke off.
    }
  } else if (status !== 204) {
    // A body that nobody reads need not arrive.
    controller.abort();
  }
  return answer;
}

/** @param {unknown} value */
const number = (value) => (typeof value === "number" ? value : 0);

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? value : undefined);

/**
 * Settles as Rust reads the ending.
 *
 * @param {Promise<unknown[]>} exchange
 * @param {{ outcome(ending: unknown[]): unknown }} exports of the instance
 */
export async function settled(exchange, exports) {
  const error = exports.outcome(await exchange);
  if (error) throw error;
}

/**
 * Rejects a moment later: a promise that is rejected from the start counts as unhandled until somebody sees it.
 *
 * @param {unknown} error
 */
export async function rejected(error) {
  await undefined;
  throw error;
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
