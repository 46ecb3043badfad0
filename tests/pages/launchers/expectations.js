// The facts about each engine that decide what the tests expect in it.

import { projectId } from "../../support/projects.js";

const qt5 = {
  default: { default: "file://", off: "null", on: "file://" },
  off: { default: "file://", off: "null", on: "file://" },
  on: { default: "any", off: "any", on: "any" },
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
    qtSettings: {
      default: { default: "blocked", off: "blocked", on: "blocked" },
      off: { default: "blocked", off: "blocked", on: "blocked" },
      on: { default: "any", off: "any", on: "any" },
    },
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

const rejection = { code: "003-020", description: "said", details: { field: ["a", 1], deep: { null: null } } };

/** The outcome of every call in `pages/calls.js`. */
export const outcomes = ({ abortReason }) => ({
  preload: "resolved",
  accepted: "resolved",
  passwordSet: "resolved",
  rejected: { kind: "rejected", fields: { status: 422, reason: "call_unavailable", ...rejection } },
  confirmRejected: { kind: "rejected", fields: { status: 422, reason: "call_unavailable", ...rejection } },
  rateLimited: {
    kind: "rate_limited",
    fields: { status: 429, code: "002-057", description: "said", reason: "too_many_attempts", retryAfterMs: 7000 },
  },
  html: { kind: "unexpected_response", fields: { status: 503 } },
  network: { kind: "network", fields: { offline: false }, cause: "TypeError" },
  timeout: { kind: "timeout", fields: { timeoutMs: 100 } },
  aborted: { kind: "aborted", fields: {}, ...(abortReason && { cause: "AbortError" }) },
  abortedWithReason: { kind: "aborted", fields: {}, ...(abortReason && { cause: "closed by the player" }) },
  invalid: {
    kind: "invalid_input",
    fields: {},
    issues: [
      "projectId: uuid",
      "username: username_length",
      "loginUrl: scheme",
      "locale: locale",
      "timeoutMs: milliseconds",
      "signal: abort_signal",
      "fetch: function",
      "user: unknown",
    ],
  },
  confirmInvalid: {
    kind: "invalid_input",
    fields: {},
    issues: ["newPassword: password_length", "resetCode: no_spaces", "userId: uuid"],
  },
  notAnObject: {
    kind: "invalid_input",
    fields: {},
    issues: ["options: object", "projectId: required", "username: required"],
  },
  emojiUsername: "resolved",
  emojiPassword: "resolved",
  shortEmojiPassword: { kind: "invalid_input", fields: {}, issues: ["newPassword: password_length"] },
  loneHighSurrogate: { kind: "invalid_input", fields: {}, issues: ["username: well_formed"] },
  loneLowSurrogate: { kind: "invalid_input", fields: {}, issues: ["username: well_formed"] },
  swappedSurrogates: { kind: "invalid_input", fields: {}, issues: ["newPassword: well_formed"] },
});

const resetCode = "ABJ8UKuTvNILBAEdfiKIpgHtiz6teYVPXMBFdpaw5mI";
const request = "password/reset/request";
const confirm = "password/reset/confirm";

/** The requests that those calls send; each exactly once. */
export const requests = [
  {
    name: "204",
    path: request,
    query: { projectId, login_url: "game://home?a=b", locale: "pt_BR" },
    body: { username: "John" },
  },
  {
    name: "204",
    path: confirm,
    query: { projectId },
    body: { new_password: "battery staple", reset_code: resetCode, user_id: projectId, verify_code: "7" },
  },
  { name: "422", path: request, query: { projectId }, body: { username: "John" } },
  { name: "422", path: confirm, query: { projectId }, body: { new_password: "battery staple", reset_code: resetCode } },
  { name: "429", path: request, query: { projectId }, body: { username: "John" } },
  { name: "503", path: request, query: { projectId }, body: { username: "John" } },
  { name: "emoji", path: request, query: { projectId }, body: { username: "Lena 😀 \u{1f468}\u200d\u{1f469}" } },
  { name: "emoji", path: confirm, query: { projectId }, body: { new_password: "😀😀😀😀😀😀", reset_code: resetCode } },
];

/** Globals that a page, or an engine, may lack. */
export const needed = ["WebAssembly", "fetch", "AbortController", "URLSearchParams"];
