// For modules: policies are in a file of their own, which is loaded when it is needed.

import { createEngine } from "./load.js";
import { createGlue, decode } from "./wasm.js";

/** The WebAssembly without policies. */
export const base = createEngine(() => ({ createGlue, decode }));
/** The WebAssembly with policies. */
export const full = createEngine(() => import("./policy.js"));
