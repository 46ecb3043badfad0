// The facts about each engine that decide what the tests expect in it.

import { projectId } from "../../support/projects.js";

const whatever = (access) => ({ default: access, off: access, on: access });
const qt5 = {
  default: { default: "file://", off: "null", on: "file://" },
  off: { default: "file://", off: "null", on: "file://" },
  on: whatever("any"),
};
const qt6 = {
  default: { default: "blocked", off: "no scripts", on: "blocked" },
  off: { default: "blocked", off: "no scripts", on: "blocked" },
  on: { default: "file://", off: "no scripts", on: "file://" },
};

/** What most engines are like: today's Chromium. */
const today = {
  abortReason: true,
  wasmUnsafeEval: true,
  adoptedStyleSheets: true,
  fileOrigin: "null",
  fileAccess: "null",
  emulatesOffline: true,
};
/** Chromium before 97. */
const before97 = { ...today, abortReason: false, wasmUnsafeEval: false };
const before73 = { ...before97, adoptedStyleSheets: false };
const fileApp = { ...today, fileOrigin: "file://", fileAccess: "file://" };
const qt515 = { ...before97, fileOrigin: undefined, fileAccess: "any", schemeModules: true, language: "pt" };

/**
 * - `belowFloor`: older than the package supports: it may work, or must report what is missing.
 * - `abortReason`: `AbortSignal.reason` exists (Chromium 98).
 * - `wasmUnsafeEval`: the policy's word 'wasm-unsafe-eval' is understood (Chromium 97); otherwise only 'unsafe-eval'
 *   permits WebAssembly.
 * - `adoptedStyleSheets`: they exist (Chromium 73, Safari 16.4); otherwise a strict style-src needs a nonce.
 * - `fileOrigin`: the origin that pages from file:// send.
 * - `fileAccess`: what pages from file:// may request: see `fileAccessOf` in `lib/calls.js`.
 * - `qtSettings`: the same in QtWebEngine, for the values of LocalContentCanAccessRemoteUrls, and below them those of
 *   LocalContentCanAccessFileUrls. The tests of the calls have both on.
 * - `schemeModules`: module scripts load from a scheme of the program's own.
 * - `language`: `navigator.language`, for a player with pt_BR in Qt and C in GTK.
 * - `darkens`: it has Qt's setting `ForceDarkMode`.
 * - `emulatesOffline`: DevTools can take it offline.
 * - `lacks`: the globals that the package needs and that are missing.
 */
export const expectations = {
  "chromium-64": { ...before73, belowFloor: true, lacks: ["AbortController"] },
  "chromium-67": { ...before73, belowFloor: true },
  "qt-5.12": { ...before73, fileAccess: "any", emulatesOffline: false, language: "pt", qtSettings: qt5 },
  "qt-5.15": { ...qt515, qtSettings: qt5 },
  "chromium-92": before97,
  "chromium-102": today,
  "chromium-today": today,
  "qt-5.15.19": {
    ...qt515,
    qtSettings: { default: whatever("blocked"), off: whatever("blocked"), on: whatever("any") },
  },
  "qt-6.11": { ...fileApp, schemeModules: true, language: "pt", qtSettings: qt6, darkens: true },
  "qt-6.12": {
    ...fileApp,
    schemeModules: true,
    language: "pt",
    qtSettings: { ...qt6, on: { ...qt6.on, default: "no scripts" } },
    darkens: true,
  },
  "pywebview-qt": { ...today, fileOrigin: undefined, fileAccess: "blocked" },
  "pywebview-gtk": { ...fileApp, emulatesOffline: false, language: "C" },
  "wpe-2.38": { ...today, adoptedStyleSheets: false, emulatesOffline: false },
};

