// Calls with a `fetch` that a test defines, and what they leave behind.

import { confirmPasswordReset, requestPasswordReset } from "../../../dist/index.js";

export const ID = "11111111-1111-4111-8111-111111111111";

/** Valid options of each call. */
export const given = {
  request: { projectId: ID, username: "John" },
  confirm: { projectId: ID, newPassword: "secret", resetCode: "abc" },
};

const functions = { request: requestPasswordReset, confirm: confirmPasswordReset };

/** The error of a call as a plain object with its message and, if it has one, its cause; `undefined` if it resolves. */
export async function outcome(options, call = "request") {
  try {
    return await functions[call](options);
  } catch (error) {
    return { ...error, message: error.message, ...("cause" in error && { cause: error.cause }) };
  }
}

/** As `outcome`, with valid options besides `options`, and without the message. */
export async function fieldsOf(options, call = "request") {
  const { message, ...fields } = (await outcome({ ...given[call], ...options }, call)) ?? { kind: "resolved" };
  return fields;
}

/** Replaces properties of `object` while `action` runs. */
export async function replacing(object, properties, action) {
  const before = Object.keys(properties).map((name) => [name, Object.getOwnPropertyDescriptor(object, name)]);
  try {
    for (const [name, value] of Object.entries(properties))
      Object.defineProperty(object, name, { value, writable: true, configurable: true });
    return await action();
  } finally {
    for (const [name, descriptor] of before) {
      delete object[name];
      if (descriptor) Object.defineProperty(object, name, descriptor);
    }
  }
}

/** Runs `action`; returns how many of the timers that it started are still running. */
export async function timersLeft(action) {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const running = new Set();
  const setTimeout = (run, ms) => {
    const timer = set(() => (running.delete(timer), run()), ms);
    running.add(timer);
    return timer;
  };
  const clearTimeout = (timer) => (running.delete(timer), clear(timer));
  await replacing(globalThis, { setTimeout, clearTimeout }, action);
  for (const timer of running) clear(timer);
  return running.size;
}

/** A signal that counts its listeners, and the controller that aborts it. */
export function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set();
  signal.addEventListener = (type, listener) => (
    listeners.add(listener), EventTarget.prototype.addEventListener.call(signal, type, listener)
  );
  signal.removeEventListener = (type, listener) => (
    listeners.delete(listener), EventTarget.prototype.removeEventListener.call(signal, type, listener)
  );
  return { controller, signal, listeners };
}
