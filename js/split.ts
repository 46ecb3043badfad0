// For modules: policies are in a file of their own, which is loaded when it is needed.

import { createGlue, decode } from "./wasm.js";

// Not the namespace, because esbuild makes an object with getters of it, which is 50 bytes more.
const base = { createGlue, decode };

/** Where the WebAssembly is. */
export const source = (withPolicies: unknown) => (withPolicies ? import("./policy.js") : base);
