// `PasswordResetError`: how it is recognised, and what it shows.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { isPasswordResetError, PasswordResetError, requestPasswordReset } from "xsolla-password-reset";
import { rejection } from "./outcome.js";

const requireFrom = createRequire(import.meta.url);

test("errors of other copies of the package are recognised, while all of them call", async () => {
  const own = { PasswordResetError, isPasswordResetError, requestPasswordReset };
  const copies = [own, await import(`../../../dist/index.js?${"other"}`), requireFrom("../../../dist/index.cjs")];
  const errors = await Promise.all(copies.map((copy) => rejection(copy.requestPasswordReset({}))));
  for (const [index, error] of errors.entries()) {
    assert.deepEqual(
      copies.map(({ PasswordResetError }) => error instanceof PasswordResetError),
      copies.map((_, other) => other === index),
    );
    assert.ok(copies.every(({ isPasswordResetError }) => isPasswordResetError(error)));
  }
});

test("an error is recognised by its class, or by its name and kind", () => {
  const fail = () => {
    throw 1;
  };
  const fields = { name: "PasswordResetError", kind: "aborted" };
  const renamed = Object.assign(new PasswordResetError("said", { kind: "aborted" }), { name: "Other" });
  for (const error of [renamed, fields, Object.assign(new Error("said"), fields)])
    assert.equal(isPasswordResetError(error), true);
  for (const value of [
    { ...fields, name: "Error" },
    { ...fields, kind: 1 },
    { kind: "aborted" },
    { name: "PasswordResetError" },
    null,
    undefined,
    new Proxy({}, { get: fail, getPrototypeOf: fail }),
  ]) {
    assert.equal(isPasswordResetError(value), false);
  }
});

test("the name and the cause of an error can be assigned, redefined and are not enumerable", () => {
  const error = new PasswordResetError("said", { kind: "aborted" }, "why");
  const { enumerable, ...descriptor } = Object.getOwnPropertyDescriptor(error, "cause");
  assert.deepEqual([enumerable, descriptor], [false, { value: "why", writable: true, configurable: true }]);
  assert.equal(new PasswordResetError("said", { kind: "aborted" }, null).cause, null);
  assert.ok(!("cause" in new PasswordResetError("said", { kind: "aborted" })));
  const prototype = Object.getOwnPropertyDescriptor(PasswordResetError.prototype, "name");
  assert.deepEqual(prototype, { value: "PasswordResetError", writable: true, configurable: true, enumerable: false });
});

test("an error can be decorated like any other, and shows what it is", async () => {
  const error = await rejection(requestPasswordReset(/** @type {any} */ ({ projectId: "mine" })));
  assert.ok(error instanceof PasswordResetError && error instanceof Error);
  assert.equal(String(error), "PasswordResetError: Nothing was sent: projectId must be a UUID; username is required");
  assert.match(error.stack, /^PasswordResetError: Nothing was sent/);
  assert.deepEqual(Object.keys(error), ["kind", "issues"]);
  for (const name of ["name", "message", "stack", "cause", "kind", "code"]) {
    error[name] = "decorated";
    assert.equal(error[name], "decorated");
  }
});
