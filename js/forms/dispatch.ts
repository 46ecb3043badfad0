// The events of the elements.

import type { Call } from "../messages/index.js";
import { attempt } from "./attempt.js";
import type { Sending } from "./controller-types.js";

/** Dispatches an event. Returns whether the page left it alone. */
export function dispatch(element: HTMLElement, name: string, detail?: unknown): boolean {
  return element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail }));
}

/** Whether the page lets a call be sent, or a promise of it. A page that breaks its own events lets it. */
export function askPage(element: HTMLElement, options: Sending["options"], call: Call): unknown {
  const promises: Promise<unknown>[] = [];
  const detail: Sending = { call, options, waitUntil: (promise) => void promises.push(promise) };
  const isAllowed = attempt(() => dispatch(element, "password-reset-sending", detail));
  return isAllowed !== false && Promise.all(promises);
}
