// `describe`: a sentence for everything that can be thrown.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { given, outcome, throwing } from "../calls/outcome.js";
import { messages as internals, nonsense, page, withGlobals, worker } from "./globals.js";

const { describe, english, joinSentences, loadMessages, maxWaitMs, sentence, textFor, waitAfter, waitSentence } =
  internals;

const say = (name) => sentence(english, name);
const hostile = new Proxy({}, { get: () => assert.fail("get"), ownKeys: () => assert.fail("ownKeys") });
const revoked = Proxy.revocable({}, {});
revoked.revoke();

test("a value that is not an error of this package is a general failure", async () => {
  const values = [
    ...nonsense,
    1n,
    new Error("other"),
    new TypeError("other"),
    hostile,
    revoked.proxy,
    throwing("kind"),
    Object.create(null),
    ...nonsense.map((kind) => ({ kind })),
    { kind: "constructor" },
    { kind: "__proto__" },
    { kind: "internal" },
    { kind: "of the future" },
  ];
  for (const value of values) {
    for (const call of ["request", "confirm"]) assert.equal(await describe(value, "en", call), say("failed"));
  }
});

test("each kind of error has its sentence, for a request and for a new password", async () => {
  const invalid = (...issues) => ({ kind: "invalid_input", issues: issues.map(([field, rule]) => ({ field, rule })) });
  const cases = [
    [invalid(["username", "required"]), "usernameRequired", "misconfigured"],
    [invalid(["username", "username_length"]), "usernameInvalid", "misconfigured"],
    [invalid(["projectId", "uuid"], ["username", "no_controls"]), "usernameInvalid", "misconfigured"],
    [invalid(["projectId", "uuid"]), "misconfigured", "misconfigured"],
    [invalid(["newPassword", "password_length"]), "misconfigured", "passwordRule"],
    [invalid(["newPassword", "password_length"], ["resetCode", "required"]), "misconfigured", "linkDead"],
    [invalid(["newPassword", "password_policy"]), "misconfigured", "passwordRefused"],
    [
      invalid(["newPassword", "password_length"], ["passwordPolicy.minLength", "count"]),
      "misconfigured",
      "misconfigured",
    ],
    ...["resetCode", "userId", "verifyCode"].map((field) => [
      invalid([field, "not_empty"]),
      "misconfigured",
      "linkDead",
    ]),
    [invalid(), "misconfigured", "misconfigured"],
    [{ kind: "rate_limited" }, "rateLimited", "rateLimited"],
    [{ kind: "unexpected_response", status: 502 }, "failed", "failed"],
    [{ kind: "network", offline: true }, "offline", "offline"],
    [{ kind: "network", offline: false }, "network", "network"],
    [{ kind: "timeout", timeoutMs: 1 }, "requestTimeout", "confirmTimeout"],
    [{ kind: "aborted" }, "cancelled", "cancelled"],
    [{ kind: "not_loaded" }, "notLoaded", "notLoaded"],
    [{ kind: "internal" }, "failed", "failed"],
  ];
  for (const [error, ...names] of cases) {
    for (const [index, call] of ["request", "confirm"].entries()) {
      assert.equal(textFor(error, call), names[index], `${JSON.stringify(error)}, ${call}`);
      assert.equal(await describe(error, "en", call), say(names[index]));
    }
    assert.equal(await describe(error, "en"), say(names[0]));
  }
});

test("each reason has its sentence, for a request and for a new password", () => {
  const reasons = {
    invalid_parameters: ["failed", "passwordOrLinkRefused"],
    account_banned: ["sent", "linkDead"],
    too_many_attempts: ["rateLimited", "rateLimited"],
    wrong_credentials: ["sent", "linkDead"],
    user_not_found: ["sent", "linkDead"],
    account_not_confirmed: ["sent", "linkDead"],
    project_not_found: ["misconfigured", "misconfigured"],
    call_unavailable: ["misconfigured", "misconfigured"],
    project_misconfigured: ["misconfigured", "misconfigured"],
    reset_not_allowed: ["misconfigured", "misconfigured"],
    object_not_found: ["sent", "linkDead"],
    captcha_required: ["failed", "failed"],
    login_url_required: ["misconfigured", "misconfigured"],
    login_url_unknown: ["misconfigured", "misconfigured"],
    unknown: ["failed", "failed"],
  };
  const [, union] = /export type Reason =([^;]*);/.exec(
    readFileSync(new URL("../../../src/browser/types.ts", import.meta.url), "utf8"),
  );
  assert.deepEqual(
    [...union.matchAll(/"(\w+)"/g)].map(([, reason]) => reason),
    Object.keys(reasons),
  );
  for (const [reason, names] of Object.entries(reasons)) {
    const error = { kind: "rejected", reason };
    assert.deepEqual([textFor(error, "request"), textFor(error, "confirm")], names, reason);
  }
});

