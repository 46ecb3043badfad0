// Signals, real and fake.
//
// Each is `{ what, make, rule, rejectedLate, ends, only, silent }`: `rule` is reported at once, `rejectedLate` as
// `abort_signal` when all other options are valid. `ends` are the kinds by which the call may end besides those of its
// `fetch`; `only` is how it ends whatever `fetch` does; `silent` means that nothing is sent.

import { revoked, throwingProxy } from "./values.js";

const noop = () => {};

/** A fake signal: each read of `aborted` returns the next of `values`, and the last one from then on. */
function fake(values, rest = {}) {
  let reads = 0;
  const signal = {
    get aborted() {
      const value = values[Math.min(reads++, values.length - 1)];
      return typeof value === "function" ? value() : value;
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
const calling = (call) => () => fake([false], { addEventListener: (_, listener) => call(listener) });

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
  { what: "a Proxy of a real one", make: () => new Proxy(new AbortController().signal, {}), rule: "abort_signal" },
  {
    what: "a reason that cannot be read",
    make: () =>
      fake([true], {
        get reason() {
          return fail();
        },
      }),
    only: "aborted",
    silent: true,
  },
  { what: "aborted after a first look", make: () => fake([false, true]), only: "aborted", silent: true },
  { what: "aborted after a second look, without an event", make: () => fake([false, false, true]), ends: ["aborted"] },
  { what: "throws after a first look", make: () => fake([false, fail]) },
  { what: "not a boolean after a first look", make: () => fake([false, undefined, NaN, ""]) },
  {
    what: "changes its mind",
    make: ({ random }) => fake([false, ...Array.from({ length: 4 }, () => random.chance(0.5))]),
    ends: ["aborted"],
  },
  { what: "addEventListener throws", make: () => fake([false], { addEventListener: fail }), rejectedLate: true },
  { what: "no addEventListener", make: () => ({ aborted: false }), rejectedLate: true },
  { what: "addEventListener is no function", make: () => fake([false], { addEventListener: {} }), rejectedLate: true },
  { what: "removeEventListener throws", make: () => fake([false], { removeEventListener: fail }) },
  { what: "no removeEventListener", make: () => ({ aborted: false, addEventListener: noop }) },
  { what: "aborted within addEventListener", make: abortedWithin, only: "aborted" },
  ...["addEventListener", "removeEventListener"].map((name) => ({
    what: `${name} makes a call`,
    make: ({ callWithin }) => fake([false], { [name]: callWithin }),
  })),
  {
    what: "aborted makes a call",
    make: ({ callWithin }) =>
      fake([
        () => {
          callWithin();
          return false;
        },
      ]),
  },
  {
    what: "reason makes a call",
    make: ({ callWithin }) =>
      fake([true], {
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
    [
      "calls twice, soon",
      (listener) => {
        for (const ms of [1, 2]) setTimeout(listener, ms);
      },
    ],
    ["calls at once with a promise that never settles", (listener) => listener(new Promise(noop))],
    ["calls at once with a promise that rejects", (listener) => listener(rejected())],
    ["calls at once with a thenable that throws", (listener) => listener({ then: fail })],
    ["calls at once with a response", (listener) => listener({ status: 204 })],
    ["calls with a revoked Proxy", (listener) => listener(revoked())],
    [
      "calls long after",
      (listener) => {
        for (const ms of [20, 60]) setTimeout(listener, ms);
      },
    ],
  ].map(([what, call]) => ({ what, make: calling(call), ends: ["aborted"] })),
  { what: "dispatches an event without being aborted", make: dispatching(() => new Event("abort")), ends: ["aborted"] },
  {
    what: "dispatches a thenable event",
    make: dispatching(() => Object.assign(new Event("abort"), { then: noop })),
    ends: ["aborted"],
  },
];

/** A rejected promise that is handled. */
function rejected() {
  const promise = Promise.reject(new Error("no"));
  promise.catch(noop);
  return promise;
}

/** Aborted, with its event, while a listener is added. */
function abortedWithin() {
  let isAborted = false;
  const addEventListener = (_, listener) => {
    isAborted = true;
    listener(new Event("abort"));
  };
  return fake([() => isAborted], { addEventListener });
}

/** A real signal on which the page dispatches an event. */
function dispatching(event) {
  return () => {
    const { signal } = new AbortController();
    setTimeout(() => signal.dispatchEvent(event()), 1);
    return signal;
  };
}
