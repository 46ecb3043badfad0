// What the browser tests need of the page around them.

/** A `fetch` that answers with what `answer(url, init)` returns, and remembers how it was called. */
function stub(answer) {
  const fetch = (...args) => {
    fetch.calls.push(args);
    return answer(...args);
  };
  fetch.calls = [];
  return fetch;
}

/** Answers with a real `Response`. */
export function answering(status, body, headers) {
  return stub(async () => new Response(body ?? null, { status, headers: JSON.parse(headers) }));
}

/** Answers, at each call, with what this JavaScript gives; `url`, `init` and `realm` (another one) can be used. */
export function evaluating(code) {
  const answer = new Function("url", "init", "realm", `return ${code}`);
  return stub((url, init) => answer(url, init, otherRealm()));
}

/** A value written as JavaScript. */
export function value(code) {
  return new Function("realm", `return ${code}`)(otherRealm());
}

let frame;

/** The globals of an iframe. */
function otherRealm() {
  if (!frame) {
    frame = document.createElement("iframe");
    document.body.append(frame);
  }
  return frame.contentWindow;
}

/** How often a stub was called. */
export function count(fetch) {
  return fetch.calls.length;
}

/** What a stub was called with, as JSON. */
export function sent(fetch) {
  const [url, { signal, ...init }] = fetch.calls[0];
  return JSON.stringify({ url, init, signal: signal instanceof AbortSignal, args: fetch.calls[0].length });
}

/** Whether the signal that `fetch` was given has told it to give up. */
export function gaveUp(fetch) {
  return fetch.calls[0][1].signal.aborted;
}

/** What a rejection is made of, as JSON. */
export function describe(error) {
  return JSON.stringify({
    isError: error instanceof Error,
    name: error.name,
    message: error.message,
    hasStack: typeof error.stack === "string",
    fields: { ...error },
  });
}

const timers = new Set();
const { setTimeout: set, clearTimeout: clear } = globalThis;

globalThis.setTimeout = (run, ...rest) => {
  const timer = set(
    (...args) => {
      timers.delete(timer);
      run(...args);
    },
    ...rest,
  );
  timers.add(timer);
  return timer;
};

globalThis.clearTimeout = (timer) => {
  timers.delete(timer);
  clear(timer);
};

/** How many timers have been set and neither cleared nor run. */
export function timersLeft() {
  return timers.size;
}

/** An `AbortController` whose signal knows its listeners. */
export function watchedController() {
  const controller = new AbortController();
  const { signal } = controller;
  signal.listeners = new Set();
  signal.addEventListener = (type, listener) => {
    signal.listeners.add(listener);
    EventTarget.prototype.addEventListener.call(signal, type, listener);
  };
  signal.removeEventListener = (type, listener) => {
    signal.listeners.delete(listener);
    EventTarget.prototype.removeEventListener.call(signal, type, listener);
  };
  return controller;
}

/** How many listeners the signal of a watched controller has. */
export function listeners(controller) {
  return controller.signal.listeners.size;
}
