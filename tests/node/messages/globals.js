// Replaces globals for the time of one call.

import { withProperties } from "../calls/outcome.js";

export { withProperties };

/** Values that a page, a test tool or a stripped engine may have in place of a global. */
export const nonsense = [undefined, null, 0, -1, NaN, "", "de", {}, [], () => {}, Symbol("nonsense")];

/** @typedef {[what: string, descriptor: PropertyDescriptor | undefined]} Fault */

/**
 * Each way in which a member may not work: the descriptor of the property, none where it is missing.
 *
 * @type {Fault[]}
 */
export const faults = [
  ["is missing", undefined],
  ["throws when read", { get: () => fail() }],
  ["throws when called", { value: fail }],
  ...nonsense.map((value) => /** @type {Fault} */ ([`is ${describeValue(value)}`, { value }])),
  ...nonsense.map((value) => /** @type {Fault} */ ([`makes ${describeValue(value)}`, { value: makerOf(value) }])),
];

function fail() {
  throw new Error("replaced");
}

/** A class whose instances return a value from every method, and a function that returns it. */
function makerOf(value) {
  return () => {
    const returnValue = () => value;
    return new Proxy({}, { get: () => returnValue });
  };
}

function describeValue(value) {
  if (typeof value === "object" && value) return JSON.stringify(value);
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** Runs `action` while globals are replaced. */
export const withGlobals = (descriptors, action) => withProperties(globalThis, descriptors, action);

/**
 * An element whose nearest `lang` is this one, in the shadow tree of a host or in no shadow tree.
 *
 * @param {{ lang?: string, host?: object }} place
 */
export function element({ lang, host }) {
  const getRootNode = () => ({ host });
  const withLang = { getAttribute: (name) => (name === "lang" ? lang : null), getRootNode, parentElement: null };
  return { closest: (selector) => (selector === "[lang]" && lang !== undefined ? withLang : null), getRootNode };
}

/**
 * The globals of a page: the `lang` of its root, and the languages of its browser.
 *
 * @param {{ lang?: string, browser?: string[] }} options
 */
export const page = ({ lang, browser = [] }) => ({
  ...worker(...browser),
  document: { value: { documentElement: element({ lang }) } },
});

/** The globals of a worker. */
export const worker = (...browser) => ({
  document: undefined,
  navigator: { value: { languages: browser, language: browser[0] } },
});

/**
 * The exports of dist/messages.js, with the internal ones, which its types leave out.
 *
 * @type {any}
 */
export const messages = await import(new URL("../../../dist/messages.js", import.meta.url).href);
