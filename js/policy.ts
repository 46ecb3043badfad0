// The WebAssembly that also knows password policies and mail domains. `index.js` loads it when it is needed; the formats for
// classic scripts and `require` have it instead of the other.

export { readPolicy } from "../src/browser/policy.js";
export { createGlue, decode } from "./wasm.js";
