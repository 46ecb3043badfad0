// Loads the WebAssembly when it is first needed, and replaces an instance that trapped.

import createGlue from "glue";
import { PasswordResetError } from "../src/browser/error.js";
import { attempt, toBytes } from "../src/browser/exchange.js";

declare global {
  interface Uint8ArrayConstructor {
    /** Since Firefox 133, Safari 18.2 and Chromium 140. */
    fromBase64(text: string): Uint8Array<ArrayBuffer>;
  }
}

/** The exports of the crate. */
export type Rust = ReturnType<typeof createGlue>["exports"];

let loading: Promise<void> | undefined;
/** The exports of the current instance. */
let rust: Rust | undefined;

/** Whether Rust can be entered. */
export const isLoaded = () => Boolean(rust);

/** Loads the WebAssembly, unless it is loaded. If that fails, the next call tries again. */
export function load(): Promise<void> {
  loading ??= start().catch((cause) => {
    loading = undefined;
    throw new PasswordResetError(`WebAssembly could not start: ${hint(cause)}`, { kind: "not_loaded" }, cause);
  });
  return loading;
}

/** Calls Rust. If it traps, the next call loads a new instance. */
export function enter<Answer>(run: (rust: Rust) => Answer): Answer {
  try {
    return run(rust as Rust);
  } catch (cause) {
    // Rust throws nothing: an exception is a trap, after which its memory cannot be trusted.
    loading = rust = undefined;
    throw new PasswordResetError("Internal error of xsolla-password-reset", { kind: "internal" }, cause);
  }
}

/** Loads Rust and calls it. */
export async function loadAndEnter<Answer>(run: (rust: Rust) => Answer): Promise<Answer> {
  // Repeated if the instance has trapped in another call in the meantime.
  while (!rust) await load();
  return enter(run);
}

async function start(): Promise<void> {
  // Reading a missing one throws, which names it.
  const required = [TextEncoder, TextDecoder, URLSearchParams, AbortController];
  const glue = createGlue(required);
  const { instance } = await WebAssembly.instantiate(decode(), glue.imports);
  glue.start(instance.exports);
  rust = glue.exports;
}

/** Reverses `encodeText` of scripts/lib/wasm-text.js. */
function decode(): Uint8Array<ArrayBuffer> {
  const text = WASM_TEXT;
  if (text.length !== WASM_LENGTH) {
    throw new RangeError('wrong charset (no <meta charset="utf-8">?) or truncated file');
  }
  const binary = text.split(WASM_ZERO).join("\0").split(WASM_RETURN).join("\r");
  return attempt(() => "fromBase64" in Uint8Array && Uint8Array.fromBase64(btoa(binary))) || toBytes(binary);
}

/** A hint for developers. */
function hint(cause: unknown): string {
  const text = String(cause);
  if (/Content Security|CSP|unsafe-eval|Refused to create|by embedder/i.test(text)) {
    return `it is forbidden here: script-src of the Content-Security-Policy needs 'wasm-unsafe-eval', or 'unsafe-eval' before Chrome 97 (${text})`;
  }
  return /^CompileError/.test(text) ? `this browser is too old for it (${text})` : text;
}
