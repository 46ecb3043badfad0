// Time and timers, on pages that replace or break them.

import { attempt } from "./attempt.js";

const clocks = [() => performance, () => Date];
let times: number[] = [];
let total = 0;

/**
 * Milliseconds since this module was loaded; never decreases. `atLeast` is a lower bound known from a timer that fired.
 *
 * Each clock is compared only with itself, because a page may replace one at any time. The shortest step counts: the user
 * can set the second clock, and a page can replace the first.
 */
export function elapsed(atLeast = 0): number {
  const last = times;
  times = clocks.map((clock) => attempt(() => +clock().now()) as number);
  const steps = times.map((time, index) => time - (last[index] as number)).filter((step) => step >= 0);
  total = Math.max(steps.length ? total + Math.min(...steps) : total, atLeast);
  return total;
}
elapsed();

/**
 * Calls back once, after a delay. Two independent timers are set, since a page may have replaced either by one that does
 * nothing. Returns a function that cancels the callback.
 */
export function after(ms: number, run: () => void): () => void {
  let isOver = false;
  const cancel = () => {
    isOver = true;
    attempt(() => clearTimeout(timeout));
    attempt(() => clearInterval(interval));
  };
  const fire = () => {
    if (isOver) return;
    cancel();
    run();
  };
  const timeout = attempt(() => setTimeout(fire, ms));
  const interval = attempt(() => setInterval(fire, ms));
  if (!timeout && !interval) void Promise.resolve().then(fire);
  return cancel;
}
