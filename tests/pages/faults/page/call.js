// Makes a call, then another, and reports what was seen of them: one pair at a time, so that all of it is theirs.

import { isPasswordResetError, requestPasswordReset } from "/dist/index.js";

const PLAYER = { projectId: "11111111-1111-4111-8111-111111111111", username: "John" };
/** A timer of the page's own that is so much longer than the call's must find it settled, however busy the machine. */
const SLACK_MS = 5000;
const PATIENCE_MS = 120_000;
/** Longer than the browser needs to tell of a rejection that nobody handled. */
const MOMENT_MS = 100;

/** What a call came to, as JSON can tell it. */
function describe(error) {
  const { kind, status, code, retryAfterMs, timeoutMs } = error;
  return {
    kind: isPasswordResetError(error) ? kind : `not our error: ${error}`,
    status,
    code,
    retryAfterMs,
    timeoutMs,
  };
}

async function until(condition) {
  while (!(await condition())) await watch.wait(10);
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
  let isLate = false;
  const settle = (outcome) => settlements.push({ ...outcome, isLate, afterMs: Math.round(performance.now() - start) });
  requestPasswordReset({ ...PLAYER, baseUrl, timeoutMs, signal: controller.signal }).then(
    () => settle({ kind: "accepted" }),
    (error) => settle(describe(error)),
  );
  watch.wait(timeoutMs + SLACK_MS).then(() => (isLate = true));
  if (hasArrived) {
    await until(async () => isLate || (await hasArrived()));
    controller.abort();
  }
  await until(() => isLate || settlements.length > 0);
  await watch.wait(MOMENT_MS);
  const left = watch.left();
  const next = await requestPasswordReset({ ...PLAYER, baseUrl: nextUrl, timeoutMs: PATIENCE_MS }).then(
    () => ({ kind: "accepted" }),
    describe,
  );
  // The first two may still grow.
  return { settlements, complaints, next, ...left, cookies: document.cookie };
};
