// Makes many calls, several at once: each frame has its own realm, and makes one pair of calls after another, so that everything
// observed in it belongs to that pair.

import { isPasswordResetError, requestPasswordReset } from "/dist/index.js";
import { projectId } from "../../../support/projects.js";
import { countListeners, countTimers } from "../../../support/timers.js";

/** Limited by the connections of WebKit, the cores of the machine, and the memory for realms. */
const FRAMES = 12;
/** A timer that is so much longer than the time limit must find the call settled, however busy the machine. */
const SLACK_MS = 5000;
/** The time limit of the next call. */
const NEXT_LIMIT_MS = 120_000;
/** Longer than a browser takes to report an unhandled rejection. */
const REPORT_MS = 100;

// The package reads no global before it is called.
const { setTimeout } = globalThis;
const timers = countTimers();
/** On the console, or uncaught. */
let messages = [];
for (const level of ["error", "warn"]) {
  const original = console[level];
  console[level] = (...args) => {
    messages.push(`console.${level}: ${args.join(" ")}`);
    original.apply(console, args);
  };
}
addEventListener("error", (event) => messages.push(`uncaught: ${event.message}`));
addEventListener("unhandledrejection", (event) => messages.push(`unhandled rejection: ${event.reason}`));

/** Waits with a timer that is not counted. */
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(condition) {
  while (!(await condition())) await wait(10);
}

/** Whether the POST of a call has arrived at its server. */
async function hasArrived({ name, seenUrl, index }) {
  const seen = await (await fetch(seenUrl)).json();
  return seen[index].calls[name]?.posts > 0;
}

/** How a call ended, as plain data. */
const endOf = (call) =>
  call.then(
    () => ({ kind: "accepted" }),
    (error) => {
      const { status, code, retryAfterMs, timeoutMs } = error;
      const kind = isPasswordResetError(error) ? error.kind : `not a PasswordResetError: ${error}`;
      return { kind, status, code, retryAfterMs, timeoutMs };
    },
  );

/** In a frame: makes one call, then another to the same server, and reports both. */
export async function makeCalls(planned) {
  const { baseUrl, nextUrl, timeoutMs, isAborted } = planned;
  const player = { projectId, username: "John" };
  const settlements = [];
  const noted = [];
  messages = noted;
  timers.running.clear();
  timers.started = 0;
  const controller = new AbortController();
  const listeners = countListeners(controller.signal);
  const start = performance.now();
  let isLate = false;
  endOf(requestPasswordReset({ ...player, baseUrl, timeoutMs, signal: controller.signal })).then((end) =>
    settlements.push({ ...end, isLate, afterMs: Math.round(performance.now() - start) }),
  );
  wait(timeoutMs + SLACK_MS).then(() => {
    isLate = true;
  });
  if (isAborted) {
    await until(async () => isLate || (await hasArrived(planned)));
    controller.abort();
  }
  await until(() => isLate || settlements.length > 0);
  await wait(REPORT_MS);
  const counts = {
    timersLeft: timers.running.size,
    timersStarted: timers.started,
    listenersLeft: listeners.left.size,
    listenersAdded: listeners.added,
  };
  const next = await endOf(requestPasswordReset({ ...player, baseUrl: nextUrl, timeoutMs: NEXT_LIMIT_MS }));
  // The first two may still grow.
  return { settlements, messages: noted, next, ...counts, cookies: document.cookie };
}

async function openFrame() {
  const frame = document.createElement("iframe");
  frame.src = location.href;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return /** @type {any} */ (frame.contentWindow);
}

/**
 * Makes the calls, and returns a report of each, as JSON. The frames stay until all calls are made: removing a frame ends
 * its requests, which the calls should have done themselves.
 */
export async function makeAllCalls(calls) {
  for (const frame of document.querySelectorAll("iframe")) frame.remove();
  const waiting = [...calls.entries()];
  const reports = [];
  const work = async () => {
    const { callModule } = await openFrame();
    while (waiting.length > 0) {
      const [position, call] = waiting.shift();
      reports[position] = { ...call, ...(await callModule("/tests/pages/faults/page/calls.js", "makeCalls", [call])) };
    }
  };
  await Promise.all(Array.from({ length: FRAMES }, work));
  // A second settlement or a late error would come now.
  await wait(500);
  return JSON.stringify(reports);
}
