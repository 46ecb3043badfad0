// Signals: honest ones, and ones that lie.
//
// Each is `{ what, make, rule, refused, ends, only, silent }`: `rule` is told as broken at once, `refused` as
// `abort_signal` once all other options are right. `ends` are the kinds by which the call may end beside those of its
// `fetch`; `only` says that it ends so whatever `fetch` does, `silent` that nothing is sent.

import { revoked, throwingProxy } from "./values.js";

const noop = () => {};

/** What looks like a signal; each reading of `aborted` is answered by the next of `answers`, the last one for good. */
function liar(answers, rest = {}) {
  let reads = 0;
  const signal = {
    get aborted() {
      const answer = answers[Math.min(reads++, answers.length - 1)];
      return typeof answer === "function" ? answer() : answer;
    },
    addEventListener: noop,
    removeEventListener: noop,
  };
  // A spread would read its getters.
  return Object.defineProperties(signal, Object.getOwnPropertyDescriptors(rest));
}

const fail = () => {
  throw new Error("the signal of a test");
};

/** Aborted a little later. */
function abortedSoon({ random, canary }, controller) {
  const abort = () =>
    controller.abort(random.pick([undefined, null, 0, Symbol(canary), new Error("enough"), { a: 1 }, revoked()]));
  if (random.chance(0.5)) setTimeout(abort, random.below(8));
  else Promise.resolve().then(abort);
  return controller.signal;
}

/** Calls the listener when it is added. */
const calling = (call) => () => liar([false], { addEventListener: (_, listener) => call(listener) });

export const signals = [
  { what: "never aborted", make: () => new AbortController().signal },
  { what: "aborted soon", make: (given) => abortedSoon(given, new AbortController()), ends: ["aborted"] },
  {
    what: "of another realm, aborted soon",
    make: (given) => abortedSoon(given, new given.realm.AbortController()),
    ends: ["aborted"],
  },
  { what: "aborted before", make: () => AbortSignal.abort(), only: "aborted", silent: true },
  {
    what: "aborted before, in another realm",
    make: ({ realm }) => realm.AbortSignal.abort(Symbol("no")),
    only: "aborted",
    silent: true,
  },
  {
    what: "aborted before, for a reason that throws",
    make: () => AbortSignal.abort(throwingProxy()),
    only: "aborted",
    silent: true,
  },
  { what: "a Proxy of an honest one", make: () => new Proxy(new AbortController().signal, {}), rule: "abort_signal" },
  {
    what: "a reason that cannot be read",
    make: () =>
      liar([true], {
        get reason() {
          return fail();
        },
      }),
    only: "aborted",
    silent: true,
  },
  { what: "aborted after a first look", make: () => liar([false, true]), only: "aborted", silent: true },
  { what: "aborted after a second look, without an event", make: () => liar([false, false, true]), ends: ["aborted"] },
  { what: "throws after a first look", make: () => liar([false, fail]) },
  { what: "not a boolean after a first look", make: () => liar([false, undefined, NaN, ""]) },
  {
    what: "changes its mind",
    make: ({ random }) => liar([false, ...Array.from({ length: 4 }, () => random.chance(0.5))]),
    ends: ["aborted"],
  },
  { what: "addEventListener throws", make: () => liar([false], { addEventListener: fail }), refused: true },
  { what: "no addEventListener", make: () => ({ aborted: false }), refused: true },
  { what: "addEventListener is no function", make: () => liar([false], { addEventListener: {} }), refused: true },
  { what: "removeEventListener throws", make: () => liar([false], { removeEventListener: fail }) },
  { what: "no removeEventListener", make: () => ({ aborted: false, addEventListener: noop }) },
  { what: "aborted within addEventListener", make: abortedWithin, only: "aborted" },
  ...["addEventListener", "removeEventListener"].map((name) => ({
    what: `${name} makes a call`,
    make: ({ callWithin }) => liar([false], { [name]: callWithin }),
  })),
  { what: "aborted makes a call", make: ({ callWithin }) => liar([() => (callWithin(), false)]) },
  {
    what: "reason makes a call",
    make: ({ callWithin }) =>
      liar([true], {
        get reason() {
          return callWithin();
        },
      }),
    only: "aborted",
    silent: true,
  },
  // A listener that is called though nothing was aborted.
  ...[
    ["calls at once", (listener) => listener()],
    ["calls twice, soon", (listener) => [1, 2].forEach((ms) => setTimeout(listener, ms))],
    ["calls at once with a promise that never settles", (listener) => listener(new Promise(noop))],
    ["calls at once with a promise that rejects", (listener) => listener(rejected())],
    ["calls at once with a thenable that throws", (listener) => listener({ then: fail })],
    ["calls at once with a response", (listener) => listener({ status: 204 })],
    ["calls with a revoked Proxy", (listener) => listener(revoked())],
    ["calls long after", (listener) => [20, 60].forEach((ms) => setTimeout(listener, ms))],
  ].map(([what, call]) => ({ what, make: calling(call), ends: ["aborted"] })),
  { what: "dispatches an event that is none", make: dispatching(() => new Event("abort")), ends: ["aborted"] },
  {
    what: "dispatches a thenable event",
    make: dispatching(() => Object.assign(new Event("abort"), { then: noop })),
    ends: ["aborted"],
  },
];

/** A promise that rejects, which nobody need catch. */
function rejected() {
  const promise = Promise.reject(new Error("no"));
  promise.catch(noop);
  return promise;
}

/** Aborted, and says so, while it is being listened to. */
function abortedWithin() {
  let isAborted = false;
  const addEventListener = (_, listener) => {
    isAborted = true;
    listener(new Event("abort"));
  };
  return liar([() => isAborted], { addEventListener });
}

/** An honest signal, of which somebody else makes an event. */
function dispatching(event) {
  return () => {
    const { signal } = new AbortController();
    setTimeout(() => signal.dispatchEvent(event()), 1);
    return signal;
  };
}
