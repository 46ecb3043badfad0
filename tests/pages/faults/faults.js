// The table of faults: the behaviour of a server, and the expected outcome of a call to it.

import { ALLOWS, briefly, drip, ERROR, forever, HTML, reset, response, send, silence } from "./server.js";

/**
 * @typedef {object} Fault
 * @property {string} name
 * @property {"elsewhere" | "port" | "connection" | "preflight" | "post"} at where it happens: at a base URL of no server of
 *   ours, at a port on which nothing listens, on a connection before anything is read, or in a response
 * @property {Buffer | import("./server.js").Step[]} script the response, or the steps of the server
 * @property {string} [baseUrl] if it is elsewhere
 * @property {string} [scheme] of the base URL
 * @property {boolean} [keepsConnection] whether the browser may send the POST on the connection of the preflight
 * @property {object} expected how the call settles, and the fields of its error; `null` if it has none
 * @property {string} [why] the reason, where it is not obvious
 * @property {number[]} posts how many POSTs may arrive, at least and at most
 * @property {Record<string, { expected?: object, posts?: number[], why: string }>} differs the browsers where one of these differs
 * @property {number} timeoutMs the call's time limit
 * @property {boolean} isAborted whether the caller aborts the call once the POST has arrived
 */

const accepted = { kind: "accepted" };
/** No response, or none that the page may read. */
const network = { kind: "network" };
/** No complete response in time. */
const timeout = { kind: "timeout" };
const aborted = { kind: "aborted" };
/** An error object with this code was read: by default, the documented one. */
const rejected = (status, code = "003-019") => ({ kind: "rejected", status, code });
/** Too many requests, with the milliseconds to wait, if there are any. */
const limited = (retryAfterMs = null) => ({ kind: "rate_limited", status: 429, retryAfterMs });
/** A response that the API does not document. */
const unexpected = (status) => ({ kind: "unexpected_response", status });

/** Longer than any call that gets a response takes, even on a busy machine. */
const LONG_LIMIT_MS = 120_000;
/** For calls that time out. */
const SHORT_LIMIT_MS = 2500;

/**
 * A fault in the response to the POST.
 *
 * @returns {Fault}
 */
const post = (name, script, expected, options = {}) => ({
  name,
  at: "post",
  script,
  scheme: "http",
  expected,
  posts: [1, 1],
  differs: {},
  timeoutMs: expected.kind === "timeout" ? SHORT_LIMIT_MS : LONG_LIMIT_MS,
  isAborted: expected.kind === "aborted",
  ...options,
});

/** A fault in the response to the preflight, which must succeed before the POST is sent. */
const preflight = (name, script, expected) =>
  post(name, script, expected, { at: "preflight", posts: expected === accepted ? [1, 1] : [0, 0] });

/** A fault before any request is sent. */
const earlier = (name, script, expected, options) =>
  post(name, script, expected, { at: "connection", posts: [0, 0], ...options });

/** Another outcome in these browsers, and why. */
const inChromium = (expected, why) => ({ differs: { chromium: { expected, why } } });
const inFirefox = (expected, why) => ({ differs: { firefox: { expected, why } } });
const inWebkit = (expected, why) => ({ differs: { webkit: { expected, why } } });

/** The outcome in Firefox of a body that is invalid from its start. */
const LATE = "it reports a response when its body begins";

const bytes = (text) => Buffer.from(text, "latin1");
const error = (status, ...headers) => response(status, { headers, body: ERROR });
const html = (status, ...headers) => response(status, { headers: ["Content-Type: text/html", ...headers], body: HTML });
const bare = (status, ...headers) => response(status, { headers });

