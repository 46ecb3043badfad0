// Loads the WebAssembly, once, when it is first needed, and replaces an instance that broke.

import createGlue from "glue";
import wasm from "wasm";
import { PasswordResetError } from "./error.js";

interface Instance {
  call(name: "requestPasswordReset" | "confirmPasswordReset", options: unknown): Promise<void>;
}

let loading: Promise<Instance> | undefined;

/** The instance to call. When it could not be had, the next caller tries again. */
export function load(): Promise<Instance> {
  return (loading ??= start().catch((cause) => {
    loading = undefined;
    throw new PasswordResetError(`WebAssembly could not start: ${hint(cause)}`, { kind: "not_loaded" }, cause);
  }));
}

async function start(): Promise<Instance> {
  const glue = createGlue({ PasswordResetError });
  const { instance } = await WebAssembly.instantiate(decode(), { [wasm.importsFrom]: glue });
  /** How to reject each call under way. */
  const calls = new Set<(error: unknown) => void>();
  let depth = 0;
  let isBroken = false;

  /** Nothing is thrown by Rust: what it lets out is a trap, after which its memory cannot be trusted. */
  const guard =
    (run: Function) =>
    (...args: unknown[]) => {
      if (isBroken) return;
      depth++;
      try {
        return run(...args);
      } catch (cause) {
        if (depth > 1) throw cause;
        isBroken = true;
        loading = undefined;
        const error = new PasswordResetError("A fault of xsolla-password-reset itself", { kind: "internal" }, cause);
        calls.forEach((reject) => reject(error));
      } finally {
        depth--;
      }
    };

  const exports: Record<string, any> = {};
  for (const [name, value] of Object.entries(instance.exports)) {
    exports[name] = typeof value === "function" ? guard(value) : value;
  }
  glue.__wbg_set_wasm(exports);
  exports["__wbindgen_start"]();

  return {
    call: (name, options) =>
      new Promise((resolve, reject) => {
        calls.add(reject);
        // A promise of nothing, when the call broke the instance and so has rejected already.
        const settled = Promise.resolve(glue[name](options)).finally(() => calls.delete(reject));
        settled.then(resolve, reject);
      }),
  };
}

/** The WebAssembly lies in this file as text, one character for each byte. */
function decode(): Uint8Array<ArrayBuffer> {
  if (wasm.text.length !== wasm.length) {
    throw new RangeError('the file was read in a wrong charset (is <meta charset="utf-8"> missing?) or cut short');
  }
  return Uint8Array.from(wasm.text, (character) => character.charCodeAt(0));
}

/** What a developer can do about it. */
function hint(cause: unknown): string {
  if (typeof WebAssembly !== "object") return "this browser does not have it";
  const text = String(cause);
  return /Content Security|CSP|unsafe-eval|Refused to create/i.test(text)
    ? "the page's Content-Security-Policy lacks 'wasm-unsafe-eval' in script-src"
    : text;
}
