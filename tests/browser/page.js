// The part of the browser tests that is JavaScript.

/** Creates a `fetch` that returns `respond(url, init)` and records its calls. */
function stub(respond) {
  const fetch = (...args) => {
    fetch.calls.push(args);
    return respond(...args);
  };
  fetch.calls = [];
  return fetch;
}

/** Creates a `fetch` that resolves with a real `Response`. */
export function responding(status, body, headers) {
  return stub(async () => new Response(body ?? null, { status, headers: JSON.parse(headers) }));
}

/** Creates a `fetch` that evaluates this JavaScript on each call; it can use `url`, `init` and `realm`, an iframe's globals. */
export function evaluating(code) {
  const respond = new Function("url", "init", "realm", `return ${code}`);
  return stub((url, init) => respond(url, init, otherRealm()));
}

/** Evaluates a JavaScript expression. */
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

/** Returns the number of calls of a stub. */
export function count(fetch) {
  return fetch.calls.length;
}

/** Returns the arguments of a stub's first call, as JSON. */
export function sent(fetch) {
  const [url, { signal, ...init }] = fetch.calls[0];
  return JSON.stringify({ url, init, signal: signal instanceof AbortSignal, args: fetch.calls[0].length });
}

/** Whether the signal that `fetch` received is aborted. */
export function isAborted(fetch) {
  return fetch.calls[0][1].signal.aborted;
}

/** Returns the properties of a rejection, as JSON. */
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

/** Creates an `AbortController` whose signal records its listeners. */
export function watchedController() {
  const controller = new AbortController();
  const signal = Object.assign(controller.signal, { listeners: new Set() });
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

/** Returns the number of listeners of a watched controller's signal. */
export function listeners(controller) {
  return controller.signal.listeners.size;
}
