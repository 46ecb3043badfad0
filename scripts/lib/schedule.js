// Runs tasks side by side, where their locks and dependencies allow it.

/**
 * @typedef {object} Task
 * @property {string} name
 * @property {() => Promise<void>} run rejects if the task fails
 * @property {string[]} [locks] two tasks with a common lock run one after the other
 * @property {boolean} [alone] whether nothing else runs meanwhile
 * @property {string[]} [after] tasks that must have ended before
 * @property {string[]} [needs] tasks that must have passed before; if one fails, so does this task
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {number} seconds
 * @property {string} failure the error's message; empty if the task passed
 */

/**
 * Runs tasks, in their order as far as possible. Dependencies that are not among the tasks count as passed.
 *
 * @param {Task[]} tasks
 * @param {number} atOnce how many tasks run at the same time
 * @returns {Promise<Result[]>} in the order of the tasks
 */
export async function runTasks(tasks, atOnce) {
  const waiting = [...tasks];
  /** @type {Map<Task, Promise<void>>} */
  const running = new Map();
  /** @type {Map<string, Result>} */
  const results = new Map();

  const hasEnded = (name) => results.has(name) || !tasks.some((task) => task.name === name);
  const isCompatible = (a, b) => !a.alone && !b.alone && !(a.locks ?? []).some((lock) => b.locks?.includes(lock));
  const canStart = (task) =>
    [...(task.after ?? []), ...(task.needs ?? [])].every(hasEnded) &&
    [...running.keys()].every((other) => isCompatible(task, other));

  const launch = async (task) => {
    const start = Date.now();
    const broken = (task.needs ?? []).find((name) => results.get(name)?.failure);
    const end = broken ? Promise.reject(new Error(`needs ${broken}, which failed`)) : task.run();
    const failure = await end.then(
      () => "",
      (error) => error.message || String(error),
    );
    results.set(task.name, { name: task.name, seconds: Math.round((Date.now() - start) / 1000), failure });
    running.delete(task);
  };

  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < atOnce ? waiting.find(canStart) : undefined;
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      running.set(next, launch(next));
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else {
      throw new Error(`These tasks wait for each other: ${waiting.map(({ name }) => name).join(", ")}`);
    }
  }
  return tasks.map(({ name }) => /** @type {Result} */ (results.get(name)));
}
