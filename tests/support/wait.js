/** How long something may take on a busy machine, in milliseconds. */
const LIMIT_MS = 60_000;

/** Waits until a condition holds. Returns whether it did within the time limit. */
export async function holds(condition, limitMs = LIMIT_MS) {
  for (const end = Date.now() + limitMs; Date.now() < end; ) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** Waits until a condition holds, and throws if it does not. */
export async function until(what, condition) {
  if (!(await holds(condition))) throw new Error(`Not within ${LIMIT_MS / 1000} s: ${what}`);
}
