// Plain JavaScript with JSDoc types, because wasm-bindgen copies this file verbatim. Rust apps get only this file, so it
// imports no other.

// How an exchange ended. `src/response.rs` declares the same numbers, and `src/browser/exchange.rs` the last two; a native
// test compares them.
export const RESPONDED = 0;
export const FAILED = 1;
export const OFFLINE = 2;
export const INVALID_SIGNAL = 3;
export const TIMED_OUT = 4;
export const ABORTED = 5;

// The kind of a value in a message. `src/message.rs` declares the same numbers, except for the last, which is its `_` arm; a
// native test compares them.
export const ABSENT = 0;
export const UNREADABLE = 1;
export const ILL_FORMED = 2;
export const OBJECT = 3;
export const STRING = 4;
export const NUMBER = 5;
export const FUNCTION = 6;
export const SIGNAL = 7;
export const LIST = 8;
export const OTHER = 9;

/**
 * A value in a message for Rust, as binary text: one character for each byte.
 *
 * A message is a list of values. Each begins with a digit, its kind. Its text follows in UTF-8, and is empty if the value has
 * none. The value ends with the byte 255, which never occurs in UTF-8. `src/message.rs` reads messages.
 *
 * @param {number} kind
 * @param {string} utf8 as binary text
 */
export const toMessage = (kind, utf8) => `${kind}${utf8}\xff`;

/**
 * A value with a text, which is encoded; `undefined` if the text is not well-formed.
 *
 * @param {number} kind
 * @param {any} text converted to a string
 */
export const encode = (kind, text) => attempt(() => toMessage(kind, unescape(encodeURIComponent(text))));

/**
 * The bytes of a binary text.
 *
 * @param {string} binary
 */
export const toBytes = (binary) =>
  // A callback, because engines compile it within this one run, unlike the body of a loop.
  new Uint8Array(binary.length).map((_, index) => binary.charCodeAt(index));

/**
 * The API's error object.
 *
 * @typedef {{ code: string, description: string, details: unknown }} ErrorObject
 *
 * How an exchange ended.
 *
 * @typedef {object} Ended
 * @property {number} ending
 * @property {number} [status] of the response; an integer from 0 to 65535
 * @property {string} [message] for Rust, as binary text: the error object's code, and the headers `Retry-After` and `Date`
 * @property {object} [fields] of the error for any such ending
 * @property {Partial<ErrorObject>} [errorObject] of the response; empty if it has none
 * @property {unknown} [rootCause] what `fetch` threw, or the signal's reason
 */

/**
 * Sends a request once and reads the response, subject to the time limit and the caller's signal.
 *
 * Rejects only if the request does, however badly `fetch`, its response or the signal behave, and always cleans up its
 * timer, listener and request.
 *
 * @param {any} request the URL, the JSON body and, if it has more parameters, the query; or a promise of them
 * @param {number} timeoutMs covers the promise, too
 * @param {any} signal of the caller, or `undefined`
 * @param {typeof fetch | undefined} customFetch called instead of `fetch`
 * @param {boolean} confirms whether the request sets a password
 * @returns {Promise<Ended>}
 */
export function exchange(request, timeoutMs, signal, customFetch, confirms) {
  return new Promise((resolve, reject) => {
    /** @type {AbortController | undefined} */
    let controller;
    let isOver = false;
    const cleanUp = () => {
      isOver = true;
      attempt(() => clearTimeout(timer));
      if (signal) attempt(() => signal.removeEventListener("abort", abort));
    };
    /** @param {Ended} ended */
    const stop = (ended) => {
      resolve(ended);
      cleanUp();
      if (controller) controller.abort();
    };
    const aborted = () => ({ ending: ABORTED, rootCause: attempt(() => signal.reason) });
    const abort = () => stop(aborted());
    const timer = attempt(() => setTimeout(() => stop({ ending: TIMED_OUT }), timeoutMs));
    const listen = () => {
      signal.addEventListener("abort", abort);
      return true;
    };
    const isSignal = !signal || attempt(listen);

    const send = async () => {
      const [url, body, query] = Array.isArray(request) ? request : await request;
      // `attempt` only if there is a signal, because an exception takes half the time of a call.
      if (isOver || (signal && attempt(() => signal.aborted))) return aborted();
      if (!isSignal) return { ending: INVALID_SIGNAL };
      controller = new AbortController();
      return callFetch(customFetch || fetch, query ? `${url}&${query}` : url, body, controller, confirms);
    };
    send().then(resolve, reject).then(cleanUp);
  });
}

/**
 * Calls `fetch`, and reads what the API documents of the response.
 *
 * @param {typeof fetch} fetch
 * @param {string} url
 * @param {string} body
 * @param {AbortController} controller
 * @param {boolean} confirms
 * @returns {Promise<Ended>}
 */
async function callFetch(fetch, url, body, controller, confirms) {
  /** @type {any} */
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      // The only header: a custom one would fail the API's preflight.
      headers: { "Content-Type": "application/json" },
      body,
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      signal: controller.signal,
    });
  } catch (cause) {
    const offline = attempt(() => navigator.onLine) === false;
    return { ending: offline ? OFFLINE : FAILED, fields: { offline }, rootCause: cause };
  }
  const readStatus = () => {
    const { status } = response;
    return status === (status & 65535) && status;
  };
  // Rust takes 16 bits, and a custom `fetch` may respond with anything.
  const status = attempt(readStatus) || 0;
  /** @type {Partial<ErrorObject>} */
  const errorObject = {};
  /** @type {Ended} */
  const ended = { ending: RESPONDED, status, message: toMessage(ABSENT, ""), fields: { status }, errorObject };
  if (status >= 400 && status < 600) {
    try {
      const { code, description, details } = (await response.json()).error;
      const text = (typeof code === "string" || typeof code === "number") && encode(STRING, code);
      // A code that is not well-formed is none.
      if (text) {
        ended.message = text;
        const isList = Array.isArray(description);
        errorObject.code = String(code);
        errorObject.description = typeof description === "string" ? description : "";
        if (isList) errorObject.details = description;
        if (details !== undefined && details !== null) errorObject.details = details;
        // Last, because the items may have any shape. A list of a custom `fetch` may also be endless.
        if (isList)
          errorObject.description = description
            .slice(0, 100)
            .map(({ property, message }) => `${property}: ${message}`)
            .join("; ");
      }
    } catch {
      // The body is not JSON, has no error object, or is incomplete.
    }
    // Only for 429, because reading a header takes time.
    if (status === 429) {
      for (const name of ["retry-after", "date"]) {
        const value = attempt(() => response.headers.get(name));
        ended.message += (typeof value === "string" && encode(STRING, value)) || toMessage(ABSENT, "");
      }
    }
  } else if (status === 204) {
    // Chromium offers to save a new password only if the body has been read, although there is none.
    if (confirms) attempt(() => response.text().catch(() => {}));
  } else {
    // Stops the download of a body that is not read, that of a redirect, too.
    controller.abort();
  }
  return ended;
}

/**
 * The list that `exchange` takes, to which Rust may add a query.
 *
 * @param {string} url
 * @param {string} body
 */
export const toList = (url, body) => [url, body];

/** A function, because wasm-bindgen adds error handling to a constructor that can throw. */
export const newQuery = () => new URLSearchParams();

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