test("an error without its fields is a general failure", async () => {
  const broken = [
    ...nonsense.filter((value) => !Array.isArray(value)),
    [null],
    [undefined],
    { length: 1 },
    hostile,
    revoked.proxy,
  ];
  for (const issues of broken) {
    for (const call of ["request", "confirm"]) {
      assert.equal(await describe({ kind: "invalid_input", issues }, "en", call), say("failed"), String(call));
    }
  }
  for (const reason of [...nonsense, "constructor", "toString", "__proto__", hostile]) {
    for (const call of ["request", "confirm"])
      assert.equal(await describe({ kind: "rejected", reason }, "en", call), say("failed"));
  }
  assert.equal(await describe(Object.assign(throwing("issues"), { kind: "invalid_input" }), "en"), say("failed"));
  assert.equal(await describe(Object.assign(throwing("reason"), { kind: "rejected" }), "en"), say("failed"));
  assert.equal(
    await describe(Object.assign(throwing("retryAfterMs"), { kind: "rate_limited" }), "en"),
    say("rateLimited"),
  );
});

/** As a server may send them, with the password named or not. */
const rejection = (details) => ({ kind: "rejected", reason: "invalid_parameters", details });

test("details that mention the password: another one is needed", async () => {
  const deep = (depth, end) => {
    let value = end;
    for (let count = 0; count < depth; count++) value = { next: value };
    return value;
  };
  const circular = { new_password: ["short"] };
  circular.self = circular;
  const details = [
    { new_password: ["short"] },
    { newPassword: 1 },
    { PASSWORD: null },
    "The password is too short",
    ["Password is too short"],
    [{ loc: ["body", "new_password"], msg: "short" }],
    { errors: { fields: [{ name: "new_password" }] } },
    circular,
    Object.assign(throwing("other"), { new_password: 1 }),
    throwing("password"),
    { big: 1n, list: [undefined, () => {}, Symbol("s")], new_password: 1 },
    new Proxy({ new_password: 1 }, {}),
    { hostile, revoked: revoked.proxy, new_password: 1 },
    [hostile, revoked.proxy, { new_password: 1 }],
    deep(500, { new_password: 1 }),
  ];
  for (const value of details) {
    assert.equal(await describe(rejection(value), "en", "confirm"), say("passwordRefused"));
    // A request has no password.
    assert.equal(await describe(rejection(value), "en", "request"), say("failed"));
  }
});

test("details of any other shape leave the sentence as it is", async () => {
  let endless = {};
  for (let count = 0; count < 20_000; count++) endless = [endless];
  const circular = [];
  circular.push(circular, { circular });
  const growing = new Proxy(
    {},
    {
      ownKeys: () => ["next"],
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: growing }),
      get: () => growing,
    },
  );
  const details = [
    ...nonsense,
    1n,
    endless,
    circular,
    growing,
    hostile,
    revoked.proxy,
    throwing("a", "b"),
    new Date(),
    new Map([["password", 1]]),
    new Uint8Array(1e6),
    Array(1e6).fill({}),
  ];
  for (const value of details) {
    assert.equal(await describe(rejection(value), "en", "confirm"), say("passwordOrLinkRefused"));
    assert.equal(await describe(rejection(value), "en", "request"), say("failed"));
  }
});

/** The error of a call whose response has this status and code. */
function refused(status, code, call) {
  const fetch = async () => Response.json({ error: { code, description: "", details: null } }, { status });
  return outcome({ ...given[call], fetch }, call);
}

