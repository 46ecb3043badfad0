// The options of a call: any value is either used or reported.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { isPasswordResetError, PasswordResetError, preload } from "xsolla-password-reset";
import { fieldsOf, given, outcome } from "./outcome.js";

before(() => preload());

const accepted = async () => new Response(null, { status: 204 });

/** The broken rules of a call, as `field rule`. */
async function broken(options, call) {
  const { kind, issues } = (await outcome(options, call)) ?? { issues: [] };
  assert.ok(issues.length === 0 || kind === "invalid_input");
  return issues.map(({ field, rule }) => `${field} ${rule}`);
}

/** The rules for values that no option accepts, by the type that the option must have. */
const rules = { text: "string", timeoutMs: "milliseconds", signal: "abort_signal", fetch: "function" };
const values = {
  text: ["text"],
  timeoutMs: [1, 1.5, NaN],
  signal: [AbortSignal.abort(), { aborted: true }],
  fetch: [accepted, class {}],
  none: [{}, [], true, 1n, Symbol("s"), { aborted: "no" }],
};

for (const name of ["projectId", "username", "loginUrl", "locale", "baseUrl", "timeoutMs", "signal", "fetch"]) {
  test(`${name} of another type, or that cannot be read, is reported by its rule`, async () => {
    const type = name in rules ? name : "text";
    for (const other of Object.keys(values)) {
      if (other === type) continue;
      for (const value of values[other]) {
        assert.deepEqual(
          await broken({ ...given.request, fetch: accepted, [name]: value }),
          [`${name} ${rules[type]}`],
          String(value),
        );
      }
    }
    const isRequired = ["projectId", "username"].includes(name);
    for (const value of [undefined, null]) {
      const issues = await broken({
        ...given.request,
        timeoutMs: name === "fetch" ? 0 : 1000,
        fetch: accepted,
        [name]: value,
      });
      assert.deepEqual(issues, isRequired ? [`${name} required`] : name === "fetch" ? ["timeoutMs milliseconds"] : []);
    }
    const unreadable = Object.defineProperty({ ...given.request, fetch: accepted }, name, {
      enumerable: true,
      get: () => assert.fail(),
    });
    assert.deepEqual(await broken(unreadable), [`${name} readable`]);
  });
}

test("text with a lone surrogate is reported, and emoji are sent", async () => {
  for (const text of ["\ud83d", "a\ude00", "\ude00\ud83d", "😀\ud83d", "\ud83d😀 "]) {
    assert.deepEqual(await broken({ ...given.request, username: text, fetch: accepted }), ["username well_formed"]);
  }
  for (const username of ["😀", "👩‍🚀é", "\u{10ffff}"]) {
    let body;
    const fetch = (_url, init) => {
      body = init.body;
      return accepted();
    };
    assert.deepEqual(await fieldsOf({ username, fetch }), { kind: "resolved" });
    assert.deepEqual(JSON.parse(body), { username });
  }
});

test("an argument that is not an object is reported, with what is required", async () => {
  for (const argument of [undefined, null, 1, "text", true, 1n, Symbol("s"), () => {}]) {
    assert.deepEqual(await broken(argument), ["options object", "projectId required", "username required"]);
  }
  assert.deepEqual(await broken([]), ["projectId required", "username required"]);
});

test("own enumerable properties with other names are reported; symbols, inherited and hidden ones are not", async () => {
  class Options {
    inherited() {}
  }
  const options = Object.assign(new Options(), given.request, { fetch: accepted, [Symbol("s")]: 1 });
  Object.defineProperty(options, "hidden", { value: 1 });
  assert.deepEqual(await broken(options), []);
  assert.deepEqual(await broken(Object.assign(options, { retries: 1, 7: 1, toString: 1 })), [
    "7 unknown",
    "retries unknown",
    "toString unknown",
  ]);
  // An option of the other call.
  assert.deepEqual(await broken({ ...given.confirm, username: "John", fetch: accepted }, "confirm"), [
    "username unknown",
  ]);
});

test("a proxy whose traps throw is reported, and the rest is read", async () => {
  const options = { ...given.request, fetch: accepted };
  const proxy = (traps) => new Proxy({ ...options, retries: 1 }, traps);
  const fail = () => {
    throw 1;
  };
  const all = ["projectId", "username", "loginUrl", "locale", "baseUrl", "timeoutMs", "signal", "fetch"].map(
    (name) => `${name} readable`,
  );
  assert.deepEqual(await broken(proxy({ ownKeys: fail })), ["options readable"]);
  assert.deepEqual(await broken(proxy({ get: fail })), [...all, "retries unknown"]);
  assert.deepEqual(await broken(proxy({ get: fail, ownKeys: fail })), ["options readable", ...all]);
  assert.deepEqual(await broken(proxy({ getOwnPropertyDescriptor: fail })), ["options readable"]);
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
