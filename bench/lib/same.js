// Checks that the hand-written client behaves as the package does. Otherwise a comparison would be meaningless.

import assert from "node:assert/strict";

const id = "11111111-1111-4111-8111-111111111111";
const request = { projectId: id, username: "John" };
const confirm = { projectId: id, newPassword: "secret", resetCode: "abc" };
/** The options, with one whose getter throws. */
const throwing = (name) => Object.defineProperty({ ...request }, name, { enumerable: true, get: () => assert.fail() });

const valuesOf = {
  username: [
    "",
    " ",
    " John\n",
    "Jo\0hn",
    "Jo\ud800hn",
    "a".repeat(255),
    "a".repeat(256),
    "👩‍🚀".repeat(85),
    "👩‍🚀".repeat(86),
  ],
  loginUrl: [
    "https://example.com/a?b=c&d=%20#e",
    "https://u@a:8/",
    "https://[2001:db8::1]:443/",
    "mygame://login",
    "urn:isbn:123",
    "/login",
    "example.com:443/a",
    "localhost:3000",
    "https:",
    "https://",
    "https://:443",
    "https://a:port",
    "https:\\\\a",
    "JavaScript:x",
    "data:x",
    "blob:x",
    "file:///x",
    "https://a b",
    "1game://x",
    "mygame:",
  ],
  locale: ["pt_BR", "PT-br", "fil_PH", "en", "en_XXX", "e_XX", "12_34", ""],
  baseUrl: [
    "https://a/b/",
    "http://localhost:1/api",
    "http://127.0.0.1",
    "http://[::1]:8",
    "http://a.com",
    "http://127.0.0.1.a",
    "ftp://localhost",
    "https://",
    "https://u@a",
    "https://a?",
    "https://a#",
    "a",
    "",
    "https://a b",
  ],
  timeoutMs: [0, 1.5, -1, NaN, Infinity, 2147483648, "1"],
};
const requests = [
  request,
  ...[undefined, null, 42, "text", [], {}, () => {}],
  { projectId: "no", username: "", loginUrl: 1, locale: 2, baseUrl: 3, timeoutMs: "4", signal: 5, fetch: 6 },
  ...Object.entries(valuesOf).flatMap(([name, values]) => values.map((value) => ({ ...request, [name]: value }))),
  ...["projectId", "username", "loginUrl", "signal", "fetch"].map(throwing),
  { ...request, login_url: "x", email: "y", timeout: 1, retries: 2, "": 3 },
  { ...request, signal: AbortSignal.abort() },
  { ...request, signal: AbortSignal.abort("why") },
  { ...request, signal: { aborted: false } },
];
const confirms = [
  confirm,
  {},
  ...["12345", "é".repeat(100), "é".repeat(101), " \0 secret "].map((newPassword) => ({ ...confirm, newPassword })),
  ...["", "a b", "a\0b", "\u2028", "é"].map((resetCode) => ({ ...confirm, resetCode, verifyCode: resetCode })),
  ...[id, "x", 1].map((userId) => ({ ...confirm, userId })),
];

const json = (status, body, headers) => async () => new Response(JSON.stringify(body), { status, headers });
const error = (code, more) => ({ error: { code, description: "said", ...more } });
const responses = [
  async () => new Response(null, { status: 204 }),
  async () => new Response("", { status: 200 }),
  ...[400, 401, 404, 422, 500].map((status) => json(status, error("003-019", { details: { a: [1] } }))),
  json(422, error(0)),
  json(422, error("what", { details: null })),
  json(422, { error: { code: "0" } }),
  json(422, error(null)),
  json(422, error("003-024"), { "Retry-After": "7" }),
  ...[undefined, "7", "007", "soon", "", "-1", "9007199254741", "Wed, 01 Jan 1986 00:00:00 GMT"].map((wait) =>
    json(429, error("002-058"), wait === undefined ? {} : { "Retry-After": wait }),
  ),
  json(429, error("010-007")),
  json(429, {}),
  ...[null, 42, "text", [], {}, { error: null }].map((body) => json(422, body)),
  async () => new Response("<html>", { status: 503 }),
  async () => ({ status: 422, json: async () => error("0") }),
  async () => ({}),
  async () => undefined,
  async () => ({
    get status() {
      return assert.fail();
    },
  }),
  async () => ({
    status: 422,
    json() {
      throw 1;
    },
  }),
  () => ({ status: 204 }),
  async () => {
    throw new TypeError("Failed to fetch");
  },
  () => {
    throw "synchronously";
  },
  () => new Promise(() => {}),
  async () => ({ status: 422, json: () => new Promise(() => {}) }),
];

/** The behaviour of a call, as its caller and the network see it. */
async function outcome(call, options, respond) {
  const sent = [];
  const fetch = (url, { signal, ...init }) => {
    sent.push({ url, init, signal: signal instanceof AbortSignal });
    return respond();
  };
  const failed = ({ name, message, cause, ...fields }) => ({ name, message, cause, fields });
  return { result: await call(withDefaults(options, { fetch, timeoutMs: 20 })).catch(failed), sent };
}

/** Adds options that are missing, without running the getters of the others. */
function withDefaults(options, defaults) {
  if (typeof options !== "object" || options === null) return options;
  const present = Object.getOwnPropertyDescriptors(options);
  return Object.create(null, { ...Object.getOwnPropertyDescriptors(defaults), ...present });
}

/** Throws at the first difference; returns how many calls were compared. */
export async function sameBehaviour(ours, byHand) {
  const cases = [
    ...requests.map((options) => ({ name: "requestPasswordReset", options, respond: responses[0] })),
    ...confirms.map((options) => ({ name: "confirmPasswordReset", options, respond: responses[0] })),
    ...responses.flatMap((respond) => [
      { name: "requestPasswordReset", options: request, respond },
      { name: "confirmPasswordReset", options: confirm, respond },
    ]),
  ];
  for (const { name, options, respond } of cases) {
    const expected = await outcome(ours[name], options, respond);
    assert.deepEqual(await outcome(byHand[name], options, respond), expected);
  }
  return cases.length;
}
