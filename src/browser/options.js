// Plain JavaScript with JSDoc types, because wasm-bindgen copies this file verbatim.

import { attempt, toBytes } from "./exchange.js";

// The kind of a value. `options.rs` declares the same numbers, except for the last, which is its `_` arm; a native test
// compares them.
export const ABSENT = 0;
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
 * Reads each option of a call once. The argument can be anything, such as a proxy whose traps throw.
 *
 * @param {any} argument
 * @param {string} names the known options, space-separated
 * @param {Record<string, [number, any]>} [early] the options that have been read already
 * @returns {unknown[]} the argument's kind and value, then each known option's kind and value, then the unknown names
 */
export function readOptions(argument, names, early) {
  const known = names.split(" ");
  const values = [];
  for (const name of known) values.push(...((early ? early[name] : undefined) || readOption(argument, name)));
  try {
    const unknown = Object.keys(isObject(argument) ? argument : {}).filter((name) => !known.includes(name));
    return [isObject(argument) ? OBJECT : OTHER, undefined, ...values, ...unknown.map(toBytes)];
  } catch {
    return [UNREADABLE, undefined, ...values];
  }
}

/**
 * Reads one option.
 *
 * @param {any} argument
 * @param {string} name
 * @returns {[kind: number, value: any]}
 */
export function readOption(argument, name) {
  try {
    /** @type {any} */
    const value = isObject(argument) ? argument[name] : undefined;
    return [kindOf(value), toBytes(value)];
  } catch {
    return [UNREADABLE, undefined];
  }
}

/** @param {any} value */
const isObject = (value) => typeof value === "object" && value !== null;

/** @param {any} value */
function kindOf(value) {
  if (value === undefined || value === null) return ABSENT;
  if (typeof value === "string") return WELL_FORMED.test(value) ? STRING : ILL_FORMED;
  if (typeof value === "number") return NUMBER;
  if (typeof value === "function") return FUNCTION;
  // A signal from any realm.
  return typeof attempt(() => value.aborted) === "boolean" ? SIGNAL : OTHER;
}
