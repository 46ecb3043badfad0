// The part of the browser tests that is JavaScript. Rust callers have no `fetch` of their own.

const { fetch: original } = globalThis;
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
