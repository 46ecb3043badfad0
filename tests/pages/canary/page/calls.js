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

/**
 * How both calls should end, and what makes them.
 *
 * @type {Record<string, any>[]}
 */
const cases = [
  ...Object.entries(outcomes).map(([name, end]) => ({ end, name })),
  { end: "unexpected_response", name: "200" },
  { end: "timeout", name: "silent", timeoutMs: 50 },
  { end: "aborted", name: "silent", abort: true },
  { end: "network", baseUrl: "https://127.0.0.1:1/closed" },
  { end: "network", fetch: () => Promise.reject(new TypeError("no")) },
  { end: "invalid_input", projectId: "mine" },
  { end: "invalid_input", retries: 3, timeoutMs: 0 },
];

/** Returns where canaries were seen, and which calls ended in another way than they should. */
export async function callInEveryWay() {
  const problems = [];
  for (const { end, name, abort, ...more } of cases) {
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
