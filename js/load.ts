// Loads the WebAssembly, once, when it is first needed, and replaces an instance that broke.

import createGlue from "glue";
import wasm from "wasm";
import { PasswordResetError, issue } from "./error.js";

/** What Rust exports. */
type Name = "requestPasswordReset" | "confirmPasswordReset";

/** Calls it, unless the instance is broken. */
type Run = (name: Name, options: unknown) => Promise<void> | undefined;

let loading: Promise<Run> | undefined;

/** Loads the WebAssembly, unless it is loaded. When that fails, the next caller tries again. */
export function load(): Promise<Run> {
  return (loading ??= start().catch((cause) => {
    loading = undefined;
    throw new PasswordResetError(`WebAssembly could not start: ${hint(cause)}`, { kind: "not_loaded" }, cause);
  }));
}

/** Calls what Rust exports. */
export async function call(name: Name, options: unknown): Promise<void> {
  const run = await load();
  // Another call may have broken the instance in the meantime; then a new one is on its way.
  return run(name, options) ?? call(name, options);
}

async function start(): Promise<Run> {
  const glue = createGlue({ PasswordResetError, issue });
  const { instance } = await WebAssembly.instantiate(decode(), glue.imports);
  /** How to reject each call under way. */
  const calls = new Set<(error: unknown) => void>();
  let depth = 0;
  let broken: unknown;

  /**
   * Rust throws nothing: what leaves it is a trap, after which its memory cannot be trusted. Then nothing of this
   * instance runs any more, and whatever called it is ended.
   */
  const guard =
    (run: Function) =>
    (...args: unknown[]) => {
      depth++;
      try {
        if (!broken) return run(...args);
      } catch (cause) {
        broken = new PasswordResetError("A fault of xsolla-password-reset itself", { kind: "internal" }, cause);
        loading = undefined;
        calls.forEach((reject) => reject(broken));
      } finally {
        depth--;
      }
      if (depth > 0) throw broken;
      // Nothing, also where the glue expects several values.
      return [];
    };

  const exports: Record<string, any> = {};
  for (const [name, value] of Object.entries(instance.exports)) {
    exports[name] = typeof value === "function" ? guard(value) : value;
  }
  glue.start(exports);

  return (name, options) => {
    if (broken) return undefined;
    return new Promise((resolve, reject) => {
      calls.add(reject);
      // Resolving is without effect when the call has broken the instance.
      const settled = Promise.resolve(glue.calls[name](options)).finally(() => calls.delete(reject));
      settled.then(resolve, reject);
    });
  };
}

/** The WebAssembly lies in this file as text, one character for each byte, each combined with a key. */
function decode(): Uint8Array<ArrayBuffer> {
  if (wasm.text.length !== wasm.length) {
    throw new RangeError('the file was read in a wrong charset (is <meta charset="utf-8"> missing?) or cut short');
  }
  const bytes = new Uint8Array(wasm.length);
  for (let index = 0; index < wasm.length; index++) bytes[index] = wasm.text.charCodeAt(index) ^ wasm.key;
  return bytes;
}

/** What a developer can do about it. */
function hint(cause: unknown): string {
  if (typeof WebAssembly !== "object") return "this browser does not have it";
  const text = String(cause);
  if (/Content Security|CSP|unsafe-eval|Refused to create/i.test(text)) {
    return "the page's Content-Security-Policy lacks 'wasm-unsafe-eval' in script-src";
  }
  return cause instanceof WebAssembly.CompileError ? `this browser is too old for it (${text})` : text;
}
