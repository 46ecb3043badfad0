// The WebAssembly as text, and its glue.

import createGlue from "glue";
import { attempt, toBytes } from "../src/browser/exchange.js";

declare global {
  interface Uint8ArrayConstructor {
    /** Since Firefox 133, Safari 18.2 and Chromium 140. */
    fromBase64(text: string): Uint8Array<ArrayBuffer>;
  }
}

export { createGlue };

/** Reverses `encodeText` of scripts/lib/wasm-text.js. */
export function decode(): Uint8Array<ArrayBuffer> {
  const text = WASM_TEXT;
  if (text.length !== WASM_LENGTH) {
    throw new RangeError('wrong charset (Content-Type of the script, or no <meta charset="utf-8">) or truncated file');
  }
  const binary = text.split(WASM_ZERO).join("\0").split(WASM_RETURN).join("\r");
  return attempt(() => "fromBase64" in Uint8Array && Uint8Array.fromBase64(btoa(binary))) || toBytes(binary);
}
