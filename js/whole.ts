// For classic scripts and `require`: everything is in one file.

import { createEngine } from "./load.js";
import { createGlue, decode } from "./policy.js";

/** The WebAssembly with policies. */
export const full = createEngine(() => ({ createGlue, decode }));
/** The same one. */
export const base = full;