/** The connection fails, or is slow. */
function connections() {
  const noContent = response(204);
  const cutHeaders = "HTTP/1.1 204 No Content\r\nAccess-Con";
  const cutJson = '{"error":';
  const promise = (status) => send(response(status, { hasLength: false, headers: ["Content-Length: 1000"] }));
  const chunked = (status) => send(response(status, { hasLength: false, headers: ["Transfer-Encoding: chunked"] }));
  const blankChunks = forever("4\r\n    \r\n");
  return [
    earlier("refuses the connection", [], network, { at: "port" }),
    earlier("a port that browsers block", [], network, { at: "elsewhere", baseUrl: "http://127.0.0.1:6667" }),
    earlier("no TLS where TLS is expected", response(400), network, { scheme: "https" }),
    earlier("TLS expected, silence", [silence], timeout, { scheme: "https" }),
    earlier("accepts and stays silent", [silence], timeout),
    earlier("accepts and closes", [], network),
    earlier("accepts and resets", [reset], network),
    post("silent", [silence], timeout),
    post("silent, aborted by the caller", [silence], aborted),
    post("silent within the status line", [send("HTTP/1.1 2"), silence], timeout),
    post("silent within the headers", [send(cutHeaders), silence], timeout),
    post("silent after the headers", [promise(400), silence], timeout),
    post("silent within the body", [promise(400), send(cutJson), silence], timeout),
    post("silent after the headers, aborted by the caller", [promise(400), silence], aborted),
    post("one byte a second", [drip(noContent, 1000)], timeout),
    post("one byte a second, aborted by the caller", [drip(noContent, 1000)], aborted),
    post("one byte of the body a second", [promise(400), drip(ERROR, 1000)], timeout),
    post("one byte each 5 ms", [drip(noContent, 5)], accepted),
    post("one byte each 5 ms, an error", [drip(error(404), 5)], rejected(404)),
    post("closes without a response", [], network),
    post("closes without a response on a kept connection", [], network, {
      keepsConnection: true,
      posts: [2, 2],
      why: "the browser sends it again on a new connection, and does not report it to the page",
      differs: {
        firefox: { posts: [1, 2], why: "it does so, too, unless it has sent the POST on a new connection at once" },
        webkit: { posts: [1, 1], why: "it does not" },
      },
    }),
    post("closes within the headers", [send(cutHeaders)], network),
    post("closes after the headers", [promise(503)], unexpected(503)),
    post("closes early under a Content-Length", [promise(400), send(cutJson)], unexpected(400)),
    post(
      "closes early under a Content-Length, after JSON",
      [promise(400), send(ERROR)],
      rejected(400),
      inChromium(unexpected(400), "it passes through no body that is too short"),
    ),
    post("closes within a chunk", [chunked(400), send("ff\r\n"), send(cutJson)], unexpected(400)),
    post("resets without a response", [reset], network),
    post("resets within the headers", [send(cutHeaders), briefly, reset], network),
    post("resets after the headers", [promise(400), briefly, reset], unexpected(400), inFirefox(network, LATE)),
    post("resets within the body", [promise(400), send(cutJson), briefly, reset], unexpected(400)),
    post("resets after a 204", [send(noContent), briefly, reset], accepted),
    post("endless body", [send(response(502, { hasLength: false })), forever(" ".repeat(1024))], timeout),
    post("endless chunked body", [chunked(400), blankChunks], timeout),
    post("endless chunked body of a 200", [chunked(200), blankChunks], unexpected(200)),
    post("endless headers", [send("HTTP/1.1 400 Bad\r\n"), forever("A: b\r\n")], timeout),
  ];
}

/** Responses that are not HTTP, or are invalid HTTP. */
function framing() {
  const replaced = (from, to) => [send(error(404).toString().replaceAll(from, to))];
  const long = (...lengths) =>
    response(404, { hasLength: false, headers: lengths.map((length) => `Content-Length: ${length}`), body: ERROR });
  const chunks = (body) => response(404, { hasLength: false, headers: ["Transfer-Encoding: chunked"], body });
  /** @type {(coding: string, body?: string | Buffer) => Buffer} */
  const coded = (coding, body = ERROR) => response(404, { headers: [`Content-Encoding: ${coding}`], body });
  const longHeaders = Array.from({ length: 2000 }, (_, number) => `A-${number}: ${"b".repeat(200)}`);
  return [
    post("not HTTP", [send("SSH-2.0-OpenSSH_9.6\r\n")], network),
    post("bytes of HTTP/2", [send(bytes("\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0\x80"))], network),
    post("bytes of TLS", [send(bytes("\x15\x03\x03\0\x02\x02\x28"))], network),
    post("a status of letters", error("abc Bad"), network, inChromium(unexpected(200), "it reads it as 200")),
    post("HTTP/1.0", replaced("HTTP/1.1", "HTTP/1.0"), rejected(404)),
    post("HTTP/9.9", replaced("HTTP/1.1", "HTTP/9.9"), network, inChromium(rejected(404), "it reads it as HTTP/1.1")),
    post("lines that end with LF", replaced("\r\n", "\n"), rejected(404)),
    post("a header without a colon", error(404, "no colon here"), rejected(404)),
    post("a header with a NUL", error(404, "A: b\0c"), network),
    post("a header of 1 MB", error(404, `A: ${"b".repeat(2 ** 20)}`), network),
    post("2,000 long headers", error(404, ...longHeaders), network),
    post("Content-Length: -1", long("-1"), rejected(404)),
    post("Content-Length: many", long("many"), rejected(404), inWebkit(network, "it takes no such response")),
    post("Content-Length: 20 digits", long("99999999999999999999"), rejected(404)),
    post("Content-Length: too small", long("9"), unexpected(404)),
    post("Content-Length: twice", long("7", "70"), network, inWebkit(rejected(404), "it believes the last one")),
    post("Content-Length: missing", long(), rejected(404)),
    post("a chunk of letters for a size", chunks("zz\r\n{}\r\n0\r\n\r\n"), unexpected(404), inFirefox(network, LATE)),
    post(
      "a chunk past all bounds",
      chunks("ffffffffffffffffff\r\n{}\r\n0\r\n\r\n"),
      unexpected(404),
      inFirefox(network, LATE),
    ),
    post("a chunk longer than it says", chunks("2\r\n{}{}{}\r\n0\r\n\r\n"), unexpected(404), inFirefox(network, LATE)),
    post("no last chunk", chunks("2\r\n{}\r\n"), unexpected(404)),
    post(
      "gzip that is not",
      coded("gzip"),
      unexpected(404),
      inWebkit(rejected(404), "it passes through what it cannot decompress"),
    ),
    post("gzip cut short", coded("gzip", bytes("\x1f\x8b\x08\0\0\0\0\0\0\x03\xab\x56")), unexpected(404)),
    post("brotli that is not", coded("br"), unexpected(404)),
    post("an unknown encoding", coded("rot13"), rejected(404)),
    post("gzip of nothing, with a 204", bare(204, "Content-Encoding: gzip"), accepted),
  ];
}

