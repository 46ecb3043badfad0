// Functions for the option `fetch`: what each is, and a function that makes it.

import fc from "fast-check";
import { anything, fail, revoked, throwingProxy, throwNothing, withGetter } from "./values.js";

const error = (code) => ({ error: { code, description: "said", details: [1] } });
const accepted = { status: 204 };
const nested = (depth) => (depth === 0 ? accepted : { then: (ok) => ok(nested(depth - 1)) });

/** What a `fetch` does, given what its case is made with, and its options. */
const doing = (behaviours) =>
  Object.entries(behaviours).map(([what, behave]) => [what, (given) => (_, init) => behave(given, init)]);

/** Each returns a thenable with this `then`. */
const thenables = Object.entries({
  "calls back twice": (ok) => {
    ok(accepted);
    ok({ status: 404 });
  },
  "resolves and rejects": (ok, no) => {
    ok(accepted);
    no(new Error("no"));
  },
  "rejects and resolves": (ok, no) => {
    no(new Error("no"));
    ok(accepted);
  },
  "resolves and throws": (ok) => {
    ok(accepted);
    fail();
  },
  throws: fail,
  "calls back late, and again": (ok, no) => {
    setTimeout(() => {
      ok(accepted);
      setTimeout(no, 1);
      setTimeout(ok, 90);
    }, 1);
  },
  "rejects late, and again": (ok, no) => {
    setTimeout(() => {
      no("no");
      setTimeout(ok, 1, accepted);
    }, 1);
  },
}).map(([what, then]) => [`a thenable that ${what}`, () => () => ({ then })]);

const others = [
  ...doing({
    "a thenable whose then throws": () => withGetter("then", fail),
    "a thenable in a thenable": () => nested(500),
    "a promise whose then is not its own": () => Object.assign(Promise.resolve(), { then: fail }),
    "a promise whose constructor throws": () => withGetter("constructor", fail, Promise.resolve(accepted)),

    "throws nothing": throwNothing,
    "rejects with nothing": () => Promise.reject(),
    "rejects in another realm": ({ realm }) => realm.Promise.reject(new realm.Error("no")),
    "overflows the stack": function again() {
      return again() + 1;
    },
    "returns the call's own options": (_, init) => init,
    "deletes its options": (_, init) => {
      for (const name of Object.keys(init)) delete init[name];
      return accepted;
    },
    "freezes its options": (_, init) => ({ status: Object.freeze(init) && 204 }),

    "makes a call": ({ callWithin }) => callWithin() && accepted,
    "returns a call": ({ callWithin }) => callWithin(),
    "a status that makes a call": ({ callWithin }) => withGetter("status", () => callWithin() && 204),
    "headers that make a call": ({ callWithin }) => ({ status: 429, headers: { get: callWithin } }),
    "json makes a call": ({ callWithin }) => ({ status: 400, json: callWithin }),
    "an error that makes a call": ({ callWithin }) => ({
      status: 400,
      json: () => withGetter("error", () => callWithin() && error("0").error),
    }),
    "a thenable that makes a call": ({ callWithin }) => ({
      then: (ok) => {
        callWithin();
        ok(accepted);
        callWithin();
      },
    }),

    "an error response": async () => Response.error(),
    "a redirect": async () => Response.redirect("/"),
    "a status that throws": () => withGetter("status", fail),
  }),
  ["a class", () => class {}],
  ["a generator", () => function* () {}],
  ["a revoked Proxy", () => revoked(fail)],
  ["a throwing Proxy", () => throwingProxy(fail)],
  ...[
    ...[Promise, Promise.resolve, Reflect.get, Symbol.prototype.toString, Function],
    ...[Object, String, Symbol, Array, Boolean, structuredClone],
  ].map((builtin) => [`the builtin ${builtin.name}`, () => builtin]),
];

/** Those that never settle, or whose response does not. */
export const silentFetches = doing({
  "a thenable that never calls back": () => ({ then() {} }),
  "never settles": () => new Promise(() => {}),
  "never settles in another realm": ({ realm }) => new realm.Promise(() => {}),
  "a body that never ends": async () => new Response(new ReadableStream(), { status: 500 }),
  "json never settles": () => ({ status: 400, json: () => new Promise(() => {}) }),
  "json is a thenable that never calls back": () => ({ status: 400, json: () => ({ then() {} }) }),
});

/** Functions that throw, reject with, return, or resolve with anything. */
const withAnything = anything.flatMap(([what, make]) =>
  doing({
    [`throws ${what}`]: (given) => {
      throw make(given);
    },
    [`rejects with ${what}`]: (given) => Promise.reject(make(given)),
    [`returns ${what}`]: (given) => make(given),
    [`resolves with ${what}`]: async (given) => make(given),
  }),
);

const statuses = [
  ...[0, 101, 200, 204, 205, 302, 400, 404, 422, 429, 500, 599, 600, 65535, 65536, -1, 204.5, 1e300, NaN, Infinity],
  ...["204", null, [204], { valueOf: () => 204 }, 204n],
];
const dates = [
  "Wed, 01 Jan 1986 00:00:00 GMT",
  "Sun, 29 Nov 2026 00:01:00 GMT",
  "Sunday, 29-Nov-26 00:02:00 GMT",
  "Sun Nov 29 00:03:00 2026",
];
const codes = [
  ...["0", "002-040", "002-058", "003-002", "003-019", "003-024", "010-007", "010-012", "BruteForceLimit", ""],
  ...[0, -0, 1e21, NaN, Infinity, true, null, 7n, Symbol("no"), {}, [], new Number(3), "\ud800"],
];

