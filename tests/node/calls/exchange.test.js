// One exchange: what is sent, and the outcome of every response, failure and abort.

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
const failed = (cause) => ({ kind: "network", offline: false, ...(cause !== undefined && { cause }) });
const unexpected = (status) => ({ kind: "unexpected_response", status });
const rejected = (fields) => ({
  kind: "rejected",
  status: 404,
  code: "003-002",
  description: "",
  reason: "user_not_found",
  ...fields,
});
const rateLimited = (fields) => ({ kind: "rate_limited", status: 429, reason: "too_many_attempts", ...fields });
const resolved = { kind: "resolved" };
const truncated = () => new Response(new ReadableStream({ pull: (to) => to.error("cut") }), { status: 503 });
const resolvesWith = (value) => async () => value;

const listed = [
  { property: "password", message: "too weak" },
  { property: "user", message: "unknown" },
];

/** Each `fetch` with its outcome. */
const outcomes = [
  ["throws", fails("no"), failed("no")],
  ["throws nothing", fails(undefined), failed()],
  ["rejects", async () => Promise.reject(null), failed(null)],
  [
    "returns a thenable that throws",
    () => ({
      get then() {
        throw "no";
      },
    }),
    failed("no"),
  ],
  ["returns nothing", () => undefined, unexpected(0)],
  ["resolves with null", resolvesWith(null), unexpected(0)],
  ["resolves with a text", resolvesWith("204"), unexpected(0)],
  ["has no status", resolvesWith({}), unexpected(0)],
  ["has a text as status", resolvesWith({ status: "204" }), unexpected(0)],
  ["has a fraction as status", resolvesWith({ status: 204.5 }), unexpected(0)],
  // The last three look like 204 or another status in 16 or 32 bits.
  ...[NaN, -204, -0, 204n, 65536 + 204, 2 ** 32 + 204, 1e9].map((status) => [
    `has the status ${status}`,
    resolvesWith({ status }),
    unexpected(0),
  ]),
  ["has a status that throws", resolvesWith(throwing("status")), unexpected(0)],
  ["is that of a network error", resolvesWith(Response.error()), unexpected(0)],
  ["is a redirect", resolvesWith({ type: "opaqueredirect", status: 0 }), unexpected(0)],
  ["has status 200", resolvesWith(new Response("{}", { status: 200 })), unexpected(200)],
  ["has status 200 and an error object", responds(200, { code: "003-002" }), unexpected(200)],
  [
    "has status 399",
    resolvesWith({ status: 399, json: resolvesWith({ error: { code: "003-002" } }) }),
    unexpected(399),
  ],
  [
    "has status 600 and an error object",
    resolvesWith({ status: 600, json: resolvesWith({ error: { code: "003-002" } }) }),
    unexpected(600),
  ],
  ["has status 204", accepted, resolved],
  ["has status 204 without a promise", () => ({ status: 204 }), resolved],
  ["has no body to read", resolvesWith({ status: 404 }), unexpected(404)],
  ["has a body that is not JSON", resolvesWith(new Response("<html>", { status: 404 })), unexpected(404)],
  ["has a body that breaks off", truncated, unexpected(503)],
  ["has JSON without an error object", resolvesWith(Response.json(null, { status: 404 })), unexpected(404)],
  ["has an error that is null", responds(404, null), unexpected(404)],
  ["has an error without a code", responds(404, { description: "said" }), unexpected(404)],
  ["has a code of another type", responds(404, { code: ["003-002"] }), unexpected(404)],
  ["has an error that throws", resolvesWith({ status: 404, json: () => throwing("error") }), unexpected(404)],
  ["has a code", responds(404, { code: "003-002" }), rejected()],
  ["has status 400", responds(400, { code: "003-002" }), rejected({ status: 400 })],
  [
    "has a code that is a number",
    responds(404, { code: 0, description: "said" }),
    rejected({ code: "0", description: "said", reason: "invalid_parameters" }),
  ],
  ["has a description of another type", responds(404, { code: "003-002", description: 1 }), rejected()],
  [
    "has a list as description",
    responds(404, { code: "003-002", description: listed, details: null }),
    rejected({ description: "password: too weak; user: unknown", details: listed }),
  ],
  [
    "has a list as description, and details",
    responds(404, { code: "003-002", description: listed, details: "more" }),
    rejected({ description: "password: too weak; user: unknown", details: "more" }),
  ],
  [
    "has a list as description whose items are of another shape",
    responds(404, { code: "003-002", description: [null, { message: "said" }] }),
    rejected({ details: [null, { message: "said" }] }),
  ],
  ["has an empty list as description", responds(404, { code: "003-002", description: [] }), rejected({ details: [] })],
  ["has details that are null", responds(404, { code: "003-002", details: null }), rejected()],
  ["has details that are false", responds(404, { code: "003-002", details: false }), rejected({ details: false })],
  ["has details", responds(404, { code: "003-002", details: { a: ["é"] } }), rejected({ details: { a: ["é"] } })],
  ["is limited", responds(429), rateLimited()],
  [
    "is limited, with an error object",
    responds(429, { code: "010-007", description: "said" }),
    rateLimited({ code: "010-007", description: "said", reason: "captcha_required" }),
  ],
  ["is limited, for seconds", responds(429, {}, { "retry-after": "7" }), rateLimited({ retryAfterMs: 7000 })],
  [
    "is limited, until a date after its own",
    responds(429, {}, { date: "Sun, 06 Nov 1994 08:49:37 GMT", "retry-after": "Sun, 06 Nov 1994 08:49:47 GMT" }),
    rateLimited({ retryAfterMs: 10_000 }),
  ],
  [
    "is limited, until a date that has passed",
    responds(429, {}, { "retry-after": "Sun, 06 Nov 1994 08:49:47 GMT" }),
    rateLimited({ retryAfterMs: 0 }),
  ],
  [
    "is limited, with headers that throw",
    resolvesWith(Object.assign(throwing("headers"), { status: 429 })),
    rateLimited(),
  ],
  [
    "is limited, with headers that are numbers",
    resolvesWith({ status: 429, headers: { get: () => 7 } }),
    rateLimited(),
  ],
];

