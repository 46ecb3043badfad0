// A page whose `Object.prototype` another script has polluted: every object seems to have a property more.
//
// The package is loaded afresh in it and called. Where the property is the name of an option, it counts as given, since
// options may be inherited; a call may then fail. But it settles, and a failure is structured.

import { told, unstructured } from "./judge.js";

const projectId = "11111111-1111-4111-8111-111111111111";
const canary = "canary-of-a-polluted-page";
/** By default a call without an answer ends sooner. */
const PATIENCE_MS = 30_000;
const never = new Promise(() => {});

/** Calls of each kind, and how they end on a page that is not polluted. `fetch` makes nothing: that could fail too. */
function callsBefore() {
  const respond = (...args) => {
    const response = new Response(...args);
    return async () => response;
  };
  const refusal = '{"error":{"code":"003-002","description":"said"}}';
  return [
    ["requestPasswordReset", { projectId, username: canary, fetch: respond(null, { status: 204 }) }, "resolved"],
    [
      "confirmPasswordReset",
      { projectId, newPassword: canary, resetCode: canary, fetch: respond(refusal, { status: 404 }) },
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

/** No option, and no word of an answer: nothing changes. */
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
/** Options, words of an answer, and what the language itself asks objects for. */
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

/** Returns what was wrong, and how many calls were made. */
export async function pollute() {
  const wrong = [];
  let count = 0;
  for (const name of [...unrelated, ...related]) {
    for (const value of values) {
      const ours = await import(`/dist/index.js?${name},${value}`);
      for (const [call, options, end] of callsBefore()) {
        const flaw = await callWith(
          name,
          value,
          () => ours[call](options),
          ours,
          unrelated.includes(name) ? end : undefined,
        );
        count++;
        if (flaw) wrong.push(`Object.prototype.${name} is ${value}: ${call}, ${end} elsewhere: ${flaw}`);
      }
    }
  }
  return { count, wrong };
}

async function callWith(name, value, call, ours, end) {
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
    await Promise.race([watched, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  } catch (thrown) {
    endAs(`thrown: ${thrown}`);
  } finally {
    delete Object.prototype[name];
    if (before) Object.defineProperty(Object.prototype, name, before);
  }
  if (settled.end === "rejected") {
    const flaw = unstructured(settled.error, ours);
    if (flaw) return flaw;
    if (told(settled.error).includes(canary)) return "the error tells a value";
    settled.end = settled.error.kind;
  }
  if (settled.end === "never" || settled.end.startsWith("thrown")) return settled.end;
  return end && end !== settled.end ? `ended as ${settled.end}` : undefined;
}
