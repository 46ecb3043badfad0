// One exchange: what is sent, what an outcome leaves behind, and what a client written by hand cannot be compared with, such as the
// clock. What each response, failure and abort becomes is in `differential.test.js`.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { preload } from "xsolla-password-reset";
import { projectId } from "../../support/projects.js";
import { countedSignal, fieldsOf, given, outcome, replacing, throwing, timersLeft } from "./outcome.js";

// The tests below are about what follows the loading.
before(() => preload());

const accepted = async () => new Response(null, { status: 204 });

/** A `fetch` that ends only when it is aborted. */
const pending = (_url, { signal }) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

test("a request is one POST with JSON, and without credentials, cache, redirects and referrer", async () => {
  const sent = [];
  const fetch = (...args) => {
    sent.push(args);
    return accepted();
  };
  const options = { loginUrl: "mygame://login?a=b&c", locale: "de-de", baseUrl: "https://example.com/api/", fetch };
  assert.equal(await outcome({ ...given.request, ...options }), undefined);
  assert.equal(
    await outcome({ ...given.confirm, newPassword: '"ß" \\€x', userId: projectId, verifyCode: "42", fetch }, "confirm"),
    undefined,
  );
  assert.deepEqual([sent.length, ...sent.map((args) => args.length)], [2, 2, 2]);
  const init = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    cache: "no-store",
    redirect: "manual",
    referrerPolicy: "no-referrer",
  };
  const [[url, { signal, body, ...rest }], [confirmUrl, { signal: _, body: confirmBody, ...confirmRest }]] = sent;
  assert.equal(
    url,
    `https://example.com/api/password/reset/request?projectId=${projectId}&login_url=mygame%3A%2F%2Flogin%3Fa%3Db%26c&locale=de_DE`,
  );
  assert.equal(body, '{"username":"John"}');
  assert.equal(confirmUrl, `https://login.xsolla.com/api/password/reset/confirm?projectId=${projectId}`);
  assert.deepEqual(JSON.parse(confirmBody), {
    new_password: '"ß" \\€x',
    reset_code: "abc",
    user_id: projectId,
    verify_code: "42",
  });
  assert.deepEqual([rest, confirmRest], [init, init]);
  assert.ok(signal instanceof AbortSignal && !signal.aborted);
});

test("the option fetch replaces the global one, which is used otherwise", async () => {
  const sent = [];
  const record = (name) => () => {
    sent.push(name);
    return accepted();
  };
  await replacing(globalThis, { fetch: record("global") }, async () => {
    assert.equal(await outcome(given.request), undefined);
    assert.equal(await outcome({ ...given.request, fetch: record("option") }), undefined);
  });
  assert.deepEqual(sent, ["global", "option"]);
});

const fails = (what) => () => {
  throw what;
};
const responds = (status, error, headers) => async () => Response.json({ error }, { status, headers });
const resolved = { kind: "resolved" };
const failed = (cause) => ({ kind: "network", offline: false, cause });
const unexpected = (status) => ({ kind: "unexpected_response", status });
const rejected = { kind: "rejected", status: 404, code: "003-002", description: "", reason: "user_not_found" };
const listed = [
  { property: "password", message: "too weak" },
  { property: "user", message: "unknown" },
];
const limited = { kind: "rate_limited", status: 429, reason: "too_many_attempts" };
const redirect = async () => ({ type: "opaqueredirect", status: 0 });
const truncated = () => new Response(new ReadableStream({ pull: (to) => to.error("cut") }), { status: 503 });

/** The ways in which `fetch` may end a call. Only the download of a body that is not read is stopped. */
const outcomes = [
  ["throws", fails("no"), failed("no")],
  ["rejects with nothing", async () => Promise.reject(null), failed(null)],
  ["resolves with 204", accepted, resolved],
  ["resolves with 200", responds(200, { code: "003-002" }), unexpected(200), true],
  ["resolves with a redirect", redirect, unexpected(0), true],
  ["resolves with a body that breaks off", truncated, unexpected(503)],
  ["resolves with an error object", responds(404, { code: "003-002" }), rejected],
  ["resolves with headers that are numbers", async () => ({ status: 429, headers: { get: () => 7 } }), limited],
  [
    "resolves with a list as description",
    responds(404, { code: "003-002", description: listed, details: null }),
    { ...rejected, description: "password: too weak; user: unknown", details: listed },
  ],
];