/**
 * What `json` may return.
 *
 * @type {((given: any) => unknown)[]}
 */
const bodies = [
  ...codes.map((code) => () => error(code)),
  ...["", "said", 7, [], [null], [{ property: "a", message: "b" }, { message: 1 }]].flatMap((description) =>
    [undefined, null, false, { a: ["é"] }].map((details) => () => ({ error: { code: "0", description, details } })),
  ),
  ...anything.map(([, make]) => make),
  () => ({ error: null }),
  () => ({ error: "no" }),
  () => withGetter("error", fail),
  () => ({ error: throwingProxy() }),
  () => ({ error: { code: "0", description: {}, details: throwingProxy() } }),
  () => ({ error: { code: "0", description: "\udc00", details: Symbol("no") } }),
  ({ realm }) => realm.JSON.parse('{"error":{"code":1,"details":{"__proto__":{"kind":"no"}}}}'),
];
const headers = [
  // A date is compared with that of the response: with the clock, both clients would read another time.
  ...["7", "007", " 1.5 ", "-1", "9007199254741", "soon", ...dates].flatMap((wait) =>
    dates.map((date) => () => new Headers({ "Retry-After": wait, Date: date })),
  ),
  () => ({ get: () => "1e309" }),
  () => ({ get: () => Symbol("no") }),
  () => ({ get: fail }),
  () => ({ get: {} }),
  () => ({}),
  () => undefined,
  () => throwingProxy(),
];
/**
 * The member `json` of an object like a response.
 *
 * @type {((body: unknown) => unknown)[]}
 */
const readings = [
  (body) => () => body,
  (body) => async () => body,
  () => fail,
  () => () => Promise.reject(new Error("no")),
  () => ({}),
  () => undefined,
];

/** An object like a response. */
const lookalikes = fc
  .record({
    status: fc.constantFrom(...statuses),
    body: fc.constantFrom(...bodies),
    headers: fc.constantFrom(...headers),
    reading: fc.oneof({ weight: 6, arbitrary: fc.constant(readings[0]) }, fc.constantFrom(...readings)),
    isProxy: fc.boolean(),
    isPromise: fc.boolean(),
  })
  .map(({ status, body, headers, reading, isProxy, isPromise }) => [
    `an object with the status ${String(status)}`,
    (given) => () => {
      const response = { status, headers: headers(), json: reading(body(given)) };
      const seen = isProxy ? new Proxy(response, {}) : response;
      return isPromise ? Promise.resolve(seen) : seen;
    },
  ]);

const deep = 100_000;
const brackets = (depth) => "[".repeat(depth) + "]".repeat(depth);
const digits = "9".repeat(deep);
/** Bodies of responses: no JSON, no error object, and unusual error objects. */
const texts = [
  ...["", "  \r\n\t ", "<html>", "[".repeat(deep), brackets(deep), "null", "42", '"error"', "\ufeff{}"],
  ...['{"error":{"code":"0"}', '{"error":{"code":"0",}}', "{'error':{'code':'0'}}", '{"error":{"code":NaN}}'],
  ...['{"error":{"code":"0"}}{"error":{"code":"0"}}', ')]}\',\n{"error":{"code":"0"}}'],
  ...['[{"error":{"code":"0"}}]', '{"Error":{"code":"0"}}', '{"error":[{"code":"0"}]}'],
  ...['{"__proto__":{"error":{"code":"0"}}}', '{"error":{"__proto__":{"code":"0"}}}'],
  ...['{"error":{"code":"0"},"error":{}}', '{"error":{"code":"1"},"error":{"code":"2"}}'],
  ...['{"error":{"code":"1","code":"2"}}', '{"error":{"code":{"toString":"0"}}}'],
  ...[0, -0.5, "1e309", "12345678901234567890", digits, `"${digits}"`].map((code) => `{"error":{"code":${code}}}`),
  '{"error":{"code":"<img src=x onerror=alert(1)>"}}',
  '{"kind":"accepted","error":{"code":"0","kind":"accepted","status":204}}',
  '{"error":{"code":"0","then":1,"constructor":null,"toJSON":2}}',
  ...[null, 5, '[{"property":"a"}]'].map((description) => `{"error":{"code":"0","description":${description}}}`),
  // Not as deep: how deep a value can be compared depends on what is on the stack.
  ...['"what"', '{"__proto__":{"polluted":true}}', brackets(1000)].map(
    (details) => `{"error":{"code":"0","details":${details}}}`,
  ),
];
const responses = fc
  .record({
    status: fc.constantFrom(200, 204, 204, 204, 205, 400, 404, 422, 429, 500, 599),
    text: fc.constantFrom(...texts),
    wait: fc.constantFrom("1", "-1", "1e309", ""),
    isOfRealm: fc.boolean(),
    isRead: fc.boolean(),
  })
  .map(({ status, text, wait, isOfRealm, isRead }) => [
    `a response with the status ${status}`,
    ({ realm }) =>
      async () => {
        const { Response: Made } = isOfRealm ? realm : globalThis;
        const body = [204, 205].includes(status) ? null : text;
        const response = new Made(body, { status, headers: { "Retry-After": wait } });
        if (isRead) response.text();
        return response;
      },
  ]);

/** What settles, or has settled. */
export const settledFetches = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...thenables, ...others) },
  { weight: 1, arbitrary: fc.constantFrom(...withAnything) },
  { weight: 3, arbitrary: lookalikes },
  { weight: 4, arbitrary: responses },
);
