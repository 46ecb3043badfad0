// Runs tasks side by side, where they allow it.

/**
 * Runs tasks, in their order as far as possible, and as many at once. One that tests a build waits for it, and fails with it.
 * There is one `dist/`, so the release build waits for all tasks before it. `run` rejects if a task fails. Returns how long
 * each took, and its `failure`, which is empty if it passed.
 */
export async function runTasks(tasks, run, atOnce) {
  const waiting = [...tasks];
  const running = new Map();
  const results = new Map();
  const buildOf = ({ dist }) => tasks.find(({ builds }) => builds && builds === dist);
  const isDone = (task) => !task || results.has(task);
  const canStart = (task) =>
    isDone(buildOf(task)) &&
    (task.builds !== "release" || tasks.slice(0, tasks.indexOf(task)).every(isDone)) &&
    [...running.keys()].every((other) => !task.alone && !other.alone && !(task.cargo && other.cargo));
  const start = async (task) => {
    const begin = Date.now();
    const end = results.get(buildOf(task))?.failure ? Promise.reject(new Error("its build failed")) : run(task);
    const failure = await end.then(() => "").catch(({ message }) => message);
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
