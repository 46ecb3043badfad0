// Signals, real and fake: what each is, and a function that makes it.

import { fail, revoked, throwingProxy, withGetter } from "./values.js";

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

/** Those with which a call ends in one way. */
export const signals = Object.entries({
  "never aborted": () => new AbortController().signal,
  "aborted before": () => AbortSignal.abort(),
  "aborted before, in another realm": ({ realm }) => realm.AbortSignal.abort(Symbol("no")),
  "aborted before, for a reason that throws": () => AbortSignal.abort(throwingProxy()),
  "a Proxy of a real one": () => new Proxy(new AbortController().signal, {}),
  "a reason that cannot be read": () => fake([true], withGetter("reason", fail)),
  "a reason that makes a call": ({ callWithin }) => fake([true], withGetter("reason", callWithin)),
  "aborted after a first look": () => fake([false, true]),
  "throws after a first look": () => fake([false, fail]),
  "not a boolean after a first look": () => fake([false, undefined, NaN, ""]),
  "aborted within addEventListener": () => {
    let isAborted = false;
    const addEventListener = (_, listener) => {
      isAborted = true;
      listener(new Event("abort"));
    };
    return fake([() => isAborted], { addEventListener });
  },
  "addEventListener throws": () => fake([false], { addEventListener: fail }),
  "no addEventListener": () => ({ aborted: false }),
  "addEventListener is no function": () => fake([false], { addEventListener: {} }),
  "addEventListener makes a call": ({ callWithin }) => fake([false], { addEventListener: callWithin }),
  "removeEventListener throws": () => fake([false], { removeEventListener: fail }),
  "no removeEventListener": () => ({ aborted: false, addEventListener: noop }),
  "removeEventListener makes a call": ({ callWithin }) => fake([false], { removeEventListener: callWithin }),
  "aborted makes a call": ({ callWithin }) => fake([() => !callWithin()]),
});

/** A real one that is aborted a little later. */
const soon =
  (reason, wait, isOfRealm) =>
  ({ realm }) => {
    const { AbortController: Made } = isOfRealm ? realm : globalThis;
    const controller = new Made();
    wait(() => controller.abort(reason));
    return controller.signal;
  };
/** Calls its listener, though nothing was aborted. */
const calling = (call) => () => fake([false], { addEventListener: (_, listener) => call(listener) });
/** A real one on which the page dispatches an event. */
const dispatching = (event) => () => {
  const { signal } = new AbortController();
  setTimeout(() => signal.dispatchEvent(event()), 1);
  return signal;
};
const after =
  (...times) =>
  (run) => {
    for (const ms of times) setTimeout(run, ms);
  };
const rejected = () => {
  const promise = Promise.reject(new Error("no"));
  promise.catch(noop);
  return promise;
};

/** Those that may abort a call before its `fetch` has an outcome, or not. */
export const racingSignals = Object.entries({
  ...Object.fromEntries(
    [undefined, null, 0, Symbol("no"), new Error("enough"), { a: 1 }, revoked()].map((reason, ms) => [
      `aborted after ${ms} ms`,
      soon(reason, after(ms), ms % 2 > 0),
    ]),
  ),
  "aborted at once": soon("enough", (run) => void Promise.resolve().then(run)),
  "aborted after a second look, without an event": () => fake([false, false, true]),
  "changes its mind": () => fake([false, true, false, true, false]),
  "changes its mind later": () => fake([false, false, false, true, false]),
  "calls at once": calling((listener) => listener()),
  "calls twice, soon": calling(after(1, 2)),
  "calls long after": calling(after(20, 60)),
  "calls at once with a promise that never settles": calling((listener) => listener(new Promise(noop))),
  "calls at once with a promise that rejects": calling((listener) => listener(rejected())),
  "calls at once with a thenable that throws": calling((listener) => listener({ then: fail })),
  "calls at once with a response": calling((listener) => listener({ status: 204 })),
  "calls with a revoked Proxy": calling((listener) => listener(revoked())),
  "dispatches an event without being aborted": dispatching(() => new Event("abort")),
  "dispatches a thenable event": dispatching(() => Object.assign(new Event("abort"), { then: noop })),
});
