// The package behaves as a client written by hand from the same rules, in thousands of generated calls.

import assert from "node:assert/strict";
import { before, mock, test } from "node:test";
import fc from "fast-check";
import { confirmPasswordReset, preload, requestPasswordReset } from "xsolla-password-reset";
import * as byHand from "./by-hand.js";

/** Each call of the package, and the same one written by hand. */
const pairs = [
  { name: "requestPasswordReset", call: requestPasswordReset, oracle: byHand.requestPasswordReset },
  { name: "confirmPasswordReset", call: confirmPasswordReset, oracle: byHand.confirmPasswordReset },
];

/** Calls of each function. The seed is fixed, so that every run tests the same ones. */
const limits = { numRuns: 3_000, seed: 20_261_129 };

before(async () => {
  await preload();
  // A wait until a date is compared with the clock.
  mock.timers.enable({ apis: ["Date"], now: Date.UTC(2026, 10, 29) });
});

const id = "11111111-1111-4111-8111-111111111111";

/** Texts that are interesting for any option: of every length, with every kind of character, or almost right. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc
    .array(fc.constantFrom(..."aZ0 \t\n\0\u0085\u00a0\u00ad\u200b\u2028\ufeff\ud800\udc00é-_.:/?#[]@%\\", "👩‍🚀"), {
      maxLength: 12,
    })
    .map((parts) => parts.join("")),
);
const anyValue = fc.oneof(
  { weight: 6, arbitrary: anyText },
  { weight: 2, arbitrary: fc.constantFrom(null, undefined, true, 0, NaN, 1n, Symbol("s"), {}, [], () => {}) },
  { weight: 1, arbitrary: fc.anything() },
);
/** Texts around some right ones, with one character replaced, added or removed. */
const near = (...right) =>
  fc
    .tuple(
      fc.constantFrom(...right),
      fc.nat(),
      fc.constantFrom("", " ", "x", "0", ":", "/", "\\", "@", "?", "\n", "é", "\ud800"),
      fc.nat(1),
    )
    .map(([text, place, character, removed]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + character + text.slice(at + removed);
    });
const value = (...right) =>
  fc.oneof(
    { weight: 16, arbitrary: fc.constantFrom(...right) },
    { weight: 3, arbitrary: near(...right.filter((text) => typeof text === "string"), "x") },
    { weight: 1, arbitrary: anyValue },
  );

const longest = (length) => ["a".repeat(length), "é".repeat(length), "👩".repeat(length)];
const codes = ["abc", "a.b-c_1", "é"];
const urls = {
  loginUrl: [
    "https://example.com/a?b=c&d=%20#e",
    "https://u@a:8/",
    "https://[2001:db8::1]:443/",
    "mygame://login",
    "urn:isbn:1",
  ],
  baseUrl: [
    "https://a/b/",
    "http://localhost:1/api",
    "http://127.0.0.1",
    "http://[::1]:8",
    "http://a.com",
    "https://u@a",
  ],
};
const live = new AbortController().signal;
const aborted = fc.constantFrom(AbortSignal.abort(), AbortSignal.abort("why"));
const common = {
  projectId: value(id, id.toUpperCase()),
  baseUrl: value(...urls.baseUrl),
  timeoutMs: value(1_000, 2_147_483_647, 1_000, 1_000, 0, 1.5, 2_147_483_648, "1"),
  signal: fc.oneof(aborted, value(live, { aborted: false })),
};
const optionsOf = {
  requestPasswordReset: {
    ...common,
    username: value("John", " John\n", "a@example.com", ...longest(255), ...longest(256)),
    loginUrl: value(...urls.loginUrl, "https:", "javascript:x", "data:x", "example.com:443/a", "/login"),
    locale: value("pt_BR", "PT-br", "fil_PH", "en", "en_XXX"),
  },
  confirmPasswordReset: {
    ...common,
    newPassword: value("secret", " \0 secret ", ...longest(6), ...longest(100), ...longest(101)),
    resetCode: value(...codes),
    userId: value(id, "x"),
    verifyCode: value(...codes),
  },
};
const valid = {
  requestPasswordReset: { projectId: id, username: "John" },
  confirmPasswordReset: { projectId: id, newPassword: "secret", resetCode: "abc" },
};
const otherNames = [
  "login_url",
  "email",
  "redirectUri",
  "timeout",
  "retries",
  "user",
  "code",
  "",
  "__proto",
  "username ",
];

