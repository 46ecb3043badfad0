// Makes a call, then another, and reports what was seen of them. One pair at a time, so that all that is seen is theirs.

import { isPasswordResetError, requestPasswordReset } from "/dist/index.js";

const PLAYER = { projectId: "11111111-1111-4111-8111-111111111111", username: "John" };
/** How much later than its limit a call may settle on a machine that is busy. */
const SLACK_MS = 15_000;
const PATIENCE_MS = 60_000;
/** Longer than the browser needs to tell of a rejection that nobody handled. */
const MOMENT_MS = 100;

/** What a call came to, as JSON can tell it. */
function describe(error) {
  const { kind, status, code, retryAfterMs, timeoutMs } = error;
  return { kind: isPasswordResetError(error) ? kind : `not our error: ${error}`, status, code, retryAfterMs, timeoutMs };
}

async function until(condition, limitMs) {
  const end = performance.now() + limitMs;
  while (!(await condition()) && performance.now() < end) await watch.wait(10);
}

/**
 * @param {object} call
 * @param {string} call.baseUrl
 * @param {string} call.nextUrl where the next call is made
 * @param {number} call.timeoutMs
 * @param {() => Promise<boolean>} [call.hasArrived] asked until the call is to be aborted
 */
window.makeCalls = async ({ baseUrl, nextUrl, timeoutMs, hasArrived }) => {
  const { settlements, complaints } = watch.begin();
  const controller = watch.controller();
  const start = performance.now();
  const settle = (outcome) => settlements.push({ ...outcome, afterMs: Math.round(performance.now() - start) });
  requestPasswordReset({ ...PLAYER, baseUrl, timeoutMs, signal: controller.signal }).then(
    () => settle({ kind: "accepted" }),
    (error) => settle(describe(error)),
  );
  if (hasArrived) {
    await until(hasArrived, timeoutMs);
    controller.abort();
  }
  await until(() => settlements.length > 0, timeoutMs + SLACK_MS);
  await watch.wait(MOMENT_MS);
  const left = watch.left();
  const next = await requestPasswordReset({ ...PLAYER, baseUrl: nextUrl, timeoutMs: PATIENCE_MS }).then(
    () => ({ kind: "accepted" }),
    describe,
  );
  // The first two may still grow.
  return { settlements, complaints, next, ...left, slackMs: SLACK_MS, cookies: document.cookie };
};
