/**
 * Counts timers: replaces the functions of `globalThis` that start and clear them.
 *
 * @returns {{ running: Set<any>, started: number, restore: () => void }} `running` are those neither fired nor cleared
 */
export function countTimers() {
  const originals = {};
  const timers = {
    running: new Set(),
    started: 0,
    restore: () => Object.assign(globalThis, originals),
  };
  for (const kind of ["Timeout", "Interval"]) {
    const { [`set${kind}`]: set, [`clear${kind}`]: clear } = /** @type {Record<string, any>} */ (globalThis);
    Object.assign(originals, { [`set${kind}`]: set, [`clear${kind}`]: clear });
    globalThis[`set${kind}`] = (handler, milliseconds, ...args) => {
      const timer = set(() => {
        if (kind === "Timeout") timers.running.delete(timer);
        handler(...args);
      }, milliseconds);
      timers.running.add(timer);
      timers.started++;
      return timer;
    };
    globalThis[`clear${kind}`] = (timer) => {
      timers.running.delete(timer);
      clear(timer);
    };
  }
  return timers;
}
