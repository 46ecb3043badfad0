/** How long to wait, on a busy machine. */
const LIMIT_MS = 60_000;

/**
 * Waits until a condition holds.
 *
 * @param {() => boolean | Promise<boolean>} holds
 * @param {string} expected
 */
export async function until(holds, expected) {
  for (const deadline = Date.now() + LIMIT_MS; !(await holds()); ) {
    if (Date.now() > deadline) throw new Error(`Not so after a minute: ${expected}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
