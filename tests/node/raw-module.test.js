// The module that `wasm-pack build --target web` makes of the crate behaves as the package does.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { projectId } from "../support/projects.js";

const folder = new URL("../../build/raw-module/", import.meta.url);
const options = { projectId, username: "John" };
const responding = (status, body) => ({ ...options, fetch: async () => new Response(body, { status }) });
let raw;

before(async () => {
  raw = await import(new URL("xsolla_password_reset.js", folder).href);
  await raw.default({ module_or_path: await readFile(new URL("xsolla_password_reset_bg.wasm", folder)) });
});

async function rejection(promise) {
  const error = await promise.then(
    () => assert.fail("it resolved"),
    (error) => error,
  );
  assert.ok(error instanceof raw.PasswordResetError);
  return error;
}

test("204 resolves", async () => {
  assert.equal(await raw.requestPasswordReset(responding(204, null)), undefined);
  const confirmation = { ...responding(204, null), newPassword: "secret", resetCode: "abc" };
  delete confirmation.username;
  assert.equal(await raw.confirmPasswordReset(confirmation), undefined);
});

test("anything else rejects with the one error", async () => {
  assert.deepEqual(
    { ...(await rejection(raw.requestPasswordReset(responding(502, "<html>")))) },
    { kind: "unexpected_response", status: 502 },
  );
  const body = '{"error":{"code":0,"description":"said"}}';
  assert.deepEqual(
    { ...(await rejection(raw.requestPasswordReset(responding(400, body)))) },
    {
      kind: "rejected",
      status: 400,
      code: "0",
      description: "said",
      reason: "invalid_parameters",
    },
  );
  const { kind, issues } = await rejection(raw.requestPasswordReset({ projectId: "mine", login_url: "x" }));
  assert.equal(kind, "invalid_input");
  assert.deepEqual(
    issues.map(({ field, rule }) => `${field} ${rule}`),
    ["projectId uuid", "username required", "login_url unknown"],
  );
});

test("the time limit and a signal end a call", async () => {
  const fetch = () => new Promise(() => {});
  const limited = await rejection(raw.requestPasswordReset({ ...options, fetch, timeoutMs: 1 }));
  assert.deepEqual({ ...limited }, { kind: "timeout", timeoutMs: 1 });
  const aborted = await rejection(raw.requestPasswordReset({ ...options, fetch, signal: AbortSignal.abort("enough") }));
  assert.deepEqual([{ ...aborted }, aborted.cause], [{ kind: "aborted" }, "enough"]);
});
