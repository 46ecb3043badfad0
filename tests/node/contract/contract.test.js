// The package against Prism, which serves `openapi.yaml`: requests must conform to it, and each of its responses must
// become the right error.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { confirmPasswordReset, requestPasswordReset } from "xsolla-password-reset";
import { printed, start, stop } from "../../support/process.js";
import { projectId } from "../../support/projects.js";
import { freePort } from "../../support/server.js";

const calls = {
  request: (options) =>
    requestPasswordReset({
      projectId,
      username: "Jöhn 🎮",
      loginUrl: "https://example.com/a?b=c#d",
      locale: "pt-br",
      ...options,
    }),
  "request, only what is required": (options) => requestPasswordReset({ projectId, username: "J", ...options }),
  confirm: (options) =>
    confirmPasswordReset({
      projectId,
      newPassword: 'pass"wörd',
      resetCode: "abc",
      userId: projectId,
      verifyCode: "1",
      ...options,
    }),
  "confirm, only what is required": (options) =>
    confirmPasswordReset({ projectId, newPassword: "123456", resetCode: "a", ...options }),
};

let prism;
let baseUrl;

before(async () => {
  const port = await freePort();
  const document = fileURLToPath(new URL("openapi.yaml", import.meta.url));
  const cli = fileURLToPath(import.meta.resolve("@stoplight/prism-cli/dist/index.js"));
  // Without --errors, it responds to an invalid request as if it were valid.
  prism = start([process.execPath, cli, "mock", "--errors", "--port", `${port}`, document]);
  baseUrl = `http://127.0.0.1:${port}`;
  await printed(prism, /listening/);
});

after(() => stop(prism));

/** @type {[status: string, example: string, expected: object][]} */
const responses = [
  ["400", "", { kind: "rejected", status: 400, code: "0", reason: "invalid_parameters" }],
  ["401", "", { kind: "rejected", status: 401, code: "003-007", reason: "account_not_confirmed" }],
  ["404", "project", { kind: "rejected", status: 404, code: "003-019", reason: "project_not_found" }],
  ["404", "user", { kind: "rejected", status: 404, code: "003-002", reason: "user_not_found" }],
  ["404", "object", { kind: "rejected", status: 404, code: "003-061", reason: "object_not_found" }],
  [
    "422",
    "invalid",
    { kind: "rejected", code: "0", reason: "invalid_parameters", details: { username: ["Too short."] } },
  ],
  ["422", "unavailable", { kind: "rejected", code: "003-020", reason: "call_unavailable" }],
  ["422", "misconfigured", { kind: "rejected", code: "003-022", reason: "project_misconfigured" }],
  ["422", "loginUrlRequired", { kind: "rejected", code: "010-011", reason: "login_url_required" }],
  ["422", "loginUrlUnknown", { kind: "rejected", code: "010-012", reason: "login_url_unknown" }],
  [
    "429",
    "",
    { kind: "rate_limited", status: 429, code: "002-058", reason: "too_many_attempts", retryAfterMs: 30_000 },
  ],
];

for (const [name, call] of Object.entries(calls)) {
  test(`${name}: the request conforms to the document`, async () => {
    assert.equal(await call({ baseUrl }), undefined);
  });

  for (const [status, example, expected] of responses) {
    test(`${name}: ${status} ${example} becomes the right error`, async () => {
      const query = `__code=${status}${example && `&__example=${example}`}`;
      const fetch = (url, init) => globalThis.fetch(`${url}&${query}`, init);
      await assert.rejects(call({ baseUrl, fetch }), { name: "PasswordResetError", description: /./, ...expected });
    });
  }
}

test("Prism rejects requests that do not conform", async () => {
  const send = (path, body) =>
    fetch(`${baseUrl}${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  for (const [path, body] of [
    ["/password/reset/request", '{"username":"John"}'],
    ["/password/reset/request?projectId=mine", '{"username":"John"}'],
    [`/password/reset/request?projectId=${projectId}&locale=pt-br`, '{"username":"John"}'],
    [`/password/reset/request?projectId=${projectId}`, '{"email":"John"}'],
    [`/password/reset/confirm?projectId=${projectId}`, '{"new_password":"123456"}'],
  ]) {
    assert.equal((await send(path, body)).status, 422, `${path} ${body}`);
  }
});
