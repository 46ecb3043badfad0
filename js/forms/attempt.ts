// A page may remove, replace or break any global. Nothing that depends on one may hide a form or leave it busy.

/** Returns the first result that is not `undefined`, of functions that may throw. */
export function attempt<Result>(...functions: (() => Result | undefined)[]): Result | undefined {
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
export const toText = (value: unknown) => attempt(() => `${value ?? ""}`) || "";

const warned: Record<string, true> = {};

/** Warns the developer, once for each message. */
export function warnOnce(message: string): void {
  if (warned[message]) return;
  warned[message] = true;
  attempt(() => console.warn(`xsolla-password-reset: ${message}`));
}
