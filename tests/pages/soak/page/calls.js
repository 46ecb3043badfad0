// Many calls at once that end in every way. The page counts them, and the `fetch` that they are given.

import "../../../support/page/watch.js";
import { confirmPasswordReset, requestPasswordReset } from "/dist/index.js";
import { outcomes } from "../../../support/page/watch.js";
import { projectId } from "../../../support/projects.js";

export { state } from "../../../support/page/watch.js";

const error = JSON.stringify({ error: { code: "003-019", description: "said", details: { list: [1, 2, 3] } } });
const never = () => new Promise(() => {});
const respond = (status, body, headers) => async () => new Response(body, { status, headers });
const fail = () => Promise.reject(new TypeError("Failed to fetch"));

/** Longer than any of these calls takes, except those that must time out. */
const timeoutMs = 600_000;

/** For each way to end: `fetch`, more options, and when the caller aborts, before or during the call. */
const cases = {
  resolved: { fetch: respond(204, null) },
  rejected: { fetch: respond(422, error) },
  rate_limited: { fetch: respond(429, error, { "Retry-After": "7" }) },
  unexpected_response: { fetch: respond(503, "<html>") },
  network: { fetch: fail },
  timeout: { fetch: never, more: { timeoutMs: 1 } },
  aborted: { fetch: never, abort: "during" },
  aborted_before: { fetch: never, abort: "before" },
  invalid_input: { fetch: never, more: { locale: "x", userId: "x", retries: 3 } },
};

const request = { projectId, username: "John", loginUrl: "mygame://login", locale: "pt-BR" };
const confirmation = { projectId, newPassword: "correct horse", resetCode: "abc", userId: projectId };

const add = (counts, name) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Counts the end of a call: by the name of its case, if it is the expected one. */
const count = (counts, name, expected, call) => {
  const end = (kind) => add(counts, kind === expected ? name : `${name}: ${kind}`);
  return call.then(
    () => end("resolved"),
    ({ kind }) => end(kind),
  );
};

/** Makes `total` calls, `atOnce` of them at a time. Returns how many of each case were started, sent and ended. */
export async function soak(total, atOnce) {
  const names = Object.keys(cases);
  const [started, sent, ended] = [{}, {}, {}];
  for (let done = 0; done < total; done += atOnce) {
    const controllers = [];
    const calls = Array.from({ length: atOnce }, (_, index) => {
      const name = names[(done + index) % names.length];
      const { fetch, more, abort } = cases[name];
      const controller = new AbortController();
      if (abort === "before") controller.abort();
      if (abort === "during") controllers.push(controller);
      const watched = (...args) => {
        add(sent, name);
        return fetch(...args);
      };
      const options = { timeoutMs, signal: controller.signal, fetch: watched, ...more };
      add(started, name);
      const isRequest = (done + index) % 2 === 0;
      const call = isRequest
        ? requestPasswordReset({ ...request, ...options })
        : confirmPasswordReset({ ...confirmation, ...options });
      return count(ended, name, name.replace("_before", ""), call);
    });
    // A few turns later they wait for their responses.
    for (let turn = 0; turn < 20; turn++) await null;
    for (const controller of controllers) controller.abort();
    await Promise.all(calls);
  }
  return { started, sent, ended };
}

/** Calls the server of this page with the browser's `fetch`, for the players `from` to `to` at once. */
export async function callServer(from, to) {
  const expected = { ...outcomes, silent: "aborted" };
  const names = Object.keys(expected);
  const ended = {};
  const calls = Array.from({ length: to - from }, (_, index) => {
    const name = names[index % names.length];
    const controller = new AbortController();
    if (name === "silent") setTimeout(() => controller.abort(), index % 50);
    const options = { projectId, baseUrl: `${location.origin}/api/${name}`, timeoutMs, signal: controller.signal };
    const call = requestPasswordReset({ ...options, username: `player-${from + index}` });
    return count(ended, name, expected[name], call);
  });
  await Promise.all(calls);
  return ended;
}

/** The events of the page, and the end of the call that `startCall` makes, in order. */
const log = [];
for (const name of ["freeze", "resume"]) document.addEventListener(name, () => log.push(name));
for (const name of ["pagehide", "pageshow"])
  addEventListener(name, (/** @type {PageTransitionEvent} */ { persisted }) =>
    log.push(`${name}${persisted ? ", kept" : ""}`),
  );
export const events = () => log;

/** Starts a call to the server, which responds as `name` says. */
export function startCall(name, timeoutMs) {
  const baseUrl = `${location.origin}/api/${name}`;
  requestPasswordReset({ projectId, baseUrl, timeoutMs, username: "sleeper" }).then(
    () => log.push("resolved"),
    ({ kind }) => log.push(kind),
  );
}
