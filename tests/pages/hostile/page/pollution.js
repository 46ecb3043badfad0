// A page whose `Object.prototype` another script has polluted: every object has one more property.
//
// A new copy of the package is loaded and called. If the property has the name of an option, the option counts as given,
// since options may be inherited; a call may then fail. But it settles, and rejects only with a structured error.

import { projectId } from "../../../support/projects.js";
import { allText, checkError } from "./check.js";

const canary = "canary-of-a-polluted-page";
/** By default, a call without a response ends sooner. */
const LIMIT_MS = 30_000;
const never = new Promise(() => {});

/**
 * Calls of each kind, and how they end on a page that is not polluted. `fetch` creates no objects: that could fail too.
 *
 * @returns {[call: string, options: object, end: string][]}
 */
function callsBefore() {
  const respond = (...args) => {
    const response = new Response(...args);
    return async () => response;
  };
  const rejection = '{"error":{"code":"003-002","description":"said"}}';
  return [
    ["requestPasswordReset", { projectId, username: canary, fetch: respond(null, { status: 204 }) }, "resolved"],
    [
      "confirmPasswordReset",
      { projectId, newPassword: canary, resetCode: canary, fetch: respond(rejection, { status: 404 }) },
      "rejected",
    ],
    [
      "requestPasswordReset",
      { projectId, username: canary, fetch: respond(null, { status: 429, headers: { "Retry-After": "7" } }) },
      "rate_limited",
    ],
    ["requestPasswordReset", { projectId, username: canary, timeoutMs: 1, fetch: () => never }, "timeout"],
    ["requestPasswordReset", { projectId: canary }, "invalid_input"],
  ];
}

/** Neither an option nor a word of a response: nothing changes. */
const unrelated = [
  "polluted",
  "0",
  "length",
  "enumerable",
  "cause",
  "kind",
  "issues",
  "reason",
  "method",
  "headers",
  "body",
  "isAdmin",
];
/** Options, words of a response, and properties that the language itself reads. */
const related = [
  "get",
  "set",
  "value",
  "writable",
  "then",
  "constructor",
  "toJSON",
  "status",
  "code",
  "error",
  "details",
  "message",
  "username",
  "loginUrl",
  "baseUrl",
  "timeoutMs",
  "signal",
  "fetch",
];

const values = ["polluted", null];

/** Returns the problems, and how many calls were made. */
export async function pollute() {
  const problems = [];
  let count = 0;
  for (const name of [...unrelated, ...related]) {
    for (const value of values) {
      const api = await import(`/dist/index.js?${name},${value}`);
      for (const [call, options, end] of callsBefore()) {
        const problem = await callWith(
          name,
          value,
          () => api[call](options),
          api,
          unrelated.includes(name) ? end : undefined,
        );
        count++;
        if (problem) problems.push(`Object.prototype.${name} is ${value}: ${call}, ${end} elsewhere: ${problem}`);
      }
    }
  }
  return { count, problems };
}

async function callWith(name, value, call, api, end) {
  const before = Object.getOwnPropertyDescriptor(Object.prototype, name);
  const settled = { end: "never", error: undefined };
  const endAs = (how, error) => {
    settled.end = how;
    settled.error = error;
  };
  Object.defineProperty(
    Object.prototype,
    name,
    Object.assign(Object.create(null), { value, writable: true, configurable: true }),
  );
  try {
    const watched = call().then(
      () => endAs("resolved"),
      (error) => endAs("rejected", error),
    );
    await Promise.race([watched, new Promise((resolve) => setTimeout(resolve, LIMIT_MS))]);
  } catch (thrown) {
    endAs(`thrown: ${thrown}`);
  } finally {
    delete Object.prototype[name];
    if (before) Object.defineProperty(Object.prototype, name, before);
  }
  if (settled.end === "rejected") {
    const problem = checkError(settled.error, api);
    if (problem) return problem;
    if (allText(settled.error).includes(canary)) return "the error contains a value";
    settled.end = settled.error.kind;
  }
  if (settled.end === "never" || settled.end.startsWith("thrown")) return settled.end;
  return end && end !== settled.end ? `ended as ${settled.end}` : undefined;
}