/** Complete responses with a status that the API does not document, or without the parts that it requires. */
function statuses() {
  const hints = "HTTP/1.1 103 Early Hints\r\n\r\n";
  const noStatus = "it takes no status below 100";
  // To the path of the call: an endless loop if redirects were followed.
  const looping = (status) => bare(status, "Location: request");
  const asking = (status, who) => error(status, `${who}-Authenticate: Basic realm="Login"`);
  const then204 = (before) => [send(before), send(response(204))];
  return [
    post("100, then 204", then204("HTTP/1.1 100 Continue\r\n\r\n"), accepted),
    post("102, then 204", then204("HTTP/1.1 102 Processing\r\n\r\n"), accepted),
    post("103, then 204", then204(hints), accepted),
    post("20 times 103, then 204", then204(hints.repeat(20)), accepted),
    post("103, then nothing", [send(hints)], network),
    post("103 forever", [forever(hints)], timeout),
    post(
      "101 as the response",
      bare(101, "Upgrade: chat"),
      network,
      inFirefox(unexpected(101), "it treats it as any other response"),
    ),
    post("200 without a body", bare(200), unexpected(200)),
    post("200 with the error object", error(200), unexpected(200)),
    post("200 with HTML", html(200), unexpected(200)),
    post("202", bare(202), unexpected(202)),
    post("204 with a body", response(204, { headers: ["Content-Length: 4"], body: "null" }), accepted),
    post("204 with the error object", error(204), accepted),
    post("204 that promises a body", bare(204, "Content-Length: 1000"), accepted),
    post("204 without a reason", bare("204"), accepted),
    post("204 with a cookie", bare(204, "Set-Cookie: player=1; Path=/"), accepted),
    post("205", bare(205), unexpected(205)),
    post("205 with a body", error(205), unexpected(205)),
    post("206 of nothing", bare(206), unexpected(206)),
    post("300", looping(300), unexpected(300)),
    ...[301, 302, 303, 307, 308].map((status) => post(`${status} to itself`, looping(status), unexpected(0))),
    post("302 to a page", bare(302, "Location: /guests/welcome.html"), unexpected(0)),
    post("302 to a script", bare(302, "Location: javascript:alert(1)"), unexpected(0)),
    post("302 to nowhere", bare(302), unexpected(0)),
    post("304", bare(304), unexpected(304)),
    post("401 that asks for a password", asking(401, "WWW"), rejected(401)),
    post("407", asking(407, "Proxy"), rejected(407), inChromium(network, "it takes it only from a proxy")),
    post("408", error(408), rejected(408)),
    post("413 with HTML", html(413), unexpected(413)),
    post("421", error(421), rejected(421), {
      posts: [2, 2],
      why: "a browser may retry on a new connection (RFC 9110, section 15.5.20); all do",
    }),
    post("425", error(425), rejected(425)),
    post("429 with HTML", html(429), limited()),
    post("500 without a body", bare(500), unexpected(500)),
    post("500 with the error object", error(500), rejected(500)),
    ...[502, 503, 504].map((status) => post(`${status} with HTML`, html(status), unexpected(status))),
    post("503 that reloads", bare(503, "Refresh: 0; url=/"), unexpected(503)),
    post("600", error(600), unexpected(600)),
    post("999", error(999), unexpected(999)),
    post("000", error("000 Low"), unexpected(0), inWebkit(network, noStatus)),
    post("099", error("099 Low"), unexpected(99), inWebkit(network, noStatus)),
    post("2040", error("2040 Long"), network, inChromium(unexpected(2040), "it takes any number for a status")),
  ];
}

