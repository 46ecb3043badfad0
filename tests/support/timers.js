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

/**
 * Counts the listeners of a signal.
 *
 * @param {AbortSignal} signal
 * @returns {{ left: Map<unknown, string>, added: number }} `left` are those that were not removed, with their types
 */
export function countListeners(signal) {
  const counted = { left: new Map(), added: 0 };
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (type, listener, ...rest) => {
    counted.added++;
    counted.left.set(listener, type);
    addEventListener.call(signal, type, listener, ...rest);
  };
  signal.removeEventListener = (type, listener, ...rest) => {
    if (counted.left.get(listener) === type) counted.left.delete(listener);
    removeEventListener.call(signal, type, listener, ...rest);
  };
  return counted;
}
