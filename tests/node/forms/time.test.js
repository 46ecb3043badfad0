// Waits, deadlines and cancelling, on pages that replace clocks and timers.

import { test } from "node:test";
import { expect } from "@playwright/test";
import { passwordReset, requested, send, sleep, until } from "./controllers.js";

/** A `fetch` that answers that there were too many requests, with a wait in seconds. */
const limited = (seconds) => async () =>
  new Response(null, { status: 429, headers: { "Retry-After": String(seconds) } });
const silent = () => new Promise(() => {});

/** Submits a name, and returns the controller with the waits that a subscriber sees, in seconds, until there is none. */
async function waitFor(seconds, replace = () => {}) {
  const reset = await requested({ fetch: limited(seconds) });
  const waits = [];
  const unsubscribe = reset.subscribe(({ waitSeconds }) => {
    if (waitSeconds !== waits.at(-1)) waits.push(waitSeconds);
  });
  replace();
  await until(reset, ({ canSubmit }) => canSubmit);
  unsubscribe();
  expect(reset.getSnapshot()).toMatchObject({ wait: "", waitSeconds: 0 });
  return waits;
}

test("a wait is counted down each second, and then ends", async () => {
  expect(await waitFor(3)).toEqual([3, 2, 1, 0]);
});

/** @type {[what: string, replace: (t: import("node:test").TestContext) => unknown][]} */
const pages = [
  ["the clock is set forward", (t) => t.mock.method(Date, "now", () => 4e12)],
  ["the clock is set back", (t) => t.mock.method(Date, "now", () => 0)],
  ["performance.now counts from 1970", (t) => t.mock.method(performance, "now", () => Date.now())],
  ["performance.now begins again", (t) => t.mock.method(performance, "now", () => 0)],
  ["there is no performance", (t) => t.mock.getter(globalThis, "performance", () => undefined)],
  [
    "both clocks stand still",
    (t) => {
      t.mock.method(performance, "now", () => 5);
      t.mock.method(Date, "now", () => 5);
    },
  ],
];

for (const [what, replace] of pages) {
  test(`a wait neither ends nor lasts longer when ${what}`, async (t) => {
    expect(await waitFor(4, () => replace(t))).toEqual([4, 3, 2, 1, 0]);
  });
}

test("a wait goes on while nobody subscribes", async (t) => {
  const reset = await requested({ fetch: limited(30) });
  const [started, dated] = [performance.now(), Date.now()];
  let passed = 20_000;
  t.mock.method(performance, "now", () => started + passed);
  t.mock.method(Date, "now", () => dated + passed + 7_000);
  reset.setValue("ada");
  expect(reset.getSnapshot().waitSeconds).toBe(10);
  passed += 10_000;
  reset.setValue("ada");
  expect(reset.getSnapshot()).toMatchObject({ waitSeconds: 0, canSubmit: true });
});

/** Whether this time has passed, in milliseconds of the forms. */
function timer(ms) {
  let isOver = false;
  setTimeout(() => {
    isOver = true;
  }, ms);
  return () => isOver;
}

test("a call can be cancelled after three seconds, and not before", async () => {
  /** @type {any} */
  let signal;
  const fetch = (_url, init) => {
    ({ signal } = init);
    return silent();
  };
  const reset = passwordReset({ fetch });
  const isDue = timer(2900);
  const outcome = send(reset, "ada");
  expect(reset.getSnapshot()).toMatchObject({ isBusy: true, canCancel: false });
  await until(reset, ({ canCancel }) => canCancel);
  expect([isDue(), signal.aborted]).toEqual([true, false]);
  reset.cancel();
  expect(signal.aborted).toBe(true);
  const isLate = timer(400);
  expect((await outcome).error).toMatchObject({ kind: "aborted" });
  expect(isLate()).toBe(false);
  expect(reset.getSnapshot()).toMatchObject({ canCancel: false, canSubmit: true });
});

test("an outcome takes half a second at least, so that fast ones say nothing, unless nothing was sent", async () => {
  const reset = passwordReset();
  const isDue = timer(490);
  expect(await send(reset, "ada")).toEqual({});
  expect(isDue()).toBe(true);
  await sleep(4000);
  expect(reset.getSnapshot().canCancel).toBe(false);

  await reset.update({ projectId: "no UUID" });
  const isLate = timer(490);
  expect((await send(reset, "bob")).error).toMatchObject({ kind: "invalid_input" });
  expect(isLate()).toBe(false);
});

test("a call that cannot be aborted can be cancelled", async (t) => {
  t.mock.method(AbortController.prototype, "abort", () => {});
  const reset = passwordReset({ fetch: silent });
  const outcome = send(reset, "ada");
  await sleep(100);
  reset.cancel();
  expect((await outcome).error).toMatchObject({ kind: "aborted", message: "Cancelled" });
  expect(reset.getSnapshot().alert).toContain("Cancelled.");
});

test("a call that never settles is given up", async (t) => {
  // The call's own deadline needs it. The forms have a second timer.
  t.mock.method(globalThis, "setTimeout", () => 1);
  const reset = passwordReset({ fetch: silent });
  expect((await send(reset, "ada")).error).toMatchObject({ kind: "timeout", timeoutMs: 15_000 });
  expect(reset.getSnapshot().alert).not.toBe("");
});

for (const name of /** @type {("setTimeout" | "setInterval")[]} */ (["setTimeout", "setInterval"]))
  test(`a call ends where ${name} does nothing`, async (t) => {
    t.mock.method(globalThis, name, () => 1);
    expect(await send(passwordReset(), "ada")).toEqual({});
  });
