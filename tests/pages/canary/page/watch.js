// Everything that a page can say or keep, noted from before the package is imported.

import { memory } from "../../../support/page/watch.js";

export const said = [];

for (const level of Object.keys(console).filter((name) => typeof console[name] === "function")) {
  console[level] = (...values) => said.push(["console", values.map(tell).join(" ")]);
}
for (const name of ["error", "unhandledrejection"]) {
  addEventListener(name, ({ message, reason }) => said.push(["an event of the window", tell(message ?? reason)]));
}

const { dispatchEvent } = EventTarget.prototype;
EventTarget.prototype.dispatchEvent = function (event) {
  said.push(["an event", `${event.type} ${tell(event.detail)}`]);
  return dispatchEvent.call(this, event);
};

/** What a value tells whoever logs it or sends it on. */
export function tell(value) {
  if (!(value instanceof Error)) return typeof value === "object" ? JSON.stringify(value) : String(value);
  const own = Object.getOwnPropertyNames(value).map((name) => `${name}: ${tell(value[name])}`);
  return [String(value), value.message, value.stack, JSON.stringify(value), ...own].join("\n");
}

/** Which of these texts lie in the memory of the WebAssembly, and where. */
export function inMemory(texts) {
  const bytes = new Uint8Array(memory.buffer);
  const found = (text) => {
    const wanted = new TextEncoder().encode(text);
    for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
      if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
    }
    return undefined;
  };
  return texts.map((text) => [text, found(text)]).filter(([, at]) => at !== undefined);
}

/** What the page keeps, by place. */
export async function kept() {
  const databases = await indexedDB.databases();
  return [
    ["localStorage", JSON.stringify({ ...localStorage })],
    ["sessionStorage", JSON.stringify({ ...sessionStorage })],
    ["cookies", document.cookie],
    ["indexedDB", JSON.stringify(databases)],
    ["caches", JSON.stringify((await globalThis.caches?.keys()) ?? [])],
    ["history", `${JSON.stringify(history.state)} ${history.length}`],
    ["the address", location.href],
    ["the window's name", window.name],
    ["the document", new XMLSerializer().serializeToString(document)],
    [
      "performance",
      performance
        .getEntries()
        .map(({ name }) => name)
        .join("\n"),
    ],
  ];
}
