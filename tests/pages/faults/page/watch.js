// Watches the timers, listeners and console messages of a call. Imported before the package.

import { countTimers } from "../../../support/timers.js";

const { setTimeout } = globalThis;
const timers = countTimers();
/** On the console, or uncaught. */
let messages = [];
/** The listeners on the caller's signals. */
let listeners = [];
let listenersAdded = 0;

/** Starts again from zero. */
export function begin() {
  messages = [];
  timers.running.clear();
  timers.started = 0;
  listeners = [];
  listenersAdded = 0;
  return { settlements: [], messages };
}

/** The timers and listeners that are left, and how many there were in all. */
export const left = () => ({
  timersLeft: timers.running.size,
  timersStarted: timers.started,
  listenersLeft: listeners.length,
  listenersAdded,
});

/** Waits with a timer that is not counted. */
export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An `AbortController` whose signal's listeners are counted. */
export function watchedController() {
  const controller = new AbortController();
  const { signal } = controller;
  const isSame = (args) => (other) => args[0] === other[0] && args[1] === other[1];
  signal.addEventListener = (...args) => {
    listenersAdded++;
    if (!listeners.some(isSame(args))) listeners.push(args);
    return AbortSignal.prototype.addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args) => {
    const isOther = (other) => !isSame(args)(other);
    listeners = listeners.filter(isOther);
    return AbortSignal.prototype.removeEventListener.apply(signal, args);
  };
  return controller;
}

for (const level of ["error", "warn"]) {
  const original = console[level];
  console[level] = (...args) => {
    messages.push(`console.${level}: ${args.join(" ")}`);
    original.apply(console, args);
  };
}
addEventListener("error", (event) => messages.push(`uncaught: ${event.message}`));
addEventListener("unhandledrejection", (event) => messages.push(`unhandled rejection: ${event.reason}`));
