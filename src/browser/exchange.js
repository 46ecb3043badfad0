// Part of the crate: wasm-bindgen copies this file into the package as it is. Rust apps get no other file, so it imports
// none.

// How an exchange ended. `exchange.rs` declares the same numbers, and a native test compares them.
const RESPONDED = 0;
const FAILED = 1;
const TIMED_OUT = 2;
const ABORTED = 3;
const INVALID_SIGNAL = 4;

/**
 * Sends a request, once, and reads the response, until the time limit or the caller's signal ends it.
 *
 * Never rejects, whatever `fetch`, its response and the signal do, and leaves no timer, listener or request behind.
 *
 * @param {string} url without the query
 * @param {URLSearchParams} query
 * @param {Iterable<[string, string]>} fields of the body
 * @param {number} timeoutMs
 * @param {any} signal of the caller, or `undefined`
 * @param {typeof fetch | undefined} substitute called instead of `fetch`
 * @returns {Promise<unknown[]>} how it ended, followed by the values that `outcome` in `exchange.rs` takes for that ending
 */
export function exchange(url, query, fields, timeoutMs, signal, substitute) {
  return new Promise((resolve) => {
    const aborted = () => [ABORTED, attempt(() => signal.reason)];
    // Not left to `attempt` alone: an exception would be half the time of a call.
    if (signal && attempt(() => signal.aborted)) return resolve(aborted());

    const controller = new AbortController();
    /** @param {unknown[]} ending */
    const end = (ending) => {
      resolve(ending);
      attempt(() => clearTimeout(timer));
      if (signal) attempt(() => signal.removeEventListener("abort", abort));
    };
    /** @param {unknown[]} ending */
    const cancel = (ending) => {
      end(ending);
      controller.abort();
    };
    const abort = () => cancel(aborted());
    const timer = attempt(() => setTimeout(() => cancel([TIMED_OUT]), timeoutMs));
    try {
      if (signal) signal.addEventListener("abort", abort);
    } catch {
      return cancel([INVALID_SIGNAL]);
    }
    /** @type {Record<string, string>} */
    const body = {};
    for (const [name, value] of fields) body[name] = value;
    const request = () =>
      (substitute || fetch)(`${url}?${query}`, {
        method: "POST",
        // The only header: a custom one would fail the API's preflight.
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        credentials: "omit",
        cache: "no-store",
        redirect: "manual",
        referrerPolicy: "no-referrer",
        signal: controller.signal,
      });
    send(request, controller).then(end);
  });
}

/**
 * Calls `fetch`, and reads the response as far as it can hold an error object.
 *
 * @param {() => Promise<Response>} request
 * @param {AbortController} controller
 * @returns {Promise<unknown[]>}
 */
async function send(request, controller) {
  let response;
  try {
    response = await request();
  } catch (cause) {
    return [FAILED, Number(attempt(() => navigator.onLine) === false), cause];
  }
  const status = integer(attempt(() => response.status));
  // Only a 429 has a wait, and reading a header takes time.
  /** @param {string} name */
  const header = (name) => (status === 429 ? text(attempt(() => response.headers.get(name))) : undefined);
  const ending = [RESPONDED, status, Date.now(), header("date"), header("retry-after")];
  if (status >= 400) {
    try {
      const { code, description, details } = (await response.json()).error;
      ending.push(
        text(typeof code === "number" ? String(code) : code),
        text(description),
        details === null ? undefined : details,
      );
    } catch {
      // The body is not JSON, holds no error object, or broke off.
    }
  } else if (status !== 204) {
    // Stops the download of a body that is not read.
    controller.abort();
  }
  return ending;
}

/** @param {any} value */
const integer = (value) => (Number.isInteger(value) ? value : 0);

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? toBytes(value) : undefined);

/**
 * Settles when the exchange has ended.
 *
 * @param {Promise<unknown[]>} exchange
 * @param {{ outcome(ending: unknown[]): unknown }} call a `PendingCall` of `exports.rs`
 */
export async function settle(exchange, call) {
  const error = call.outcome(await exchange);
  if (error) throw error;
}

/**
 * Rejects in a later task: browsers report a promise as unhandled that is rejected before anyone can have a handler.
 *
 * @param {unknown} error
 */
export async function reject(error) {
  await undefined;
  throw error;
}

/** Without the `catch` that wasm-bindgen puts around the constructor. */
export const newQuery = () => new URLSearchParams();

/**
 * A string as UTF-8, any other value as it is.
 *
 * @param {unknown} value
 */
export const toBytes = (value) =>
  typeof value === "string" ? (encoder = encoder || new TextEncoder()).encode(value) : value;

/**
 * Not a constant, because it may be missing when this file is read.
 *
 * @type {TextEncoder | undefined}
 */
let encoder;

/**
 * Returns `undefined` if reading a value throws.
 *
 * @template T
 * @param {() => T} read
 * @returns {T | undefined}
 */
export function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
