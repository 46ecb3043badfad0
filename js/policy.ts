// The WebAssembly that also knows password policies and mail domains. `index.js` loads it when it is needed; the formats for
// classic scripts and `require` have it instead of the other.

import { readPolicy } from "../src/browser/policy.js";
import * as wasm from "./wasm.js";

export { decode } from "./wasm.js";

/** The glue for one instance, with what reads a policy. */
export function createGlue(required: unknown) {
  const glue = wasm.createGlue(required);
  glue.exports.readPolicy = readPolicy;
  return glue;
}
