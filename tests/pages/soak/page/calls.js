// Many calls, many at once, that end in every way. Both sides count.

import * as ours from "/dist/index.js";
import { left } from "../../../support/page/watch.js";

export { left };

const error = JSON.stringify({ error: { code: "003-019", description: "said", details: { list: [1, 2, 3] } } });
const never = () => new Promise(() => {});
const answering = (status, body, headers) => async () => new Response(body, { status, headers });
const failing = async () => {
  throw new TypeError("Failed to fetch");
};

const projectId = "11111111-1111-4111-8111-111111111111";
/** Longer than any of these calls takes: only those that should run out of time do. */
const timeoutMs = 600_000;

/** `fetch`, more options, and when the caller aborts: before or while the call is under way. */
const outcomes = {
  resolved: { fetch: answering(204, null) },
  rejected: { fetch: answering(422, error) },
  rate_limited: { fetch: answering(429, error, { "Retry-After": "7" }) },
  unexpected_response: { fetch: answering(503, "<html>") },
  network: { fetch: failing },
  timeout: { fetch: never, more: { timeoutMs: 1 } },
  aborted: { fetch: never, abort: "while" },
  aborted_before: { fetch: never, abort: "before" },
  invalid_input: { fetch: never, more: { username: undefined, newPassword: "short", retries: 3 } },
};

/** What each of `atOnce` calls is, over and over: `count` in all. Returns how they ended and what `fetch` counted. */
export async function soak(count, atOnce) {
  const names = Object.keys(outcomes);
  const counted = { started: {}, sent: {}, ended: {} };
  const add = (side, name) => (counted[side][name] = (counted[side][name] ?? 0) + 1);
  for (let done = 0; done < count; done += atOnce) {
    const controllers = [];
    const calls = Array.from({ length: Math.min(atOnce, count - done) }, (_, index) => {
      const name = names[(done + index) % names.length];
      const { fetch, more, abort } = outcomes[name];
      const controller = new AbortController();
      if (abort === "before") controller.abort();
      if (abort === "while") controllers.push(controller);
      const shared = {
        projectId,
        timeoutMs,
        signal: controller.signal,
        fetch: (...args) => (add("sent", name), fetch(...args)),
      };
      add("started", name);
      const call =
        (done + index) % 2 === 0
          ? ours.requestPasswordReset({
              ...shared,
              username: "John",
              loginUrl: "mygame://login",
              locale: "pt-BR",
              ...without(more, "newPassword"),
            })
          : ours.confirmPasswordReset({
              ...shared,
              newPassword: "correct horse",
              resetCode: "abc",
              userId: projectId,
              ...without(more, "username"),
            });
      return call.then(
        () => add("ended", name === "resolved" ? name : `${name}: resolved`),
        ({ kind }) => add("ended", isOf(name, kind) ? name : `${name}: ${kind}`),
      );
    });
    // A few turns later they wait for their answers.
    for (let turn = 0; turn < 20; turn++) await null;
    for (const controller of controllers) controller.abort();
    await Promise.all(calls);
  }
  return counted;
}

const isOf = (name, kind) => kind === name.replace("_before", "");

function without(options, name) {
  const { [name]: _, ...rest } = options ?? {};
  return rest;
}

/** Calls the server of this page with the browser's own `fetch`: `from` to `to`, all at once. */
export async function callServer(from, to) {
  const statuses = {
    204: "resolved",
    422: "rejected",
    429: "rate_limited",
    503: "unexpected_response",
    silent: "aborted",
  };
  const names = Object.keys(statuses);
  const ended = {};
  const calls = Array.from({ length: to - from }, (_, index) => {
    const name = names[index % names.length];
    const controller = new AbortController();
    if (name === "silent") setTimeout(() => controller.abort(), index % 50);
    const options = { projectId, baseUrl: `${location.origin}/api/${name}`, timeoutMs, signal: controller.signal };
    const call = ours.requestPasswordReset({ ...options, username: `player-${from + index}` });
    const end = (kind) => {
      const told = kind === statuses[name] ? name : `${name}: ${kind}`;
      ended[told] = (ended[told] ?? 0) + 1;
    };
    return call.then(
      () => end("resolved"),
      ({ kind }) => end(kind),
    );
  });
  await Promise.all(calls);
  return ended;
}
