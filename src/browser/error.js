// Plain JavaScript with JSDoc types, because wasm-bindgen copies this file verbatim.

import { attempt, TIMED_OUT } from "./exchange.js";

const NAME = "PasswordResetError";

/** The class of every error that a call rejects with. */
export class PasswordResetError extends Error {
  /**
   * @param {string} message for developers: names options and rules, never values
   * @param {object} fields `kind`, and the fields of that kind
   * @param {unknown} [cause] the underlying error
   */
  constructor(message, fields, cause) {
    super(message);
    // Not an argument of `super`, which is ignored in Chromium before 93, Firefox before 91 and Safari before 15.
    if (cause !== undefined) Object.defineProperty(this, "cause", { value: cause, writable: true, configurable: true });
    Object.assign(this, fields);
  }
}

// A property, because a getter without a setter would make `error.name = …` throw, which some loggers do.
Object.defineProperty(PasswordResetError.prototype, "name", { value: NAME, writable: true, configurable: true });

/**
 * Whether a value is a `PasswordResetError`, from this copy of the package or another.
 *
 * @param {any} error
 * @returns {boolean}
 */
export function isPasswordResetError(error) {
  const isOne = () => error instanceof PasswordResetError || (error.name === NAME && typeof error.kind === "string");
  // A proxy may throw on each access.
  return attempt(isOne) || false;
}

/**
 * Creates the error that Rust describes, with the values that JavaScript has read itself: the response's `details`, and what
 * `fetch` threw.
 *
 * @param {string} description JSON
 * @param {Partial<import("./exchange.js").Ended>} [ended]
 */
export function toError(description, ended = {}) {
  const fields = Object.assign(JSON.parse(description), ended.fields, ended.errorObject);
  return new PasswordResetError(fields.message, fields, ended.rootCause);
}

/**
 * The error for a call that the time limit or the caller's signal ended, which can happen before Rust is loaded.
 *
 * The messages are those of `src/error.rs`; a native test compares them.
 *
 * @param {import("./exchange.js").Ended} ended
 * @param {number} timeoutMs
 */
export function interruption({ ending, rootCause }, timeoutMs) {
  return ending === TIMED_OUT
    ? new PasswordResetError(`No response within ${timeoutMs} ms`, { kind: "timeout", timeoutMs })
    : new PasswordResetError("Aborted by the caller", { kind: "aborted" }, rootCause);
}
