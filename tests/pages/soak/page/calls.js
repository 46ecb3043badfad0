// Many calls at once that end in every way. The page counts them, and the `fetch` that they are given.

import "../../../support/page/watch.js";
import { confirmPasswordReset, requestPasswordReset } from "/dist/index.js";
import { outcomes } from "../../../support/page/watch.js";
import { projectId } from "../../../support/projects.js";

export { state } from "../../../support/page/watch.js";

const error = JSON.stringify({ error: { code: "003-019", description: "said", details: { list: [1, 2, 3] } } });
const never = () => new Promise(() => {});
const respond = (status, body, headers) => async () => new Response(body, { status, headers });
const fail = async () => {
  throw new TypeError("Failed to fetch");
};

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
  invalid_input: { fetch: never, more: { username: undefined, newPassword: "short", retries: 3 } },
};

/** Makes `count` calls, `atOnce` of them at a time. Returns how many of each case were started, sent and ended. */
export async function soak(count, atOnce) {
  const names = Object.keys(cases);
  const counted = { started: {}, sent: {}, ended: {} };
  const add = (side, name) => {
    counted[side][name] = (counted[side][name] ?? 0) + 1;
  };
  for (let done = 0; done < count; done += atOnce) {
    const controllers = [];
    const calls = Array.from({ length: Math.min(atOnce, count - done) }, (_, index) => {
      const name = names[(done + index) % names.length];
      const { fetch, more, abort } = cases[name];
      const controller = new AbortController();
      if (abort === "before") controller.abort();
      if (abort === "during") controllers.push(controller);
      const shared = {
        projectId,
        timeoutMs,
        signal: controller.signal,
        fetch: (...args) => {
          add("sent", name);
          return fetch(...args);
        },
      };
      add("started", name);
      const call =
        (done + index) % 2 === 0
          ? requestPasswordReset({
              ...shared,
              username: "John",
              loginUrl: "mygame://login",
              locale: "pt-BR",
              ...without(more, "newPassword"),
            })
          : confirmPasswordReset({
              ...shared,
              newPassword: "correct horse",
              resetCode: "abc",
              userId: projectId,
              ...without(more, "username"),
            });
      const expected = name.replace("_before", "");
      const end = (kind) => add("ended", kind === expected ? name : `${name}: ${kind}`);
      return call.then(
        () => end("resolved"),
        ({ kind }) => end(kind),
      );
    });
    // A few turns later they wait for their responses.
    for (let turn = 0; turn < 20; turn++) await null;
    for (const controller of controllers) controller.abort();
    await Promise.all(calls);
  }
  return counted;
}

function without(options, name) {
  const { [name]: _, ...rest } = options ?? {};
  return rest;
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
    const end = (kind) => {
      const outcome = kind === expected[name] ? name : `${name}: ${kind}`;
      ended[outcome] = (ended[outcome] ?? 0) + 1;
    };
    return call.then(
      () => end("resolved"),
      ({ kind }) => end(kind),
    );
  });
  await Promise.all(calls);
  return ended;
}
