// For classic scripts and `require`: everything is in one file.

import * as policy from "./policy.js";

/** Where the WebAssembly is. */
export const source = () => policy;
