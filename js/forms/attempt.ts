// A page may remove, replace or break any global. Nothing that depends on one may hide a form or leave it busy.

/** Returns the first result that is not `undefined`, of functions that may throw. */
export function attempt<Result>(...functions: (() => Result)[]): Result | undefined {
  for (const run of functions) {
    try {
      const result = run();
      if (result !== undefined) return result;
    } catch {
      // The next function is the fallback.
    }
  }
  return undefined;
}

/** Any value as a text: plain JavaScript may pass something else. */
export const toText = (value: unknown) => attempt(() => `${value ?? ""}`) ?? "";

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
  times = clocks.map((clock) => attempt(() => +clock().now()) ?? NaN);
  const steps = times.map((time, index) => time - (last[index] ?? NaN)).filter((step) => step >= 0);
  total = Math.max(steps.length ? total + Math.min(...steps) : total, atLeast);
  return total;
}
elapsed();

/**
 * Calls back once, after a delay. Two independent timers are set, since a page may have replaced either by one that does
 * nothing. Returns a function that cancels the callback.
 */
export function after(ms: number, run: () => void): () => void {
  let timeout: ReturnType<typeof setTimeout> | undefined;
  let interval: ReturnType<typeof setInterval> | undefined;
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
  attempt(() => {
    timeout = setTimeout(fire, ms);
  });
  attempt(() => {
    interval = setInterval(fire, ms);
  });
  if (timeout === undefined && interval === undefined) void Promise.resolve().then(fire);
  return cancel;
}

const warned: Record<string, true> = {};

/** Warns the developer, once for each message. */
export function warnOnce(message: string): void {
  if (warned[message]) return;
  warned[message] = true;
  attempt(() => console.warn(`xsolla-password-reset: ${message}`));
}