/** The argument of a call: mostly the right options with a few that may be wrong, unknown or unreadable. */
function argument(name) {
  const changes = fc.record(optionsOf[name], { requiredKeys: [] });
  const others = fc.dictionary(fc.oneof(fc.constantFrom(...otherNames), anyText), anyValue, { maxKeys: 2 });
  const unreadable = fc.option(fc.constantFrom(...Object.keys(optionsOf[name])), { freq: 20 });
  const options = fc.tuple(changes, fc.option(others, { freq: 4 }), unreadable).map(([changes, others, unreadable]) => {
    const all = Object.defineProperties(
      {},
      Object.getOwnPropertyDescriptors({ ...others, ...valid[name], ...changes }),
    );
    const get = () => assert.fail("unreadable");
    return unreadable ? Object.defineProperty(all, unreadable, { enumerable: true, get }) : all;
  });
  return fc.oneof(
    { weight: 10, arbitrary: fc.constant(valid[name]) },
    { weight: 20, arbitrary: options },
    { weight: 1, arbitrary: aborted.map((signal) => ({ ...valid[name], signal })) },
    { weight: 1, arbitrary: anyValue },
  );
}

const code = fc.oneof(
  fc.constantFrom(
    "0",
    0,
    "002-040",
    "002-058",
    "003-002",
    "003-019",
    "003-024",
    "010-007",
    "010-012",
    "BruteForceLimit",
  ),
  anyValue,
);
const body = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      error: fc.record({ code, description: anyValue, details: anyValue }, { requiredKeys: [] }),
    }),
  },
  { weight: 1, arbitrary: anyValue },
);
const dates = [
  "Wed, 01 Jan 1986 00:00:00 GMT",
  "Sun, 29 Nov 2026 00:01:00 GMT",
  "Sunday, 29-Nov-26 00:02:00 GMT",
  "Sun Nov 29 00:03:00 2026",
];
/** Values that a header can have. A date is not changed: which other texts count as dates is left to the engine. */
const header = (...others) =>
  fc
    .oneof(fc.constantFrom(...dates), value(...others))
    .filter((text) => typeof text === "string" && /^[\x20-\x7e]*$/.test(text));
const headers = fc.record(
  { "retry-after": header("7", "007", " 1.5 ", "-1", "9007199254741", "soon"), date: header("") },
  { requiredKeys: [] },
);
const status = fc.oneof(
  fc.constantFrom(204, 200, 400, 401, 404, 422, 429, 429, 500),
  fc.integer({ min: -1, max: 700 }),
  anyValue,
);

/** What `fetch` does: its response is any value that looks like one, so that no network is needed. */
const network = fc.oneof(
  { weight: 12, arbitrary: fc.record({ status, body, headers }) },
  { weight: 1, arbitrary: fc.record({ status, unreadable: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ returns: anyValue }) },
  { weight: 1, arbitrary: fc.record({ rejects: anyValue }) },
  { weight: 1, arbitrary: fc.record({ throws: anyValue }) },
);

function respond(to) {
  if ("throws" in to) throw to.throws;
  if ("rejects" in to) return Promise.reject(to.rejects);
  if ("returns" in to) return to.returns;
  const { status, body, headers = {}, unreadable } = to;
  return Promise.resolve({
    status,
    json: async () => (unreadable ? assert.fail("not JSON") : body),
    headers: new Headers(headers),
  });
}

/** The behaviour of a call, as its caller and the network see it. */
async function outcome(call, options, reply) {
  const sent = [];
  const fetch = (url, { signal, ...init }) => {
    sent.push({ url, init, isSignal: signal instanceof AbortSignal });
    return respond(reply);
  };
  const isObject = typeof options === "object" && options !== null;
  const argument = isObject
    ? Object.defineProperties({ timeoutMs: 10_000, fetch }, Object.getOwnPropertyDescriptors(options))
    : options;
  const failed = ({ name, message, cause, ...fields }) => ({ name, message, cause, fields });
  return { result: await call(argument).catch(failed), sent };
}

for (const { name, call, oracle } of pairs) {
  test(`${name}: ${limits.numRuns} generated calls have the same outcome`, async () => {
    const kinds = new Map();
    const property = fc.asyncProperty(argument(name), network, async (options, reply) => {
      const expected = await outcome(oracle, options, reply);
      assert.deepEqual(await outcome(call, options, reply), expected);
      const kind = expected.result?.fields.kind ?? "accepted";
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    });
    await fc.assert(property, { ...limits, includeErrorInReport: true });
    // Every outcome that needs no time is reached often.
    for (const kind of ["invalid_input", "rejected", "rate_limited", "unexpected_response", "network", "aborted"])
      assert.ok(kinds.get(kind) >= 20, `${kind}: ${kinds.get(kind)}`);
    assert.ok(kinds.get("accepted") >= 20);
  });
}