/** Codes that may depend on the account: of today's documentation, of Xsolla's guide for agents, and of the future. */
const accountCodes = [
  ["003-001", "003-002", "003-007", "003-061", "002-016", "002-040", "003-003", "010-022", "999-999", "x", "", 0, 7],
  ["LongIdentifierNotFound", "CaptchaRequired", "BruteForceLimit", "EmailNotConfirmed", "constructor", "__proto__"],
].flat();

const setUpCodes = ["003-019", "003-020", "003-022", "003-024", "010-011", "010-012"];

/** @type {[how: string, calls: ("request" | "confirm")[], codes: any[], statuses: number[], text: string][]} */
const refusals = [
  ["as an accepted request, whatever the code", ["request"], accountCodes, [401, 404], "sent"],
  ["as a dead link", ["confirm"], ["999-999", "003-001", "LongIdentifierNotFound"], [401, 404], "linkDead"],
  ["as a problem of the set-up", ["request", "confirm"], setUpCodes, [401, 404, 422], "misconfigured"],
  ["as a failure", ["request", "confirm"], ["999-999"], [400, 403, 409, 422, 500, 503], "failed"],
];
for (const [how, calls, codes, statuses, text] of refusals) {
  test(`${calls.join(", ")}: a refusal with ${statuses.join(", ")} is described ${how}`, async () => {
    for (const call of calls) {
      for (const code of codes) {
        for (const status of statuses) {
          const error = await refused(status, code, call);
          assert.deepEqual([textFor(error, call), waitAfter(error)], [text, 0], `${status} ${code}`);
        }
      }
    }
  });
}

test("a 401 or a 404 without an error object is a failure", async () => {
  for (const status of [401, 404]) {
    const fetch = async () => new Response("<h1>Not found</h1>", { status });
    assert.equal(textFor(await outcome({ ...given.request, fetch }), "request"), "failed");
  }
});

test("a wait that the server names is described, at most an hour; none for a number that is none", async () => {
  const limited = (retryAfterMs) => ({ kind: "rate_limited", reason: "too_many_attempts", retryAfterMs });
  for (const ms of [1, 42_000, 90_000, 3_600_000, 1.7e12, Infinity, Number.MAX_VALUE]) {
    for (const call of ["request", "confirm"]) {
      assert.equal(waitAfter(limited(ms)), Math.min(ms, maxWaitMs));
      assert.equal(await describe(limited(ms), "en", call), `${say("rateLimited")} ${waitSentence(english, ms)}`);
    }
  }
  for (const ms of [0, -1, -Infinity, NaN, "60000", 60_000n, null, undefined, {}, new Date()]) {
    assert.equal(waitAfter(limited(ms)), 0);
    assert.equal(await describe(limited(ms), "en"), say("rateLimited"));
  }
  for (const error of [
    ...nonsense,
    hostile,
    { kind: "network", retryAfterMs: 5000 },
    Object.assign(throwing("retryAfterMs"), { kind: "rate_limited" }),
  ]) {
    assert.equal(waitAfter(error), 0);
  }
  for (const language of ["ja", "zh-CN", "zh-TW"]) {
    assert.doesNotMatch(await describe(limited(42_000), language), /。 /);
  }
  const french = await loadMessages("fr");
  assert.equal(
    await describe(limited(42_000), "fr-CA"),
    joinSentences([sentence(french, "rateLimited"), waitSentence(french, 42_000)]),
  );
});

test("without a locale, the language is that of the page, of the worker's browser, or English", async () => {
  const error = { kind: "aborted" };
  const inGerman = sentence(await loadMessages("de"), "cancelled");
  const described = (globals, ...args) => withGlobals(globals, () => describe(error, ...args));
  assert.equal(await described(page({ lang: "de", browser: ["fr"] })), inGerman);
  assert.equal(await described(worker("de-AT", "en")), inGerman);
  assert.equal(await described({ document: undefined, navigator: undefined }), say("cancelled"));
  assert.equal(await described(worker("de"), "en"), say("cancelled"));
  for (const locale of [...nonsense.filter((value) => value !== "de"), "sv", "constructor"]) {
    assert.equal(await described(worker("de"), locale), inGerman, String(locale));
  }
});
