// Plain JavaScript with JSDoc types, because wasm-bindgen copies this file verbatim.

import {
  ABSENT,
  attempt,
  encode,
  FUNCTION,
  ILL_FORMED,
  NUMBER,
  OBJECT,
  OTHER,
  SIGNAL,
  STRING,
  toMessage,
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
  const { timeoutMs } = used;
  return Object.assign(used, {
    /** @param {string[]} policy */
    message: ([policyValues, policyOthers] = ["", ""]) =>
      toMessage(kind, "") + values + policyValues + others + policyOthers,
    // Rust reports an invalid limit, and then the call ends.
    timeoutMs:
      Number.isInteger(timeoutMs) && timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS ? timeoutMs : DEFAULT_TIMEOUT_MS,
    policy: objects.passwordPolicy,
  });
}

/**
 * Reads each property of a value once, if it is an object.
 *
 * @param {any} object
 * @param {string[]} names
 * @param {string} path before the names of its other properties
 * @returns the kind of the object; its properties, and the names of others, as parts of a message; and their values
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
    let value;
    try {
      if (isObject) value = object[name];
      kind = kindOf(value);
    } catch {
      // A getter or a proxy threw.
    }
    const isText = kind === STRING || kind === NUMBER;
    values += isText ? encode(kind, value) || toMessage(ILL_FORMED, "") : toMessage(kind, "");
    (kind === OBJECT ? objects : used)[name] = value;
  }
  const readNames = () => {
    if (!isObject) return OTHER;
    for (const name of Object.keys(object)) {
      if (!names.includes(name)) others += encode(STRING, path + name) || encode(STRING, "\ufffd");
    }
    return OBJECT;
  };
  return { kind: attempt(readNames) || UNREADABLE, values, others, used, objects };
}

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