const resetCode = "ABJ8UKuTvNILBAEdfiKIpgHtiz6teYVPXMBFdpaw5mI";
/** The required options of each call. */
export const required = {
  request: { projectId, username: "John" },
  confirm: { projectId, newPassword: "battery staple", resetCode },
};
/** The names under which options are sent, in the query and in the body. */
const inQuery = { projectId: "projectId", loginUrl: "login_url", locale: "locale" };
const inBody = {
  ...{ username: "username", newPassword: "new_password", resetCode: "reset_code" },
  ...{ userId: "user_id", verifyCode: "verify_code" },
};
const renamed = (options, names) =>
  Object.fromEntries(Object.keys(names).flatMap((name) => (name in options ? [[names[name], options[name]]] : [])));

/**
 * Every call, with its outcome and, if the server is certain to receive one, the request that is sent. The server responds as
 * `support/login.js` says for the name `to`.
 *
 * @param {{ abortReason: boolean }} expected of the engine
 * @param {{ api: string, closed: string }} server
 */
export function callsIn({ abortReason }, server) {
  const planned =
    (call) =>
    (name, to, more, outcome = /** @type {any} */ ("resolved")) => {
      const options = { ...required[call], ...more };
      // A call that is aborted or times out may or may not reach it.
      const isReceived = !["closed", "silent"].includes(to) && outcome.kind !== "invalid_input";
      const [query, body] = [renamed(options, inQuery), renamed(options, inBody)];
      const sent = isReceived ? { name: to, path: `password/reset/${call}`, query, body } : undefined;
      return {
        name,
        call,
        argument: { baseUrl: to === "closed" ? server.closed : server.api + to, ...options },
        outcome,
        sent,
      };
    };
  const [request, confirm] = [planned("request"), planned("confirm")];
  const invalid = (...issues) => ({ kind: "invalid_input", fields: {}, issues });
  const aborted = (cause) => ({ kind: "aborted", fields: {}, ...(abortReason && { cause }) });
  const said = { description: "said", status: 422, code: "003-020", reason: "call_unavailable" };
  const rejected = { kind: "rejected", fields: { ...said, details: { field: ["a", 1], deep: { null: null } } } };
  const limit = { description: "said", status: 429, code: "002-057", reason: "too_many_attempts" };
  const wrong = { projectId: "1", username: "", loginUrl: "javascript:1", locale: "x", timeoutMs: 0.5 };
  return [
    request("accepted", "204", { loginUrl: "game://home?a=b", locale: "pt_BR" }),
    confirm("password set", "204", { userId: projectId, verifyCode: "7" }),
    request("rejected", "422", {}, rejected),
    confirm("password rejected", "422", {}, rejected),
    request("limited", "429", {}, { kind: "rate_limited", fields: { ...limit, retryAfterMs: 7000 } }),
    request("HTML", "503", {}, { kind: "unexpected_response", fields: { status: 503 } }),
    request("network", "closed", {}, { kind: "network", fields: { offline: false }, cause: "TypeError" }),
    request("timeout", "silent", { timeoutMs: 100 }, { kind: "timeout", fields: { timeoutMs: 100 } }),
    { ...request("aborted", "silent", {}, aborted("AbortError")), abort: [] },
    {
      ...request("aborted, for a reason", "silent", {}, aborted("closed by the player")),
      abort: ["closed by the player"],
    },
    request(
      "invalid",
      "204",
      { ...wrong, signal: {}, fetch: 1, user: 1 },
      invalid(
        ...["projectId: uuid", "username: username_length", "loginUrl: scheme", "locale: locale"],
        ...["timeoutMs: milliseconds", "signal: abort_signal", "fetch: function", "user: unknown"],
      ),
    ),
    confirm(
      "invalid password",
      "204",
      { newPassword: "12345", resetCode: " ", userId: "x" },
      invalid("newPassword: password_length", "resetCode: no_spaces", "userId: uuid"),
    ),
    {
      ...request("no object", "204", {}, invalid("options: object", "projectId: required", "username: required")),
      argument: "John",
    },
    request("username with emoji", "emoji", { username: "Lena 😀 \u{1f468}\u200d\u{1f469}" }),
    confirm("password of emoji", "emoji", { newPassword: "😀😀😀😀😀😀" }),
    request("lone high surrogate", "204", { username: "a\ud83d" }, invalid("username: well_formed")),
  ];
}
