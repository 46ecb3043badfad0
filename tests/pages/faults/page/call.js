// Makes one call, then another, and reports both: one pair at a time, so that everything observed belongs to it.

import "./watch.js";
import { isPasswordResetError, requestPasswordReset } from "/dist/index.js";
import { projectId } from "../../../support/projects.js";
import { begin, left, wait, watchedController } from "./watch.js";

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
