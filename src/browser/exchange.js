// Plain JavaScript with JSDoc types, because wasm-bindgen copies this file verbatim. Rust apps get only this file, so it
// imports no other.

// How an exchange ended. `exchange.rs` declares the same numbers, except for the last, which is its `_` arm; a native test
// compares them.
const RESPONDED = 0;
const FAILED = 1;
const TIMED_OUT = 2;
const ABORTED = 3;
const INVALID_SIGNAL = 4;

/**
 * Sends the request once and reads the response, subject to the time limit and the caller's signal.
 *
 * Never rejects, however badly `fetch`, its response or the signal behave, and always cleans up its timer, listener and
 * request.
 *
 * @param {string} url without the query
 * @param {URLSearchParams} query
 * @param {Iterable<[string, string]>} fields of the body
 * @param {number} timeoutMs
 * @param {any} signal of the caller, or `undefined`
 * @param {typeof fetch | undefined} customFetch called instead of `fetch`
 * @returns {Promise<unknown[]>} how it ended, then the values that `outcome` in `exchange.rs` takes in that case
 */
export function exchange(url, query, fields, timeoutMs, signal, customFetch) {
  return new Promise((resolve) => {
    const aborted = () => [ABORTED, attempt(() => signal.reason)];
    // Checked first, because an exception in `attempt` takes half the time of a call.
    if (signal && attempt(() => signal.aborted)) return resolve(aborted());

    const controller = new AbortController();
    /** @param {unknown[]} result */
    const finish = (result) => {
      resolve(result);
      attempt(() => clearTimeout(timer));
      if (signal) attempt(() => signal.removeEventListener("abort", abort));
    };
    /** @param {unknown[]} result */
    const cancel = (result) => {
      finish(result);
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
    const callFetch = () =>
      (customFetch || fetch)(`${url}?${query}`, {
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
    send(callFetch, controller).then(finish);
  });
}

/**
 * Calls `fetch`, and reads the error object if the response can carry one.
 *
 * @param {() => Promise<Response>} callFetch
 * @param {AbortController} controller
 * @returns {Promise<unknown[]>}
 */
async function send(callFetch, controller) {
  let response;
  try {
    response = await callFetch();
  } catch (cause) {
    return [FAILED, Number(attempt(() => navigator.onLine) === false), cause];
  }
  const status = asInteger(attempt(() => response.status));
  // Only for 429, because reading a header takes time.
  /** @param {string} name */
  const header = (name) => (status === 429 ? asText(attempt(() => response.headers.get(name))) : undefined);
  const result = [RESPONDED, status, Date.now(), header("date"), header("retry-after")];
  // 600 and more only come from a custom `fetch`; Rust ignores their body.
  if (status >= 400) {
    try {
      const { code, description, details } = (await response.json()).error;
      result.push(
        asText(typeof code === "number" ? String(code) : code),
        asText(description),
        details === null ? undefined : details,
      );
    } catch {
      // The body is not JSON, has no error object, or is incomplete.
    }
  } else if (status !== 204) {
    // Stops the download of a body that is not read.
    controller.abort();
  }
  return result;
}

/** @param {any} value */
const asInteger = (value) => (Number.isInteger(value) ? value : 0);

/** @param {unknown} value */
const asText = (value) => (typeof value === "string" ? toBytes(value) : undefined);

/**
 * Settles a call, once its exchange is over, with the outcome that Rust derives from the result.
 *
 * @param {Promise<unknown[]>} exchange
 * @param {{ outcome(result: unknown[]): unknown }} call a `PendingCall` of `exports.rs`
 */
export async function settle(exchange, call) {
  const error = call.outcome(await exchange);
  if (error) throw error;
}

/**
 * Rejects in a later microtask: browsers report a promise as unhandled if it is rejected before the caller can attach a
 * handler.
 *
 * @param {unknown} error
 */
export async function reject(error) {
  await undefined;
  throw error;
}

/** A function, because wasm-bindgen adds error handling to a constructor that can throw. */
export const newQuery = () => new URLSearchParams();

/** @type {TextEncoder | undefined} */
let encoder;

/**
 * A string as UTF-8, any other value as it is.
 *
 * @param {unknown} value
 */
export function toBytes(value) {
  if (typeof value !== "string") return value;
  // Created once, because that takes Firefox longer than encoding, and only when needed, because it may be missing.
  if (!encoder) encoder = new TextEncoder();
  return encoder.encode(value);
}

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
