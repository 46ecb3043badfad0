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
  ...["baseUrl", "timeoutMs", "signal", "fetch", "passwordPolicy"],
];

/** As in `src/input/timeout.rs`; a native test compares them. The loading of Rust has a time limit, too. */
const DEFAULT_TIMEOUT_MS = 10000;
const MAX_TIMEOUT_MS = 2147483647;

/**
 * Reads each option of a call once. The argument can be anything, such as a proxy whose traps throw.
 *
 * @param {boolean} confirms which of the two calls it is
 * @param {any} argument
 * @returns what JavaScript itself needs of the options; and `message`, which returns the message for Rust, with what
 *   `readPolicy` has returned if there is a `policy`
 */
export function readOptions(confirms, argument) {
  const { kind, values, others, used, objects } = readObject(argument, confirms ? confirmOptions : requestOptions, "");
  const { timeoutMs, signal, fetch } = used;
  return {
    /** @param {{ values: string, others: string }} policy */
    message: (policy = { values: "", others: "" }) =>
      toMessage(kind, "") + values + policy.values + others + policy.others,
    // Rust reports an invalid limit, and then the call ends.
    timeoutMs:
      Number.isInteger(timeoutMs) && timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS ? timeoutMs : DEFAULT_TIMEOUT_MS,
    signal,
    fetch,
    policy: objects.passwordPolicy,
  };
}

/**
 * Reads each property of a value once, if it is an object.
 *
 * @param {any} object
 * @param {string[]} names
 * @param {string} path before the names of its other properties
 * @returns the kind of the object; its properties, and the names of others, as parts of a message; and what is no text
 */
export function readObject(object, names, path) {
  const isObject = typeof object === "object" && object !== null;
  /** @type {Record<string, any>} */
  const used = Object.create(null);
  /** @type {Record<string, any>} */
  const objects = Object.create(null);
  let others = "";
  let values = "";
  for (const name of names) {
    let kind = UNREADABLE;
    let text = "";
    try {
      const value = isObject ? object[name] : undefined;
      const found = kindOf(value);
      // Until the text is encoded, which throws if it is not.
      kind = found === STRING ? ILL_FORMED : found;
      if (found === STRING || found === NUMBER) text = toUtf8(String(value));
      kind = found;
      if (kind === OBJECT) objects[name] = value;
      else if (kind !== STRING) used[name] = value;
    } catch {
      // A getter or a proxy threw, or the text is not well-formed.
    }
    values += toMessage(kind, text);
  }
  const readNames = () => {
    for (const name of isObject ? Object.keys(object) : []) {
      if (!names.includes(name)) others += unknownName(path + name);
    }
    return isObject ? OBJECT : OTHER;
  };
  return { kind: attempt(readNames) || UNREADABLE, values, others, used, objects };
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
  if (typeof attempt(() => value.aborted) === "boolean") return SIGNAL;
  return typeof value === "object" ? OBJECT : OTHER;
}
