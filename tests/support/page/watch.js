// What the page and the package leave behind: memory, timers, complaints. Imported before the package.

const { instantiate } = WebAssembly;
/** The memory of the newest instance. */
export let memory;
let instances = 0;
WebAssembly.instantiate = async (...args) => {
  const { instance, module } = await instantiate.apply(WebAssembly, args);
  instances++;
  memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
  return { instance, module };
};

const timers = new Set();
const { setTimeout: set, clearTimeout: clear } = globalThis;
globalThis.setTimeout = (run, milliseconds, ...rest) => {
  const timer = set(() => {
    timers.delete(timer);
    run(...rest);
  }, milliseconds);
  timers.add(timer);
  return timer;
};
globalThis.clearTimeout = (timer) => {
  timers.delete(timer);
  clear(timer);
};

const complaints = [];
addEventListener("error", ({ message }) => complaints.push(message));
addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));

/** Memory in wasm pages of 64 KiB, timers that are still set, and what the page complained about. */
export const left = () => ({ pages: memory.buffer.byteLength / 65536, instances, timers: timers.size, complaints });
