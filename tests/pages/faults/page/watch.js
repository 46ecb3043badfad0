// Watches what a call leaves behind and complains of. Runs before the package is loaded.

const watch = {
  /** What was said on the console or thrown past everyone. */
  complaints: [],
  timers: new Set(),
  timersStarted: 0,
  /** The listeners that the caller's signals have. */
  listeners: [],
  listenersAdded: 0,

  /** Forgets what was before. */
  begin() {
    this.complaints = [];
    this.timersStarted = 0;
    this.listenersAdded = 0;
    this.timers.clear();
    this.listeners = [];
    return { settlements: [], complaints: this.complaints };
  },

  /** What is there now that should not be, and whether there was any of it. */
  left() {
    const { timersStarted, listenersAdded } = this;
    return { timersLeft: this.timers.size, timersStarted, listenersLeft: this.listeners.length, listenersAdded };
  },

  /** Waits with a timer that is not counted. */
  wait: (
    (setTimeout) => (milliseconds) =>
      new Promise((resolve) => setTimeout(resolve, milliseconds))
  )(window.setTimeout),

  /** An `AbortController` whose signal is watched. */
  controller() {
    const controller = new AbortController();
    const { signal } = controller;
    const isSame = (args) => (other) => args[0] === other[0] && args[1] === other[1];
    signal.addEventListener = (...args) => {
      this.listenersAdded++;
      if (!this.listeners.some(isSame(args))) this.listeners.push(args);
      return AbortSignal.prototype.addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args) => {
      const isOther = (other) => !isSame(args)(other);
      this.listeners = this.listeners.filter(isOther);
      return AbortSignal.prototype.removeEventListener.apply(signal, args);
    };
    return controller;
  },
};

for (const level of ["error", "warn"]) {
  const original = console[level];
  console[level] = (...args) => {
    watch.complaints.push(`console.${level}: ${args.join(" ")}`);
    original.apply(console, args);
  };
}
addEventListener("error", (event) => watch.complaints.push(`uncaught: ${event.message}`));
addEventListener("unhandledrejection", (event) => watch.complaints.push(`unhandled rejection: ${event.reason}`));

for (const kind of ["Timeout", "Interval"]) {
  const [set, clear] = [window[`set${kind}`], window[`clear${kind}`]];
  window[`set${kind}`] = (handler, milliseconds, ...args) => {
    const run = () => {
      if (kind === "Timeout") watch.timers.delete(timer);
      handler(...args);
    };
    const timer = set(run, milliseconds);
    watch.timers.add(timer);
    watch.timersStarted++;
    return timer;
  };
  window[`clear${kind}`] = (timer) => {
    watch.timers.delete(timer);
    clear(timer);
  };
}
