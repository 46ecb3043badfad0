// Makes one call, then another, and reports both: one pair at a time, so that everything observed belongs to it.

import { isPasswordResetError, requestPasswordReset } from "/dist/index.js";
import { projectId } from "../../../support/projects.js";
import { countListeners, countTimers } from "../../../support/timers.js";

// The timers, listeners and console messages of a call. The package reads no global before it is called.

const { setTimeout } = globalThis;
const timers = countTimers();
/** On the console, or uncaught. */
let messages = [];
/** The listeners on the caller's signal. */
let listeners;

/** Starts again from zero. */
function begin() {
  messages = [];
  timers.running.clear();
  timers.started = 0;
  return { settlements: [], messages };
}

/** The timers and listeners that are left, and how many there were in all. */
const left = () => ({
  timersLeft: timers.running.size,
  timersStarted: timers.started,
  listenersLeft: listeners.left.size,
  listenersAdded: listeners.added,
});

/** Waits with a timer that is not counted. */
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An `AbortController` whose signal's listeners are counted. */
function watchedController() {
  const controller = new AbortController();
  listeners = countListeners(controller.signal);
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

const player = { projectId, username: "John" };
/** A timer that is so much longer than the time limit must find the call settled, however busy the machine. */
const SLACK_MS = 5000;
/** The time limit of the next call. */
const NEXT_LIMIT_MS = 120_000;
/** Longer than a browser takes to report an unhandled rejection. */
const REPORT_MS = 100;

/** The outcome of a call that rejected, as plain data. */
function describe(error) {
  const { kind, status, code, retryAfterMs, timeoutMs } = error;
  return {
    kind: isPasswordResetError(error) ? kind : `not a PasswordResetError: ${error}`,
    status,
    code,
    retryAfterMs,
    timeoutMs,
  };
}

async function until(condition) {
  while (!(await condition())) await wait(10);
}

/**
 * @param {object} call
 * @param {string} call.baseUrl
 * @param {string} call.nextUrl where the next call is made
 * @param {number} call.timeoutMs
 * @param {() => Promise<boolean>} [call.hasArrived] if given, the call is aborted once it returns true
 */
window.makeCalls = async ({ baseUrl, nextUrl, timeoutMs, hasArrived }) => {
  const { settlements, messages } = begin();
  const controller = watchedController();
  const start = performance.now();
  let isLate = false;
  const settle = (outcome) => settlements.push({ ...outcome, isLate, afterMs: Math.round(performance.now() - start) });
  requestPasswordReset({ ...player, baseUrl, timeoutMs, signal: controller.signal }).then(
    () => settle({ kind: "accepted" }),
    (error) => settle(describe(error)),
  );
  wait(timeoutMs + SLACK_MS).then(() => {
    isLate = true;
  });
  if (hasArrived) {
    await until(async () => isLate || (await hasArrived()));
    controller.abort();
  }
  await until(() => isLate || settlements.length > 0);
  await wait(REPORT_MS);
  const leftovers = left();
  const next = await requestPasswordReset({ ...player, baseUrl: nextUrl, timeoutMs: NEXT_LIMIT_MS }).then(
    () => ({ kind: "accepted" }),
    describe,
  );
  // The first two may still grow.
  return { settlements, messages, next, ...leftovers, cookies: document.cookie };
};
