// When WebAssembly does not start, or breaks: one structured error, and the next call works again.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import * as other from "../../dist/index.js";

const { instantiate } = WebAssembly;
const { WebAssembly: wasm } = globalThis;
const options = {
  projectId: "11111111-1111-4111-8111-111111111111",
  username: "John",
  fetch: async () => new Response(null, { status: 204 }),
};

let copies = 0;

/** A copy of the package that has loaded nothing yet. */
function freshPackage() {
  return import(`../../dist/index.js?${++copies}`);
}

/** What a promise rejects with. */
async function rejection(promise) {
  const settled = await promise.then(() => assert.fail("it resolved"), (error) => error);
  assert.ok(settled instanceof Error);
  return settled;
}

afterEach(() => {
  globalThis.WebAssembly = wasm;
  WebAssembly.instantiate = instantiate;
});

test("importing does nothing", async () => {
  WebAssembly.instantiate = () => assert.fail("compiled");
  globalThis.fetch = new Proxy(fetch, { apply: () => assert.fail("fetched") });
  await freshPackage();
});

test("the WebAssembly is loaded once, for all calls", async () => {
  let count = 0;
  WebAssembly.instantiate = (...args) => (count++, instantiate(...args));
  const { preload, requestPasswordReset } = await freshPackage();
  await Promise.all([preload(), requestPasswordReset(options), preload(), requestPasswordReset(options)]);
  await requestPasswordReset(options);
  assert.equal(count, 1);
});

for (const [name, thrown, told] of [
  ["Chromium", "WebAssembly.instantiate(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive", /'wasm-unsafe-eval'/],
  ["Firefox", "call to WebAssembly.instantiate() blocked by CSP", /'wasm-unsafe-eval'/],
  ["WebKit", "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source", /'wasm-unsafe-eval'/],
  ["an old engine", "invalid value type 0x6f", /this browser is too old for it \(.*invalid value type 0x6f\)/],
]) {
  test(`a load that fails in ${name} is told with its cause, and tried again by the next call`, async () => {
    const { isPasswordResetError, PasswordResetError, preload, requestPasswordReset } = await freshPackage();
    const cause = new WebAssembly.CompileError(thrown);
    WebAssembly.instantiate = async () => {
      throw cause;
    };
    const errors = await Promise.all([rejection(requestPasswordReset(options)), rejection(preload())]);
    for (const error of errors) {
      assert.equal(error.kind, "not_loaded");
      assert.match(error.message, told);
      assert.equal(error.cause, cause);
      assert.ok(error instanceof PasswordResetError && isPasswordResetError(error));
    }
    WebAssembly.instantiate = instantiate;
    assert.equal(await requestPasswordReset(options), undefined);
  });
}

test("a browser without WebAssembly is told so", async () => {
  const { requestPasswordReset } = await freshPackage();
  delete globalThis.WebAssembly;
  const error = await rejection(requestPasswordReset(options));
  assert.equal(error.kind, "not_loaded");
  assert.match(error.message, /this browser does not have it/);
});

/** Makes the next instance trap when JavaScript enters it for the n-th time. */
function breakNextInstance(n) {
  const trap = new WebAssembly.RuntimeError("unreachable");
  // The first time is its own preparation.
  let entries = -1;
  const guard = (run) => (...args) => {
    if (++entries === n) throw trap;
    return run(...args);
  };
  WebAssembly.instantiate = async (...args) => {
    WebAssembly.instantiate = instantiate;
    const { instance } = await instantiate(...args);
    const exports = Object.entries(instance.exports).map(([name, value]) => [
      name,
      typeof value === "function" ? guard(value) : value,
    ]);
    return { instance: { exports: Object.fromEntries(exports) } };
  };
  return {
    trap,
    /** Ends it, and tells whether it came to pass. */
    end() {
      const cameToPass = entries >= n;
      entries = Infinity;
      return cameToPass;
    },
  };
}

test("a trap, wherever it is, rejects the calls under way with its cause, and the next call gets a new instance", async () => {
  const object = { error: { code: "003-019", description: "said" } };
  const calls = [
    [options, "resolved"],
    [{ ...options, fetch: async () => Response.json(object, { status: 404 }) }, "rejected"],
    [{ ...options, username: "" }, "invalid_input"],
  ];
  for (let n = 1, reached = true; reached; n++) {
    const { requestPasswordReset } = await freshPackage();
    const { trap, end } = breakNextInstance(n);
    const settled = calls.map(([options]) =>
      requestPasswordReset(options).then(() => ({ kind: "resolved" }), (error) => error),
    );
    const outcomes = await Promise.all(settled);
    outcomes.forEach(({ kind, cause }, index) => {
      if (kind !== "internal") assert.equal(kind, calls[index][1], `entry ${n}`);
      else assert.equal(cause, trap, `entry ${n}`);
    });
    reached = end();
    assert.equal(outcomes.some(({ kind }) => kind === "internal"), reached, `entry ${n}`);
    assert.equal(await requestPasswordReset(options), undefined, `entry ${n}`);
    if (!reached) assert.ok(n > 4 * calls.length, "the trap was never reached");
  }
});

test("a call on an instance that another call has just broken gets a new one", async () => {
  const { requestPasswordReset } = await freshPackage();
  breakNextInstance(1);
  const [broken, next] = [requestPasswordReset(options), requestPasswordReset(options)];
  assert.equal((await rejection(broken)).kind, "internal");
  assert.equal(await next, undefined);
});

test("errors of another copy of the package are known by isPasswordResetError", async () => {
  const { isPasswordResetError, requestPasswordReset } = await freshPackage();
  const error = await rejection(requestPasswordReset());
  assert.ok(isPasswordResetError(error) && other.isPasswordResetError(error));
  assert.ok(!(error instanceof other.PasswordResetError));
  for (const no of [undefined, null, 42, "PasswordResetError", {}, new Error("no"), { name: "PasswordResetError" }]) {
    assert.ok(!isPasswordResetError(no));
  }
});

test("an error shows what it is", async () => {
  const error = await rejection(other.requestPasswordReset({ projectId: "mine" }));
  assert.equal(String(error), "PasswordResetError: Nothing was sent: projectId must be a UUID (8-4-4-4-12 hexadecimal digits); username is required");
  assert.match(error.stack, /^PasswordResetError: Nothing was sent/);
  assert.deepEqual(Object.keys(error), ["kind", "issues"]);
});
