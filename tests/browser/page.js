// The part of the browser tests that is JavaScript. Rust callers have no `fetch` of their own.

const { fetch: original, setTimeout: set, clearTimeout: clear } = globalThis;
/** @type {AbortSignal | undefined} */
let signal;

/** Replaces `fetch` with one that responds as this JavaScript says, and remembers the signal that it receives. */
export function replaceFetch(code) {
  const respond = new Function(`return ${code}`);
  globalThis.fetch = async (_, init) => {
    signal = init.signal;
    return respond();
  };
}

export function restoreFetch() {
  globalThis.fetch = original;
  signal = undefined;
}

/** Whether a request has been sent, and then whether it was aborted. */
export const isSent = () => signal !== undefined;
export const isAborted = () => signal.aborted;

const timers = new Set();
Object.assign(globalThis, {
  setTimeout(run, ...rest) {
    const timer = set(
      (...args) => {
        timers.delete(timer);
        run(...args);
      },
      ...rest,
    );
    timers.add(timer);
    return timer;
  },

  clearTimeout(timer) {
    timers.delete(timer);
    clear(timer);
  },
});

/** Returns the number of timers that are pending. */
export function timersLeft() {
  return timers.size;
}
