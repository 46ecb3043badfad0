// Functions for the option `fetch`, and how a call may end with each.
//
// Each is `{ what, make, ends }`: `make` returns the function, `ends` are the kinds; or `build` returns both. Those that
// are `slow` never settle.

import { anything, revoked, throwingProxy } from "./values.js";

const fail = () => {
  throw new Error("the fetch of a test");
};
const never = () => new Promise(() => {});
const error = (code) => ({ error: { code, description: "said", details: [1] } });

/** How a call may end after a response with this status. */
function endsOf(status) {
  if (status === 204) return ["resolved"];
  if (status === 429) return ["rate_limited"];
  return status >= 400 && status <= 599 ? ["rejected", "unexpected_response"] : ["unexpected_response"];
}

/** A thenable with this `then`. */
const thenable = (what, then, ...ends) => ({ what: `a thenable that ${what}`, make: () => () => ({ then }), ends });

const thenables = [
  thenable(
    "calls back twice",
    (ok) => {
      ok({ status: 204 });
      ok({ status: 404 });
    },
    "resolved",
  ),
  thenable(
    "resolves and rejects",
    (ok, no) => {
      ok({ status: 204 });
      no(new Error("no"));
    },
    "resolved",
  ),
  thenable(
    "rejects and resolves",
    (ok, no) => {
      no(new Error("no"));
      ok({ status: 204 });
    },
    "network",
  ),
  thenable(
    "resolves and throws",
    (ok) => {
      ok({ status: 204 });
      fail();
    },
    "resolved",
  ),
  thenable("throws", fail, "network"),
  thenable(
    "calls back late, and again",
    (ok, no) => {
      setTimeout(ok, 1, { status: 204 });
      setTimeout(no, 2);
      setTimeout(ok, 90);
    },
    "resolved",
  ),
  thenable(
    "rejects late, and again",
    (ok, no) => {
      setTimeout(no, 1, "no");
      setTimeout(ok, 2, { status: 204 });
    },
    "network",
  ),
  { ...thenable("never calls back", () => {}, "timeout"), slow: true },
  {
    what: "a thenable whose then throws",
    make: () => () => ({
      get then() {
        return fail();
      },
    }),
    ends: ["network"],
  },
  { what: "a thenable in a thenable", make: () => () => nested(500), ends: ["resolved"] },
  {
    what: "a promise whose then is not its own",
    make: () => () => Object.assign(Promise.resolve(), { then: fail }),
    ends: ["network", "unexpected_response"],
  },
  {
    what: "a promise whose constructor throws",
    make: () => () => Object.defineProperty(Promise.resolve({ status: 204 }), "constructor", { get: fail }),
    ends: ["network"],
  },
];

function nested(depth) {
  return depth === 0 ? { status: 204 } : { then: (ok) => ok(nested(depth - 1)) };
}

/** Functions that throw or reject. */
const failures = [
  {
    what: "throws",
    make: (given) => () => {
      throw given.random.pick(anything)(given);
    },
    ends: ["network"],
  },
  {
    what: "throws nothing",
    make: () => () => {
      throw undefined;
    },
    ends: ["network"],
  },
  { what: "rejects", make: (given) => () => Promise.reject(given.random.pick(anything)(given)), ends: ["network"] },
  { what: "rejects with nothing", make: () => () => Promise.reject(), ends: ["network"] },
  {
    what: "rejects in another realm",
    make:
      ({ realm }) =>
      () =>
        realm.Promise.reject(new realm.Error("no")),
    ends: ["network"],
  },
  {
    what: "overflows the stack",
    make: () =>
      function again() {
        return again() + 1;
      },
    ends: ["network"],
  },
  { what: "a class", make: () => class {}, ends: ["network"] },
  { what: "a revoked Proxy", make: () => revoked(fail), ends: ["network"] },
  { what: "a throwing Proxy", make: () => throwingProxy(fail), ends: ["network"] },
  {
    what: "a builtin",
    make: ({ random }) => random.pick([Promise, Promise.resolve, Reflect.get, Symbol.prototype.toString, Function]),
    ends: ["network"],
  },
];

/** Functions that return something other than a response. */
const strange = [
  {
    what: "returns anything",
    make: (given) => () => given.random.pick(anything)(given),
    ends: ["unexpected_response", "network"],
  },
  {
    what: "resolves with anything",
    make: (given) => async () => given.random.pick(anything)(given),
    ends: ["unexpected_response", "network"],
  },
  {
    what: "a builtin that returns",
    make: ({ random }) => random.pick([Object, String, Symbol, Array, Boolean, structuredClone]),
    ends: ["unexpected_response"],
  },
  { what: "a generator", make: () => function* () {}, ends: ["unexpected_response"] },
  { what: "returns the call's own options", make: () => (_, init) => init, ends: ["unexpected_response"] },
  {
    what: "deletes its options",
    make: () => (_, init) => {
      for (const name of Object.keys(init)) delete init[name];
      return { status: 204 };
    },
    ends: ["resolved"],
  },
  {
    what: "freezes its options",
    make: () => (_, init) => ({ status: Object.freeze(init) && 204 }),
    ends: ["resolved"],
  },
];

