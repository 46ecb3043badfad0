// How often a call crosses between JavaScript and WebAssembly, in either direction: each crossing takes time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { projectId } from "../../support/projects.js";
import { watchCalls } from "../../support/wasm.js";

const { instantiate } = WebAssembly;
let crossings = 0;

const counting = (functions) => watchCalls(functions, () => crossings++);

WebAssembly.instantiate = async (bytes, imports) => {
  const counted = Object.entries(imports).map(([module, functions]) => [module, counting(functions)]);
  const { instance } = await instantiate(bytes, Object.fromEntries(counted));
  return /** @type {any} */ ({ instance: { exports: counting(instance.exports) } });
};

const { confirmPasswordReset, preload, requestPasswordReset } = await import("xsolla-password-reset");
await preload();
// Others use it, too.
WebAssembly.instantiate = instantiate;

const error = { error: { code: "003-020", description: "Not available" } };
const request = { projectId, username: "John" };
const confirmation = { projectId, newPassword: "secret", resetCode: "abc", userId: projectId, verifyCode: "42" };
const rejected = async () => Response.json(error, { status: 422 });
const accepted = async () => new Response(null, { status: 204 });

/** @type {[what: string, call: () => Promise<void>, expected: number][]} */
const calls = [
  // Two for each message: its memory, and the call. One for each answer that is not empty.
  ["a request that is accepted", () => requestPasswordReset({ ...request, fetch: accepted }), 5],
  ["a confirmation that is accepted", () => confirmPasswordReset({ ...confirmation, fetch: accepted }), 5],
  ["a request that is rejected", () => requestPasswordReset({ ...request, fetch: rejected }), 6],
];

for (const [what, call, expected] of calls) {
  test(`${what} crosses ${expected} times`, async () => {
    crossings = 0;
    await call().catch(() => {});
    assert.equal(crossings, expected);
  });
}
