// Calls with a `fetch` of the test, and the timers and listeners that they leave behind.

import assert from "node:assert/strict";
import { confirmPasswordReset, requestPasswordReset } from "xsolla-password-reset";
import { projectId } from "../../support/projects.js";
import { countTimers } from "../../support/timers.js";

/** Valid options of each call. */
export const given = {
  request: { projectId, username: "John" },
  confirm: { projectId, newPassword: "secret", resetCode: "abc" },
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

/** An object with properties whose getters throw their names. */
export const throwing = (...names) =>
  names.reduce(
    (object, name) => Object.defineProperty(object, name, { enumerable: true, get: () => assert.fail(name) }),
    /** @type {any} */ ({}),
  );

/** Replaces properties of `object` while `action` runs. */
export async function replacing(object, properties, action) {
  /** @type {[string, PropertyDescriptor][]} */
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
  const { running, restore } = countTimers();
  try {
    await action();
  } finally {
    restore();
    for (const timer of running) clearTimeout(timer);
  }
  return running.size;
}

/** A signal that counts its listeners, and the controller that aborts it. */
export function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set();
  signal.addEventListener = (type, listener) => {
    listeners.add(listener);
    EventTarget.prototype.addEventListener.call(signal, type, listener);
  };
  signal.removeEventListener = (type, listener) => {
    listeners.delete(listener);
    EventTarget.prototype.removeEventListener.call(signal, type, listener);
  };
  return { controller, signal, listeners };
}
