// For modules: policies are in a file of their own, which is loaded when it is needed.

import * as base from "./wasm.js";

/** Where the WebAssembly is. */
export const source = (withPolicies: unknown) => (withPolicies ? import("./policy.js") : base);
