// Plain JavaScript with JSDoc types, because wasm-bindgen copies this file verbatim.

import { attempt } from "./exchange.js";

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
 * @param {object[]} issues
 * @param {string} field
 * @param {string} rule
 * @param {string} message
 */
export function addIssue(issues, field, rule, message) {
  issues.push({ field, rule, message });
}
