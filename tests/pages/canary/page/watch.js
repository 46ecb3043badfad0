// Records everything that a page logs, dispatches and stores. Imported before the package.

import { memory } from "../../../support/page/watch.js";

/** Pairs of a place and a text. */
export const records = [];

for (const level of Object.keys(console).filter((name) => typeof console[name] === "function")) {
  console[level] = (...values) => records.push(["console", values.map(allText).join(" ")]);
}
for (const name of ["error", "unhandledrejection"]) {
  addEventListener(name, (/** @type {any} */ { message, reason }) =>
    records.push(["an event of the window", allText(message ?? reason)]),
  );
}

const { dispatchEvent } = EventTarget.prototype;
EventTarget.prototype.dispatchEvent = function (event) {
  records.push(["an event", `${event.type} ${allText(event.detail)}`]);
  return dispatchEvent.call(this, event);
};

/** Everything that a log of the value could contain. */
export function allText(value) {
  if (!(value instanceof Error)) return typeof value === "object" ? JSON.stringify(value) : String(value);
  const own = Object.getOwnPropertyNames(value).map((name) => `${name}: ${allText(value[name])}`);
  return [String(value), value.message, value.stack, JSON.stringify(value), ...own].join("\n");
}

/** Those of these plain texts that are in the memory of the WebAssembly, each with its address. */
export function findInMemory(texts) {
  const bytes = new TextDecoder("latin1").decode(memory.buffer);
  return texts.map((text) => [text, bytes.indexOf(text)]).filter(([, at]) => at >= 0);
}

/** Everything that the page stores or shows. */
export async function stored() {
  const names = performance.getEntries().map(({ name }) => name);
  return [
    ["localStorage", JSON.stringify({ ...localStorage })],
    ["sessionStorage", JSON.stringify({ ...sessionStorage })],
    ["cookies", document.cookie],
    ["indexedDB", JSON.stringify(await indexedDB.databases())],
    ["caches", JSON.stringify((await globalThis.caches?.keys()) ?? [])],
    ["history", `${JSON.stringify(history.state)} ${history.length}`],
    ["the address", location.href],
    ["the window's name", window.name],
    ["the document", new XMLSerializer().serializeToString(document)],
    ["performance", names.join("\n")],
  ];
}
