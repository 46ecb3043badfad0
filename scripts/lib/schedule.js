// Runs tasks side by side, where they allow it.

/**
 * Runs tasks, in their order as far as possible. One that tests a build waits for it, and fails with it. There is one
 * `dist/`, so the release build waits for all tasks before it.
 *
 * @template {Pick<import("./parts.js").Part, "name" | "dist" | "builds" | "cargo" | "alone">} T
 * @param {T[]} tasks
 * @param {(task: T) => Promise<void>} run rejects if the task fails
 * @param {number} atOnce how many tasks run at the same time
 * @returns {Promise<{ task: T, seconds: number, failure: string }[]>} `failure` is empty if the task passed
 */
export async function runTasks(tasks, run, atOnce) {
  const waiting = [...tasks];
  const running = new Map();
  const results = new Map();
  const buildOf = ({ dist }) => tasks.find(({ builds }) => builds && builds === dist);
  const before = (task) =>
    task.builds === "release" ? tasks.slice(0, tasks.indexOf(task)) : [buildOf(task)].filter(Boolean);
  const canStart = (task) =>
    before(task).every((other) => results.has(other)) &&
    [...running.keys()].every((other) => !task.alone && !other.alone && !(task.cargo && other.cargo));

  const start = async (task) => {
    const begin = Date.now();
    const isBroken = results.get(buildOf(task))?.failure;
    const end = isBroken ? Promise.reject(new Error("its build failed")) : run(task);
    const failure = await end.then(
      () => "",
      (error) => error.message,
    );
    results.set(task, { task, seconds: Math.round((Date.now() - begin) / 1000), failure });
    running.delete(task);
  };

  while (results.size < tasks.length) {
    const next = running.size < atOnce ? waiting.find(canStart) : undefined;
    if (next) running.set(next, start(waiting.splice(waiting.indexOf(next), 1)[0]));
    else await Promise.race(running.values());
  }
  return tasks.map((task) => results.get(task));
}
