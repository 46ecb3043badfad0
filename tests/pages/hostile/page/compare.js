// Makes generated calls, many at once, with the package and with the client that is written by hand. Each call of the package
// settles once, and as the other one.

import { confirmPasswordReset, requestPasswordReset } from "../../../node/calls/by-hand.js";
import { projectId } from "../../../support/projects.js";
import { casesOf } from "./cases.js";

const byHand = { confirmPasswordReset, requestPasswordReset };
const AT_ONCE = 500;
/** Only a call that never ends takes so long: those without a response have time limits of milliseconds. */
const LIMIT_MS = 20_000;

const valid = {
  projectId,
  username: "John",
  fetch: async () => new Response(null, { status: 204 }),
};

/**
 * Makes the cases `from` to `to` of a seed. Returns the problems, as sentences, and how many calls ended in each way.
 *
 * @param {any} api the package
 * @param {any} realm the globals of another realm
 * @param {{ seed: number, from?: number, to: number }} which
 */
export async function compare(api, realm, { seed, from = 0, to }) {
  const ends = {};
  const problems = [];
  const cases = casesOf(seed, to);
  // While the package loads, a time limit or a signal may end a call before its issues are known.
  await api.preload();
  for (let first = from; first < to && problems.length < 20; first += AT_ONCE) {
    const some = cases.slice(first, first + AT_ONCE);
    const checked = await Promise.all(some.map((one, index) => check(api, realm, `${seed}-${first + index}`, one)));
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
  return { ends, problems };
}

export function toText(value) {
  try {
    return String(value);
  } catch {
    return "a value that cannot be converted to a string";
  }
}

async function check(api, realm, id, { call, what, isRacing, make }) {
  const canary = `canary-${id}.`;
  const watched = begin(api, canary, realm);
  let problem;
  try {
    const promise = api[call](make(watched.given));
    if (!(promise instanceof Promise)) throw new Error("no promise was returned");
    await watched.settle(promise);
    const expected = begin(api, canary, realm);
    await expected.settle(byHand[call](make(expected.given, isRacing)));
    problem = problemOf(api, watched, expected, isRacing);
  } catch (thrown) {
    problem = `thrown: ${toText(thrown)}`;
  }
  return {
    end: endOf(watched),
    problem: problem && `case ${id}: ${problem}\n    ${what.join(" · ")}`,
  };
}

/** Watches a call: what its argument is made with, and how it ends. */
function begin(api, canary, realm) {
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

/** What is comparable of an end, as text. Only the package replaces lone surrogates. */
function comparable({ settled: { rejected } }) {
  if (rejected.length === 0) return "";
  const { name, message, cause, details, ...fields } = rejected[0];
  const all = [name, message, typeof cause, Object.entries(fields).sort(), details];
  try {
    return JSON.stringify(all).replace(/\\ud[89a-f]../g, "\ufffd");
  } catch {
    return JSON.stringify(all.slice(0, -1));
  }
}

function problemOf(api, watched, expected, isRacing) {
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

const isText = (value) => typeof value === "string";
const isWhole = (value) => Number.isSafeInteger(value) && value >= 0;
const isBoolean = (value) => typeof value === "boolean";
const optional = (check) => (value) => value === undefined || check(value);
const any = () => true;
const response = { status: isWhole, reason: isText, details: any };

/** For each kind, its fields besides `kind`, each with a check of its value. */
const fieldsOf = {
  invalid_input: {
    issues: (issues) =>
      Array.isArray(issues) && issues.every(({ field, rule, message }) => [field, rule, message].every(isText)),
  },
  rejected: { ...response, code: isText, description: isText },
  rate_limited: {
    ...response,
    code: optional(isText),
    description: optional(isText),
    retryAfterMs: optional(isWhole),
  },
  unexpected_response: { status: isWhole },
  network: { offline: isBoolean },
  timeout: { timeoutMs: isWhole },
  aborted: {},
  // Faults of the package itself. No case may end this way, but calls on polluted pages may.
  not_loaded: {},
  internal: {},
};

/** Returns what is wrong with an error: it is not structured, or a text in it contains the canary. */
export function checkError(error, canary, { PasswordResetError, isPasswordResetError }) {
  if (!(error instanceof PasswordResetError) || !(error instanceof Error) || !isPasswordResetError(error))
    return "no PasswordResetError";
  const { kind, ...fields } = /** @type {any} */ (error);
  const checks = fieldsOf[kind];
  if (!checks) return `the unknown kind ${String(kind)}`;
  const names = new Set([...Object.keys(fields), ...Object.keys(checks)]);
  const bad = [...names].filter((name) => !checks[name]?.(fields[name]));
  if (bad.length > 0) return `fields that do not belong to ${kind}: ${bad.join(", ")}`;
  if (!isText(error.message) || error.message === "" || error.name !== "PasswordResetError")
    return "no message or name";
  // What is passed through may contain anything.
  const { details, ...texts } = fields;
  const all = [error.message, error.stack, String(error), JSON.stringify(texts), ...Object.getOwnPropertyNames(error)];
  return all.join("\n").includes(canary) ? "the error contains a value" : undefined;
}
