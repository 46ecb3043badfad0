// Part of the crate: wasm-bindgen copies this file into the package as it is.

// The kind of a value. `options.rs` declares the same numbers, and a native test compares them.
const ABSENT = 0;
const UNREADABLE = 1;
const ILL_FORMED = 2;
const OBJECT = 3;
const STRING = 4;
const NUMBER = 5;
const FUNCTION = 6;
const SIGNAL = 7;
const OTHER = 8;

// Not `/[\ud800-\udfff]/u`: WebKit before 17.4 finds that in emoji (https://bugs.webkit.org/show_bug.cgi?id=267011).
const WELL_FORMED = /^[^\ud800-\udfff]*$/u;

/**
 * Reads the argument of a call: each option once. The argument can be anything, such as a proxy whose traps throw.
 *
 * @param {any} argument
 * @param {string} names the known options, space-separated
 * @returns {unknown[]} kind and value of the argument, kind and value of each known option, then the unknown names
 */
export function readOptions(argument, names) {
  const known = names.split(" ");
  const kind = typeof argument !== "object" || argument === null ? OTHER : OBJECT;
  const options = kind === OBJECT ? argument : {};
  const values = [];
  for (const name of known) {
    try {
      const value = options[name];
      values.push(kindOf(value), toBytes(value));
    } catch {
      values.push(UNREADABLE, undefined);
    }
  }
  try {
    return [kind, undefined, ...values, ...Object.keys(options).filter((name) => !known.includes(name)).map(toBytes)];
  } catch {
    return [UNREADABLE, undefined, ...values];
  }
}

/**
 * A string as UTF-8, any other value as it is.
 *
 * @param {unknown} value
 */
export const toBytes = (value) => (typeof value === "string" ? new TextEncoder().encode(value) : value);

/** @param {any} value */
function kindOf(value) {
  if (value === undefined || value === null) return ABSENT;
  if (typeof value === "string") return WELL_FORMED.test(value) ? STRING : ILL_FORMED;
  if (typeof value === "number") return NUMBER;
  if (typeof value === "function") return FUNCTION;
  return isSignal(value) ? SIGNAL : OTHER;
}

/**
 * Whether a value looks like an `AbortSignal`, from this realm or another.
 *
 * @param {any} value
 */
function isSignal(value) {
  try {
    return typeof value.aborted === "boolean";
  } catch {
    return false;
  }
}
