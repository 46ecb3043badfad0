// Calls with a canary in every option that is personal. They end in every way; reports where canaries were seen. Of invalid
// values, `tests/pages/hostile` searches errors and the console.

import "./watch.js";
import { confirmPasswordReset, requestPasswordReset } from "/dist/index.js";
import { outcomes } from "../../../support/page/watch.js";
import { projectId } from "../../../support/projects.js";
import { allText, findInMemory, records, stored } from "./watch.js";

/** Long and unusual enough to match nothing else. */
const canaries = ["kanarie-username", "kanarie-password", "kanarie-resetcode", "kanarie-verifycode"];
const [username, newPassword, resetCode, verifyCode] = canaries;

/** @type {[name: string, call: (options: any) => Promise<void>, personal: object][]} */
const calls = [
  ["requestPasswordReset", requestPasswordReset, { username }],
  ["confirmPasswordReset", confirmPasswordReset, { newPassword, resetCode, verifyCode }],
];

/** @typedef {[more: Record<string, any>, end: string]} Case */

/**
 * More options for both calls, and how they should end.
 *
 * @type {Case[]}
 */
const cases = [
  ...Object.entries(outcomes).map(([name, end]) => /** @type {Case} */ ([{ name }, end])),
  [{ name: "200" }, "unexpected_response"],
  [{ name: "silent", timeoutMs: 50 }, "timeout"],
  [{ name: "silent", abort: true }, "aborted"],
  [{ baseUrl: "https://127.0.0.1:1/closed" }, "network"],
  [{ fetch: () => Promise.reject(new TypeError("no")) }, "network"],
  [{ projectId: "mine" }, "invalid_input"],
  [{ retries: 3, timeoutMs: 0 }, "invalid_input"],
];

/** Returns where canaries were seen, and which calls ended in another way than they should. */
export async function callInEveryWay() {
  const problems = [];
  for (const [{ name, abort, ...more }, end] of cases) {
    for (const [call, run, personal] of calls) {
      const controller = new AbortController();
      const baseUrl = `${location.origin}/api/${name}`;
      const settled = run({ projectId, baseUrl, signal: controller.signal, ...personal, ...more }).then(
        () => undefined,
        (error) => error,
      );
      if (abort) setTimeout(() => controller.abort(), 50);
      const error = await settled;
      if ((error?.kind ?? "resolved") !== end) problems.push(`${call} ended as ${error?.kind} instead of ${end}`);
      if (error) records.push([`the error of ${end}`, allText(error)]);
      for (const [text, at] of findInMemory(canaries))
        problems.push(`${text} is in memory at ${at} after ${call}, ${end}`);
    }
  }
  return [...problems, ...(await seen())];
}

async function seen() {
  const places = [...records, ...(await stored())];
  return places
    .filter(([, text]) => canaries.some((canary) => text?.includes(canary)))
    .map(([place, text]) => `${place}: ${text.slice(0, 200)}`);
}
