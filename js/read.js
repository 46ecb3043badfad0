// Plain JavaScript with its types in comments: wasm-bindgen carries this file along, as it is, with the crate.

/** What a value is; `src/browser/options.rs` knows these numbers. */
const ABSENT = 0;
const UNREADABLE = 1;
const ILL_FORMED = 2;
const OBJECT = 3;
const STRING = 4;
const NUMBER = 5;
const FUNCTION = 6;
const SIGNAL = 7;
const OTHER = 8;

/** Half of a surrogate pair, since a whole one is another character: it cannot be sent, and would arrive as U+FFFD. */
const HALF_PAIR = /[\ud800-\udfff]/u;

/**
 * Reads the argument of a call, each option once. It may be anything: a proxy, getters that throw, no object at all.
 *
 * @param {any} options
 * @param {string} names of the options that there are, with spaces between
 * @returns {unknown[]} what the argument is; of each option what it is, and its value; the names of what else was given
 */
export function read(options, names) {
  if (typeof options !== "object" || options === null) return [OTHER];
  const known = names.split(" ");
  const found = [];
  for (const name of known) {
    try {
      const value = options[name];
      found.push(kindOf(value), value);
    } catch {
      found.push(UNREADABLE, undefined);
    }
  }
  try {
    const others = Reflect.ownKeys(options).filter((key) => typeof key === "string" && !known.includes(key));
    return [OBJECT, ...found, ...others];
  } catch {
    return [UNREADABLE, undefined, ...found];
  }
}

/** @param {any} value */
function kindOf(value) {
  if (value === undefined || value === null) return ABSENT;
  if (typeof value === "string") return HALF_PAIR.test(value) ? ILL_FORMED : STRING;
  if (typeof value === "number") return NUMBER;
  if (typeof value === "function") return FUNCTION;
  return isSignal(value) ? SIGNAL : OTHER;
}

/**
 * Whether it looks like an `AbortSignal`, of this realm or another.
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