/**
 * Makes a call whose `fetch` responds so, and may abort it by the third argument. It is sent once, and leaves nothing behind.
 * Returns the fields of its end, and whether its request was aborted.
 */
async function settle(respond, options = {}) {
  const { controller, signal, listeners } = countedSignal();
  const requests = [];
  const fetch = (url, init) => {
    requests.push(init.signal);
    return respond(url, init, controller);
  };
  let fields;
  const left = await timersLeft(async () => {
    fields = await fieldsOf({ fetch, signal, ...options });
  });
  assert.deepEqual({ sent: requests.length, left, listeners: listeners.size }, { sent: 1, left: 0, listeners: 0 });
  return { fields, isAborted: requests[0].aborted };
}

for (const [name, respond, fields, isAborted = false] of outcomes) {
  test(`a fetch that ${name} ends the call, and leaves nothing behind`, async () => {
    assert.deepEqual(await settle(respond), { fields, isAborted });
  });
}

test("the body of a 204 is read after a confirmation only: then Chromium offers to save the password", async () => {
  for (const [name, reads] of Object.entries({ request: 0, confirm: 1 })) {
    let count = 0;
    const text = async () => `${++count}`;
    assert.equal(await outcome({ ...given[name], fetch: async () => ({ status: 204, text }) }, name), undefined);
    assert.equal(count, reads, name);
  }
});

test("without a Date header, a date is relative to the time of the response", async () => {
  const now = Date.parse("1994-11-06T08:49:37Z");
  const fetch = responds(429, {}, { "retry-after": "Sun, 06 Nov 1994 08:49:47 GMT" });
  const fields = await replacing(Date, { now: () => now }, () => fieldsOf({ fetch }));
  assert.equal(fields.retryAfterMs, 10_000);
});

test("a failure is offline only if the browser says so", async () => {
  for (const [navigator, offline] of [
    [{ onLine: false }, true],
    [{ onLine: true }, false],
    [{}, false],
    [undefined, false],
    [throwing("onLine"), false],
  ]) {
    const fields = await replacing(globalThis, { navigator }, () => fieldsOf({ fetch: fails("no") }));
    assert.deepEqual(fields, { kind: "network", offline, cause: "no" });
    // The browser may be wrong.
    assert.deepEqual(await replacing(globalThis, { navigator }, () => fieldsOf({ fetch: accepted })), resolved);
  }
});

/** A response whose body ends only when it is aborted. */
const pendingBody = async (_url, { signal }) => ({ status: 404, json: () => pending(undefined, { signal }) });

const steps = /** @type {const} */ ([
  ["fetch", pending],
  ["the body of the response", pendingBody],
]);

for (const [during, respond] of steps) {
  test(`a signal aborts ${during}, with its reason as the cause`, async () => {
    const { fields, isAborted } = await settle((url, init, controller) => {
      setImmediate(() => {
        assert.equal(init.signal.aborted, false);
        controller.abort("changed my mind");
      });
      return respond(url, init);
    });
    assert.deepEqual([fields, isAborted], [{ kind: "aborted", cause: "changed my mind" }, true]);
  });

  test(`the time limit aborts ${during}`, async () => {
    const { fields, isAborted } = await settle(respond, { timeoutMs: 1 });
    assert.deepEqual([fields, isAborted], [{ kind: "timeout", timeoutMs: 1 }, true]);
  });
}

test("a signal that is aborted while fetch is being called ends the call", async () => {
  const { fields } = await settle((_url, _init, controller) => {
    controller.abort("meanwhile");
    return accepted();
  });
  assert.deepEqual(fields, { kind: "aborted", cause: "meanwhile" });
});

test("the details of an error are passed through, not copied", async () => {
  const details = { list: [-0, { deep: "é" }] };
  const fetch = async () => ({ status: 422, json: () => ({ error: { code: "9", details } }) });
  assert.equal((await fieldsOf({ fetch })).details, details);
});