/** Error responses whose body is very large, or not what its header says. What is no error object: `hostile/page/fetches.js`. */
function bodies() {
  const tenMegabytes = 10 * 1024 * 1024;
  const long = `{"error":{"code":"0","description":"${"x".repeat(tenMegabytes)}"}}`;
  const says = (name, body, expected = unexpected(400)) => post(name, response(400, { body }), expected);
  return [
    says("10 MB of HTML", HTML + " ".repeat(tenMegabytes)),
    says("10 MB of zeros", Buffer.alloc(tenMegabytes)),
    says("10 MB of description", long, rejected(400, "0")),
    says("100,000 errors", `[${`${ERROR},`.repeat(100_000)}0]`),
    says("JSON after a byte order mark", `\ufeff${ERROR}`, rejected(400)),
    says("JSON in UTF-16", Buffer.from(ERROR, "utf16le")),
    says("invalid UTF-8 before JSON", bytes(`\xff\xfe${ERROR}`)),
    says("invalid UTF-8 in the code", bytes('{"error":{"code":"\xff"}}'), rejected(400, "\ufffd")),
    says("HTML called JSON", HTML),
    post("JSON called HTML", error(400, "Content-Type: text/html"), rejected(400)),
    post("JSON called JavaScript", error(400, "Content-Type: text/javascript"), rejected(400)),
    post("JSON in an unknown charset", error(400, "Content-Type: application/json; charset=none"), rejected(400)),
  ];
}

/** What a page may read of a `Retry-After` header. What it means: `src/response.rs`. */
function waits() {
  const busy = (...values) => values.map((value) => `Retry-After: ${value}`);
  const shown = (...values) => ["Access-Control-Expose-Headers: Retry-After", ...busy(...values)];
  return [
    post("Retry-After: 7", error(429, ...shown("7")), limited(7000)),
    post("Retry-After: 007, blanks around", error(429, ...shown("  007\t ")), limited(7000)),
    post("Retry-After: hidden from the page", error(429, ...busy("7")), limited()),
    post("Retry-After: missing", error(429), limited()),
    post("Retry-After: twice", error(429, ...shown("7", "9")), limited()),
    post("Retry-After: 7, without a body", bare(429, ...shown("7")), limited(7000)),
  ];
}

/** Responses that the page may not read, and preflights that fail. */
function cors() {
  const hidden = (status, headers = [], body = "") => response(status, { isReadable: false, headers, body });
  const allows = (origin, ...headers) => hidden(204, [`Access-Control-Allow-Origin: ${origin}`, ...headers]);
  const allowsHeader = (name) => bare(204, `Access-Control-Allow-Headers: ${name}`);
  const other = "http://127.0.0.1:1";
  return [
    post("no CORS with a 204", hidden(204), network),
    // The next call shows that the same server has them for a 204.
    post("no CORS with an error", hidden(400, [], ERROR), network),
    post("no CORS with a 429", hidden(429, ["Retry-After: 7"]), network),
    post("no CORS with a 502 of HTML", hidden(502, ["Content-Type: text/html"], HTML), network),
    post("no CORS with a redirect", hidden(302, ["Location: request"]), network),
    post("CORS for another origin", allows(other), network),
    post("CORS for the origin null", allows("null"), network),
    post("CORS for no origin", allows(""), network),
    post("CORS for a list of origins", allows(`${other}, *`), network),
    post("CORS twice", allows("*", "Access-Control-Allow-Origin: *"), network),
    post("same-origin only", error(404, "Cross-Origin-Resource-Policy: same-origin"), rejected(404)),
    post("nosniff", error(404, "Content-Type: text/html", "X-Content-Type-Options: nosniff"), rejected(404)),
    preflight("preflight: no CORS", hidden(204), network),
    preflight("preflight: for another origin", allows(other, ...ALLOWS), network),
    preflight("preflight: no header allowed", bare(204), network),
    preflight("preflight: another header allowed", allowsHeader("X-Other"), network),
    preflight("preflight: headers that are none", allowsHeader("Content-Type, \u{1f573}"), network),
    preflight("preflight: 403", bare(403, ...ALLOWS), network),
    preflight("preflight: 500 with HTML", html(500, ...ALLOWS), network),
    preflight("preflight: 302", bare(302, ...ALLOWS, "Location: request"), network),
    preflight("preflight: closes without a response", [], network),
    preflight("preflight: resets", [reset], network),
    preflight("preflight: silent", [silence], timeout),
    preflight("preflight: not HTTP", [send("what?\r\n\r\n")], network),
    preflight("preflight: one byte a second", [drip(bare(204, ...ALLOWS), 1000)], timeout),
    preflight("preflight: 200 with a body, allowed", error(200, ...ALLOWS), accepted),
  ];
}

/** @type {Fault[]} */
export const faults = [connections, framing, statuses, bodies, waits, cors].flatMap((group) => group());
