// A page whose `Object.prototype` another script has polluted: every object has one more property.
//
// A new copy of the package is loaded and called. If the property has the name of an option, the option counts as given,
// since options may be inherited; a call may then fail. But it settles, and rejects only with a structured error.

import { projectId } from "../../../support/projects.js";
import { checkError } from "./compare.js";

const canary = "canary-of-a-polluted-page";
/** By default, a call without a response ends sooner. */
const LIMIT_MS = 30_000;
const never = new Promise(() => {});
const request = { projectId, username: canary };

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
  const rejection = respond('{"error":{"code":"003-002","description":"said"}}', { status: 404 });
  const limited = respond(null, { status: 429, headers: { "Retry-After": "7" } });
  const confirmation = { projectId, newPassword: canary, resetCode: canary };
  return [
    ["requestPasswordReset", { ...request, fetch: respond(null, { status: 204 }) }, "resolved"],
    ["confirmPasswordReset", { ...confirmation, fetch: rejection }, "rejected"],
    ["requestPasswordReset", { ...request, fetch: limited }, "rate_limited"],
    ["requestPasswordReset", { ...request, timeoutMs: 1, fetch: () => never }, "timeout"],
    ["requestPasswordReset", { projectId: canary }, "invalid_input"],
  ];
}

/** Neither an option nor a word of a response: nothing changes. */
const unrelated = [
  ...["polluted", "0", "length", "enumerable", "cause", "kind", "issues", "reason", "method", "headers", "body"],
  "isAdmin",
];
/** Options, words of a response, and properties that the language itself reads. */
const related = [
  ...["get", "set", "value", "writable", "then", "constructor", "toJSON", "status", "code", "error", "details"],
  ...["message", "username", "loginUrl", "baseUrl", "timeoutMs", "signal", "fetch"],
];

/** Returns the problems, and how many calls were made. */
export async function pollute() {
  const problems = [];
  let count = 0;
  for (const name of [...unrelated, ...related]) {
    for (const value of ["polluted", null]) {
      const api = await import(`/dist/index.js?${name},${value}`);
      for (const [call, options, end] of callsBefore()) {
        const { ended, error } = await callPolluted(name, value, () => api[call](options));
        const isExpected = end === ended || (related.includes(name) && !/^(never|thrown)/.test(ended));
        const problem = (error && checkError(error, canary, api)) || (isExpected ? undefined : `it ends as ${ended}`);
        count++;
        if (problem) problems.push(`Object.prototype.${name} is ${value}: ${call}, ${end} elsewhere: ${problem}`);
      }
    }
  }
  return { count, problems };
}

/** Makes a call while each object has this property. */
async function callPolluted(name, value, call) {
  const before = Object.getOwnPropertyDescriptor(Object.prototype, name);
  const settled = { ended: "never", error: undefined };
  const end = (ended, error) => Object.assign(settled, { ended, error });
  const descriptor = Object.assign(Object.create(null), { value, writable: true, configurable: true });
  Object.defineProperty(Object.prototype, name, descriptor);
  try {
    const watched = call().then(
      () => end("resolved"),
      (error) => end(error.kind, error),
    );
    await Promise.race([watched, new Promise((resolve) => setTimeout(resolve, LIMIT_MS))]);
  } catch (thrown) {
    end(`thrown: ${thrown}`);
  } finally {
    delete Object.prototype[name];
    if (before) Object.defineProperty(Object.prototype, name, before);
  }
  return settled;
}
