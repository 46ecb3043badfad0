// Plain JavaScript with JSDoc types, because wasm-bindgen copies this file verbatim.

import {
  ABSENT,
  attempt,
  FUNCTION,
  ILL_FORMED,
  NUMBER,
  OBJECT,
  OTHER,
  SIGNAL,
  STRING,
  toMessage,
  toUtf8,
  UNREADABLE,
} from "./exchange.js";

// The options of each call, in the order in which `src/request.rs` reads them. JavaScript reads them before Rust is loaded; a
// native test compares both.
const requestOptions = ["projectId", "username", "loginUrl", "locale", "baseUrl", "timeoutMs", "signal", "fetch"];
const confirmOptions = [
  ...["projectId", "newPassword", "resetCode", "userId", "verifyCode"],
  ...["baseUrl", "timeoutMs", "signal", "fetch"],
];

/** As in `src/input/timeout.rs`; a native test compares them. The loading of Rust has a time limit, too. */
const DEFAULT_TIMEOUT_MS = 10000;
const MAX_TIMEOUT_MS = 2147483647;

/**
 * Reads each option of a call once. The argument can be anything, such as a proxy whose traps throw.
 *
 * @param {boolean} confirms which of the two calls it is
 * @param {any} argument
 * @returns the `message` for Rust: the argument, each known option, and the names of the other properties; and what JavaScript
 *   itself needs of the options
 */
export function readOptions(confirms, argument) {
  const names = confirms ? confirmOptions : requestOptions;
  const isObject = typeof argument === "object" && argument !== null;
  /** @type {Record<string, any>} */
  const values = Object.create(null);
  let message = "";
  for (const name of names) {
    let kind = UNREADABLE;
    let utf8 = "";
    try {
      const value = isObject ? argument[name] : undefined;
      const found = kindOf(value);
      // Until the text is encoded, which throws if it is not.
      kind = found === STRING ? ILL_FORMED : found;
      if (found === STRING || found === NUMBER) utf8 = toUtf8(String(value));
      kind = found;
      if (kind !== STRING && kind !== OTHER) values[name] = value;
    } catch {
      // A getter or a proxy threw, or the text is not well-formed.
    }
    message += toMessage(kind, utf8);
  }
  let kind = isObject ? OBJECT : OTHER;
  try {
    for (const name of Object.keys(isObject ? argument : {})) if (!names.includes(name)) message += unknownName(name);
  } catch {
    kind = UNREADABLE;
  }
  const { timeoutMs, signal, fetch } = values;
  return {
    message: toMessage(kind, "") + message,
    // Rust reports an invalid limit, and then the call ends.
    timeoutMs:
      Number.isInteger(timeoutMs) && timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS ? timeoutMs : DEFAULT_TIMEOUT_MS,
    signal,
    fetch,
  };
}

/**
 * A name that is not well-formed cannot be encoded.
 *
 * @param {string} name
 */
const unknownName = (name) => attempt(() => toMessage(STRING, toUtf8(name))) || toMessage(STRING, toUtf8("\ufffd"));

/** @param {any} value */
function kindOf(value) {
  if (value === undefined || value === null) return ABSENT;
  if (typeof value === "string") return STRING;
  if (typeof value === "number") return NUMBER;
  if (typeof value === "function") return FUNCTION;
  // A signal from any realm.
  return typeof attempt(() => value.aborted) === "boolean" ? SIGNAL : OTHER;
}
