// Loads the WebAssembly when it is first needed, and replaces an instance that trapped.

import createGlue from "glue";
import { PasswordResetError } from "../src/browser/error.js";
import { attempt } from "../src/browser/exchange.js";
import { ABSENT, readOption } from "../src/browser/options.js";

declare global {
  interface Uint8ArrayConstructor {
    /** Since Firefox 133, Safari 18.2 and Chromium 140. */
    fromBase64(text: string): Uint8Array<ArrayBuffer>;
  }
}

/** The exports of the crate. */
type ExportName = keyof ReturnType<typeof createGlue>["calls"];

/** As in `src/input/timeout.rs`. */
const DEFAULT_TIMEOUT_MS = 10_000;

let loading: Promise<void> | undefined;
/** Calls an export of the current instance. */
let instance: ((name: ExportName, options: unknown, early: object, waitedMs: number) => Promise<void>) | undefined;

/** Loads the WebAssembly, unless it is loaded. If that fails, the next call tries again. */
export function load(): Promise<void> {
  loading ??= start().catch((cause) => {
    loading = undefined;
    throw notLoaded(hint(cause), cause);
  });
  return loading;
}

/** Calls an export of the crate. The time limit and the signal cover the loading, too. */
export async function call(name: ExportName, options: unknown): Promise<void> {
  /** Without a prototype, to which the page may have added properties. */
  const early: Record<string, [kind: number, value: unknown]> = Object.create(null);
  const read = (name: string) => {
    const option = early[name] || readOption(options, name);
    early[name] = option;
    return option;
  };

  if (typeof fetch === "undefined" && read("fetch")[0] === ABSENT) throw notLoaded("fetch is not defined");
  let waitedMs = 0;
  if (!instance) {
    const start = now();
    // Repeated if the instance has trapped in another call in the meantime.
    while (!instance) await limited(load(), read("timeoutMs")[1], read("signal")[1]);
    waitedMs = now() - start;
  }
  // A page may have replaced the clock in the meantime.
  return instance(name, options, early, waitedMs > 0 && waitedMs < 2 ** 31 ? waitedMs : 0);
}

/** Waits for the loading until the time limit or the signal ends it. Ignores an invalid limit or signal, which Rust reports. */
function limited(loading: Promise<void>, limit: unknown, signal: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const isLimit = (limit: unknown): limit is number => Number.isInteger(limit);
    const timeoutMs = isLimit(limit) && limit > 0 && limit < 2 ** 31 ? limit : DEFAULT_TIMEOUT_MS;
    const stop = () =>
      reject(new PasswordResetError(`No response within ${timeoutMs} ms`, { kind: "timeout", timeoutMs }));
    const abort = () =>
      reject(
        new PasswordResetError(
          "Aborted by the caller",
          { kind: "aborted" },
          attempt(() => (signal as AbortSignal).reason),
        ),
      );
    // Not a method of the signal itself, which may be anything.
    const listen = (method: "addEventListener" | "removeEventListener") =>
      attempt(() => EventTarget.prototype[method].call(signal, "abort", abort));

    const timer = attempt(() => setTimeout(stop, timeoutMs));
    listen("addEventListener");
    loading.then(resolve, reject).then(() => {
      attempt(() => clearTimeout(timer));
      listen("removeEventListener");
    });
  });
}

const now = () => attempt(() => +performance.now()) || 0;

const notLoaded = (why: string, cause?: unknown) =>
  new PasswordResetError(`WebAssembly could not start: ${why}`, { kind: "not_loaded" }, cause);

async function start(): Promise<void> {
  // Reading a missing one throws, which names it.
  const required = [TextEncoder, TextDecoder, URLSearchParams, AbortController];
  const glue = createGlue(required);
  const { instance: raw } = await WebAssembly.instantiate(decode(), glue.imports);
  /** How to reject each pending call. */
  const pending = new Set<(error: unknown) => void>();
  let trapped: unknown;

  /**
   * Rust throws nothing: an exception is a trap, after which its memory cannot be trusted. The instance is then
   * disabled, and its pending calls reject.
   */
  const guard =
    (run: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      try {
        if (!trapped) return run(...args);
      } catch (cause) {
        trapped = new PasswordResetError("Internal error of xsolla-password-reset", { kind: "internal" }, cause);
        loading = instance = undefined;
        for (const reject of pending) reject(trapped);
      }
      throw trapped;
    };

  const exports: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw.exports)) {
    exports[name] = typeof value === "function" ? guard(value as () => unknown) : value;
  }
  glue.start(exports);

  instance = (name, options, early, waitedMs) =>
    new Promise((resolve, reject) => {
      pending.add(reject);
      // Has no effect on a call that a trap has rejected.
      const settle =
        <T>(settled: (value: T) => void) =>
        (value: T) => {
          pending.delete(reject);
          settled(value);
        };
      glue.calls[name](options, early, waitedMs).then(settle(resolve), settle(reject));
    });
}

/** Reverses `encodeText` of scripts/lib/wasm-text.js. */
function decode(): Uint8Array<ArrayBuffer> {
  const text = WASM_TEXT;
  if (text.length !== WASM_LENGTH) {
    throw new RangeError('wrong charset (no <meta charset="utf-8">?) or truncated file');
  }
  const binary = text.split(WASM_ZERO).join("\0").split(WASM_RETURN).join("\r");
  return (
    attempt(() => "fromBase64" in Uint8Array && Uint8Array.fromBase64(btoa(binary))) ||
    // A callback, because engines compile it within this one run, unlike the body of a loop.
    new Uint8Array(binary.length).map((_, index) => binary.charCodeAt(index))
  );
}

/** A hint for developers. */
function hint(cause: unknown): string {
  const text = String(cause);
  if (/Content Security|CSP|unsafe-eval|Refused to create|by embedder/i.test(text)) {
    return `it is forbidden here: script-src of the Content-Security-Policy needs 'wasm-unsafe-eval', or 'unsafe-eval' before Chrome 97 (${text})`;
  }
  return /^CompileError/.test(text) ? `this browser is too old for it (${text})` : text;
}