for (const [name, respond, expected] of outcomes) {
  test(`a fetch that ${name.replace(/^(has|is) /, "resolves with a response that $1 ")}: ${expected.kind}, and nothing is left behind`, async () => {
    let count = 0;
    /** @type {AbortSignal} */
    let requestSignal;
    const fetch = (_url, init) => {
      count++;
      requestSignal = init.signal;
      return respond();
    };
    const { signal, listeners } = countedSignal();
    const left = await timersLeft(async () => assert.deepEqual(await fieldsOf({ fetch, signal }), expected));
    assert.deepEqual({ count, left, listeners: listeners.size }, { count: 1, left: 0, listeners: 0 });
    // Only the download of a body that is not read is stopped.
    const isUnread = expected.kind === "unexpected_response" && (expected.status < 400 || expected.status > 599);
    assert.equal(requestSignal.aborted, isUnread);
  });
}

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
  }
});

/** A response whose body ends only when it is aborted. */
const pendingBody = async (_url, { signal }) => ({ status: 404, json: () => pending(undefined, { signal }) });

const steps = /** @type {const} */ ([
  ["fetch", pending],
  ["the body of the response", pendingBody],
]);

for (const [during, respond] of steps)
  test(`a signal aborts ${during}, with its reason as the cause`, async () => {
    const { controller, signal, listeners } = countedSignal();
    /** @type {AbortSignal} */
    let requestSignal;
    const fetch = (url, init) => {
      requestSignal = init.signal;
      return respond(url, init);
    };
    const left = await timersLeft(async () => {
      const fields = fieldsOf({ signal, fetch });
      while (!requestSignal) await undefined;
      assert.equal(requestSignal.aborted, false);
      controller.abort("changed my mind");
      assert.deepEqual(await fields, { kind: "aborted", cause: "changed my mind" });
    });
    assert.equal(requestSignal.aborted, true);
    assert.deepEqual([left, listeners.size], [0, 0]);
  });

test("a signal that is aborted while fetch is being called ends the call", async () => {
  const { controller, signal, listeners } = countedSignal();
  const fetch = () => {
    controller.abort("meanwhile");
    return accepted();
  };
  const left = await timersLeft(async () => {
    assert.deepEqual(await fieldsOf({ signal, fetch }), { kind: "aborted", cause: "meanwhile" });
  });
  assert.deepEqual([left, listeners.size], [0, 0]);
});

test("the details of an error are passed through, not copied", async () => {
  const details = { list: [-0, { deep: "é" }] };
  const fetch = async () => ({ status: 422, json: () => ({ error: { code: "9", details } }) });
  assert.equal((await fieldsOf({ fetch })).details, details);
});

test("a signal that is aborted already sends nothing", async () => {
  const fetch = () => assert.fail("sent");
  const left = await timersLeft(async () => {
    assert.deepEqual(await fieldsOf({ signal: AbortSignal.abort("before"), fetch }), {
      kind: "aborted",
      cause: "before",
    });
  });
  assert.equal(left, 0);
});

for (const [during, respond] of steps)
  test(`the time limit aborts ${during}`, async () => {
    const { signal, listeners } = countedSignal();
    /** @type {AbortSignal} */
    let requestSignal;
    const fetch = (url, init) => {
      requestSignal = init.signal;
      return respond(url, init);
    };
    const left = await timersLeft(async () => {
      assert.deepEqual(await fieldsOf({ timeoutMs: 1, signal, fetch }), { kind: "timeout", timeoutMs: 1 });
    });
    assert.equal(requestSignal.aborted, true);
    assert.deepEqual([left, listeners.size], [0, 0]);
  });

test("an object that only looks like a signal is reported, and nothing is sent", async () => {
  const fetch = () => assert.fail("sent");
  const fake = { aborted: false };
  for (const signal of [
    fake,
    { ...fake, addEventListener: 1 },
    {
      ...fake,
      addEventListener() {
        throw 1;
      },
    },
  ]) {
    const left = await timersLeft(async () => {
      const { kind, issues } = await fieldsOf({ signal, fetch });
      assert.equal(kind, "invalid_input");
      assert.deepEqual(issues, [{ field: "signal", rule: "abort_signal", message: "signal must be an AbortSignal" }]);
    });
    assert.equal(left, 0);
  }
});

test("a signal of which little works still lets a call end", async () => {
  const listeners = [];
  const signal = {
    aborted: false,
    get reason() {
      throw 1;
    },
    addEventListener: (type, listener) => listeners.push([type, listener]),
    removeEventListener() {
      throw 1;
    },
  };
  assert.deepEqual(await fieldsOf({ signal, fetch: accepted }), resolved);
  const fields = fieldsOf({ signal, fetch: pending });
  while (listeners.length < 2) await undefined;
  assert.equal(listeners[1][0], "abort");
  listeners[1][1]();
  assert.deepEqual(await fields, { kind: "aborted" });
});
