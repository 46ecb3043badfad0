// Makes generated calls, many at once. Each settles once, and as the same call of the client that is written by hand.

import * as api from "/dist/index.js";
import { confirmPasswordReset, requestPasswordReset } from "../../../node/calls/by-hand.js";
import { projectId } from "../../../support/projects.js";
import { casesOf } from "./cases.js";
import { checkError } from "./check.js";

export { pollute } from "./pollution.js";

const byHand = { confirmPasswordReset, requestPasswordReset };
const AT_ONCE = 250;
/** Only a call that never ends takes so long: those without a response have time limits of milliseconds. */
const LIMIT_MS = 20_000;

const valid = {
  projectId,
  username: "John",
  fetch: async () => new Response(null, { status: 204 }),
};

/** Uncaught errors, and everything on the console. */
const messages = [];
addEventListener("error", ({ message }) => messages.push(`an error of the window: ${message}`));
addEventListener("unhandledrejection", ({ reason }) => messages.push(`an unhandled rejection: ${toText(reason)}`));
for (const level of ["error", "warn", "log"])
  console[level] = (...values) => messages.push(`console.${level}: ${values.map(toText).join(" ")}`);

function toText(value) {
  try {
    return String(value);
  } catch {
    return "a value that cannot be converted to a string";
  }
}

/** Runs the cases `from` to `to` of a seed. Returns the problems, as sentences, and how many calls ended in each way. */
export async function run(seed, from, to) {
  const realm = document.body.appendChild(document.createElement("iframe")).contentWindow;
  const ends = {};
  const problems = [];
  const cases = casesOf(seed, to);
  // While the package loads, a time limit or a signal may end a call before its issues are known.
  await api.preload();
  for (let first = from; first < to && problems.length < 20; first += AT_ONCE) {
    const some = cases.slice(first, first + AT_ONCE);
    const checked = await Promise.all(some.map((one, index) => check(seed, first + index, one, realm)));
    for (const { end, problem } of checked) {
      ends[end] = (ends[end] ?? 0) + 1;
      if (problem) problems.push(problem);
    }
    const afterwards = await api.requestPasswordReset(valid).then(
      () => undefined,
      (error) => `${error}`,
    );
    if (afterwards) problems.push(`after the cases from ${first}, a valid call failed: ${afterwards}`);
  }
  // Unhandled rejections are reported a little later.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { ends, problems: [...problems, ...messages].map(wellFormed) };
}

/** WebDriver takes no lone surrogates, and the package makes none of its own. */
const wellFormed = (text) => new TextDecoder().decode(new TextEncoder().encode(text));

async function check(seed, index, { call, what, isRacing, make }, realm) {
  const canary = `canary-${seed}-${index}.`;
  const watched = begin(canary, realm);
  let problem;
  try {
    const { [call]: byPackage } = /** @type {Record<string, any>} */ (api);
    const promise = byPackage(make(watched.given));
    if (!(promise instanceof Promise)) throw new Error("no promise was returned");
    await watched.settle(promise);
    const expected = begin(canary, realm);
    await expected.settle(byHand[call](make(expected.given, isRacing)));
    problem = problemOf(watched, expected, isRacing);
  } catch (thrown) {
    problem = `thrown: ${toText(thrown)}`;
  }
  return {
    end: endOf(watched),
    problem: problem && `seed ${seed}, case ${index}: ${problem}\n    ${what.join(" · ")}`,
  };
}

/** Watches a call: what its argument is made with, and how it ends. */
function begin(canary, realm) {
  const settled = { resolved: [], rejected: [] };
  const sent = [];
  const inner = [];
  const given = {
    realm,
    canary,
    reads: {},
    /** Makes another call, which succeeds. */
    callWithin() {
      const started = api.requestPasswordReset(valid);
      inner.push(started);
      return started;
    },
    /** Records the calls of a `fetch`, and passes them through. */
    watch(fetch, what) {
      const apply = (target, self, [url, init]) => {
        sent.push([url, JSON.stringify(JSON.parse(init.body))]);
        return Reflect.apply(target, self, [url, init]);
      };
      return what.includes("Proxy") ? fetch : new Proxy(fetch, { apply });
    },
  };
  async function settle(promise) {
    const watched = promise.then(
      (value) => settled.resolved.push(value),
      (error) => settled.rejected.push(error),
    );
    let timer;
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, LIMIT_MS);
    });
    await Promise.race([watched.then(() => Promise.all(inner)), limit]);
    clearTimeout(timer);
  }
  return { given, settled, sent, settle };
}

const endOf = ({ settled: { resolved, rejected } }) =>
  rejected[0]?.kind ?? (resolved.length > 0 ? "resolved" : "never");

/** What is comparable of an end, as text: all fields but those that are passed through. */
function comparable({ settled: { rejected } }) {
  const { details, description, ...fields } = rejected[0] ?? {};
  return JSON.stringify(fields, Object.keys(fields).concat("field", "rule").sort()).replaceAll("\\ud800", "\ufffd");
}

function problemOf(watched, expected, isRacing) {
  const { settled, sent, given } = watched;
  const { resolved, rejected } = settled;
  if (resolved.length + rejected.length !== 1) return `settled ${resolved.length} + ${rejected.length} times`;
  if (resolved[0] !== undefined) return "resolved with a value";
  const problem = rejected.length > 0 && checkError(rejected[0], given.canary, api);
  if (problem) return problem;
  const isAborted = isRacing && endOf(watched) === "aborted";
  if (!isAborted && comparable(watched) !== comparable(expected))
    return `ended as ${endOf(watched)} ${comparable(watched)} instead of ${endOf(expected)} ${comparable(expected)}`;
  if (sent.length > expected.sent.length) return `sent ${sent.length} times, not ${expected.sent.length}`;
  if (sent.length > 0 && String(sent) !== String(expected.sent)) return `sent ${sent} instead of ${expected.sent}`;
  if (sent.some(([url]) => url.includes(given.canary))) return "sent to an address with a value in it";
  const often = Object.entries(given.reads).filter(([, count]) => count > 1);
  return often.length > 0 ? `read more than once: ${often.join()}` : undefined;
}
