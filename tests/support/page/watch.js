// Watches memory, timers and uncaught errors of a page. Imported before the package.

import { countTimers } from "../timers.js";
import { onInstantiate } from "../wasm.js";

/** The memory of the newest instance. */
export let memory;
let instances = 0;
onInstantiate((_, { exports }) => {
  instances++;
  memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
});

const timers = countTimers();

const errors = [];
addEventListener("error", ({ message }) => errors.push(message));
addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));

/** The memory in WebAssembly pages of 64 KiB, the instances, the timers that run, and the uncaught errors. */
export const state = () => ({
  pages: memory.buffer.byteLength / 65536,
  instances,
  timers: timers.running.size,
  errors,
});

/** How a call ends after each of these responses of `login.js`. */
export const outcomes = { 204: "resolved", 422: "rejected", 429: "rate_limited", 503: "unexpected_response" };
