// Makes the calls, many at once, and checks how they end.

import "./watch.js";
import * as api from "/dist/index.js";
import { projectId } from "../../../support/projects.js";
import { makeCase } from "./cases.js";
import { checkOutcome } from "./check.js";
import { messages } from "./watch.js";

const AT_ONCE = 250;
/** Only a call that never ends takes so long: those without a response have time limits of milliseconds. */
const LIMIT_MS = 20_000;

const valid = {
  projectId,
  username: "John",
  fetch: async () => new Response(null, { status: 204 }),
};

/**
 * Runs the cases `from` to `to` of a seed. Returns the problems, as sentences, and how many calls ended in each way.
 */
export async function run(seed, from, to) {
  const realm = otherRealm();
  const ends = {};
  const problems = [];
  // While the package loads, a time limit or a signal may end a call before its issues are known.
  await api.preload();
  for (let first = from; first < to && problems.length < 20; first += AT_ONCE) {
    const length = Math.min(AT_ONCE, to - first);
    const checked = await Promise.all(Array.from({ length }, (_, index) => check(seed, first + index, realm)));
    for (const { end, problem } of checked) {
      ends[end] = (ends[end] ?? 0) + 1;
      if (problem) problems.push(problem);
    }
    const afterwards = await api.requestPasswordReset(valid).then(
      () => undefined,
      (error) => `${error}`,
    );
    if (afterwards) problems.push(`after the cases up to ${first + length}, a valid call failed: ${afterwards}`);
  }
  // Unhandled rejections are reported a little later.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { ends, problems: [...problems, ...messages].map(sendable) };
}

/** WebDriver takes no lone surrogates. */
const sendable = (text) => new TextDecoder().decode(new TextEncoder().encode(text));

async function check(seed, index, realm) {
  const settlements = { resolved: [], rejected: [] };
  let made;
  let problem;
  try {
    made = makeCase(seed, index, realm, () => api.requestPasswordReset(valid));
    const { [made.call]: call } = /** @type {Record<string, any>} */ (api);
    const promise = call(made.argument);
    if (!(promise instanceof Promise)) throw new Error("no promise was returned");
    const settled = promise.then(
      (value) => settlements.resolved.push(value),
      (error) => settlements.rejected.push(error),
    );
    let timer;
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, LIMIT_MS);
    });
    await Promise.race([settled.then(() => Promise.all(made.inner.calls)), limit]);
    clearTimeout(timer);
    problem = checkOutcome(made, settlements, api);
  } catch (thrown) {
    problem = `thrown: ${thrown}`;
  }
  const end = settlements.rejected[0]?.kind ?? (settlements.resolved.length > 0 ? "resolved" : "never");
  return { end, problem: problem && `seed ${seed}, case ${index}: ${problem}\n    ${made?.what.join(" · ")}` };
}

/** The globals of an iframe. */
function otherRealm() {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  return frame.contentWindow;
}