/** Functions that call the package during its call. */
const reentrant = [
  {
    what: "makes a call",
    make:
      ({ callWithin }) =>
      () => {
        callWithin();
        return { status: 204 };
      },
    ends: ["resolved"],
  },
  { what: "returns a call", make: ({ callWithin }) => callWithin, ends: ["unexpected_response"] },
  {
    what: "a status that makes a call",
    make:
      ({ callWithin }) =>
      () => ({
        get status() {
          callWithin();
          return 204;
        },
      }),
    ends: ["resolved"],
  },
  {
    what: "headers that make a call",
    make:
      ({ callWithin }) =>
      () => ({ status: 429, headers: { get: callWithin } }),
    ends: ["rate_limited"],
  },
  {
    what: "json makes a call",
    make:
      ({ callWithin }) =>
      () => ({ status: 400, json: callWithin }),
    ends: ["unexpected_response"],
  },
  {
    what: "an error that makes a call",
    make:
      ({ callWithin }) =>
      () => ({
        status: 400,
        json: () => ({
          get error() {
            callWithin();
            return error("0").error;
          },
        }),
      }),
    ends: ["rejected"],
  },
  {
    what: "a thenable that makes a call",
    make:
      ({ callWithin }) =>
      () => ({
        then: (ok) => {
          callWithin();
          ok({ status: 204 });
          callWithin();
        },
      }),
    ends: ["resolved"],
  },
];

/** Functions that never settle. */
const silent = [
  { what: "never settles", make: () => never, ends: ["timeout"], slow: true },
  {
    what: "never settles in another realm",
    make:
      ({ realm }) =>
      () =>
        new realm.Promise(() => {}),
    ends: ["timeout"],
    slow: true,
  },
  {
    what: "a body that never ends",
    make: () => async () => new Response(new ReadableStream(), { status: 500 }),
    ends: ["timeout"],
    slow: true,
  },
  { what: "json never settles", make: () => () => ({ status: 400, json: never }), ends: ["timeout"], slow: true },
  {
    what: "json is a thenable that never calls back",
    make: () => () => ({ status: 400, json: () => ({ then() {} }) }),
    ends: ["timeout"],
    slow: true,
  },
];

const statuses = [
  0,
  101,
  200,
  204,
  205,
  302,
  400,
  404,
  422,
  429,
  500,
  599,
  600,
  65535,
  65536,
  -1,
  204.5,
  1e300,
  NaN,
  Infinity,
];
const codes = [
  "003-002",
  "",
  0,
  -0,
  1e21,
  NaN,
  Infinity,
  true,
  null,
  7n,
  Symbol("no"),
  {},
  [],
  new Number(3),
  "\ud800",
];

/** What `json` may return. */
const bodies = [
  ...codes.map((code) => () => error(code)),
  ...anything,
  () => ({}),
  () => ({ error: null }),
  () => ({ error: "no" }),
  () => ({
    get error() {
      return fail();
    },
  }),
  () => ({ error: throwingProxy() }),
  () => ({
    error: {
      code: "0",
      get description() {
        return fail();
      },
      get details() {
        return fail();
      },
    },
  }),
  () => ({ error: { code: "0", description: {}, details: throwingProxy() } }),
  () => ({ error: { code: "0", description: "\udc00", details: Symbol("no") } }),
  ({ realm }) => realm.JSON.parse('{"error":{"code":1,"details":{"__proto__":{"kind":"no"}}}}'),
];

const headers = [
  () => new Headers({ "Retry-After": "7" }),
  () => ({ get: () => "1e309" }),
  () => ({ get: () => Symbol("no") }),
  () => ({ get: fail }),
  () => ({ get: {} }),
  () => ({}),
  () => undefined,
  () => throwingProxy(),
];

/** An object like a response. */
function lookalike(given) {
  const { random } = given;
  const status = random.pick(statuses);
  const body = random.pick(bodies);
  const reading = random.pick([
    () => body(given),
    async () => body(given),
    fail,
    () => Promise.reject(new Error("no")),
  ]);
  const response = {
    status,
    headers: random.pick(headers)(given),
    json: random.pick([reading, reading, reading, {}, undefined]),
  };
  return random.chance(0.1) ? new Proxy(response, {}) : response;
}

/** The status that the call reports: a 16-bit number, 0 if it is not an integer. */
const reported = (status) => (Number.isInteger(status) && status > 0 && status <= 65535 ? status : 0);

function responses(given) {
  const { random, realm } = given;
  if (random.chance(0.5)) {
    const response = lookalike(given);
    return { fetch: random.pick([() => response, async () => response]), ends: endsOf(reported(response.status)) };
  }
  const status = random.pick([200, 204, 205, 400, 404, 422, 429, 500, 599]);
  const body = random.pick([
    "",
    "null",
    '{"error":{"code":0}}',
    "[".repeat(100_000),
    '{"error":{"code":"1","code":"2"}}',
    "\ufeff{}",
    "<html>",
  ]);
  const of = random.pick([globalThis, realm]);
  const response = new of.Response([204, 205].includes(status) ? null : body, {
    status,
    headers: { "Retry-After": random.pick(["1", "-1", "1e309", ""]) },
  });
  if (random.chance(0.2)) response.text();
  return { fetch: async () => response, ends: endsOf(status) };
}

const withStatus = [
  ...Array.from({ length: 12 }, () => ({ what: "a response", build: responses })),
  { what: "an error response", make: () => async () => Response.error(), ends: ["unexpected_response"] },
  { what: "a redirect", make: () => async () => Response.redirect("/"), ends: ["unexpected_response"] },
  {
    what: "a status that throws",
    make: () => () => ({
      get status() {
        return fail();
      },
    }),
    ends: ["unexpected_response"],
  },
  {
    what: "a status that is not a number",
    make:
      ({ random }) =>
      () => ({ status: random.pick(["204", null, [204], { valueOf: () => 204 }, 204n]) }),
    ends: ["unexpected_response"],
  },
];

export const fetches = [...thenables, ...failures, ...strange, ...reentrant, ...silent, ...withStatus];
