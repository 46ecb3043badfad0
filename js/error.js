// Plain JavaScript with its types in comments: wasm-bindgen carries this file along, as it is, with the crate.

/** The name that these errors share, whichever copy of the package or realm they come from. */
const NAME = "PasswordResetError";

/** The class of every error that a call rejects with. */
export class PasswordResetError extends Error {
  /**
   * @param {string} message for developers: names options and rules, never values
   * @param {object} fields `kind`, and what goes with it
   * @param {unknown} [cause] what was thrown underneath
   */
  constructor(message, fields, cause) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, fields);
  }

  get name() {
    return NAME;
  }
}

/**
 * @param {any} error
 * @returns {boolean}
 */
export function isPasswordResetError(error) {
  return error instanceof PasswordResetError || (error?.name === NAME && typeof error.kind === "string");
}

/**
 * One option, and the rule that it breaks.
 *
 * @param {string} field
 * @param {string} rule
 * @param {string} message
 */
export function issue(field, rule, message) {
  return { field, rule, message };
}
