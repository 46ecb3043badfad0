// Calls with a `fetch` of the test, and the timers and listeners that they leave behind.

import assert from "node:assert/strict";
import { confirmPasswordReset, requestPasswordReset } from "xsolla-password-reset";
import { projectId } from "../../support/projects.js";
import { countListeners, countTimers } from "../../support/timers.js";

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

/**
 * The error of a promise.
 *
 * @param {Promise<unknown>} promise
 * @returns {Promise<any>}
 */
export async function rejection(promise) {
  const settled = await promise.then(
    () => assert.fail("it resolved"),
    (error) => error,
  );
  assert.ok(settled instanceof Error);
  return settled;
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

/** Runs `action` while properties of `object` are replaced by descriptors, or removed where there is none. */
export async function withProperties(object, descriptors, action) {
  /** @type {[string, PropertyDescriptor][]} */
  const before = Object.keys(descriptors).map((name) => [name, Object.getOwnPropertyDescriptor(object, name)]);
  const define = ([name, descriptor]) => {
    delete object[name];
    if (descriptor) Object.defineProperty(object, name, { configurable: true, ...descriptor });
  };
  try {
    Object.entries(descriptors).forEach(define);
    return await action();
  } finally {
    before.forEach(define);
  }
}

/** As `withProperties`, with values. */
export function replacing(object, values, action) {
  const descriptors = Object.entries(values).map(([name, value]) => [name, { value, writable: true }]);
  return withProperties(object, Object.fromEntries(descriptors), action);
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
  return { controller, signal, listeners: countListeners(signal).left };
}
