// Loads the WebAssembly when it is first needed, and replaces an instance that trapped.

import { PasswordResetError } from "../src/browser/error.js";
import type { createGlue, decode } from "./wasm.js";

/** The exports of the crate. */
export type Rust = ReturnType<typeof createGlue>["exports"];

/** A module with the WebAssembly. */
interface Source {
  createGlue: typeof createGlue;
  decode: typeof decode;
}

/** One WebAssembly, and its current instance. */
export function createEngine(source: () => Source | Promise<Source>) {
  let loading: Promise<void> | undefined;
  let rust: Rust | undefined;

  async function start(): Promise<void> {
    const { createGlue, decode } = await source();
    // Reading a missing one throws, which names it.
    const glue = createGlue([TextDecoder, URLSearchParams, AbortController]);
    const { instance } = await WebAssembly.instantiate(decode(), glue.imports);
    glue.start(instance.exports);
    rust = glue.exports;
  }

  /** Loads the WebAssembly, unless it is loaded. If that fails, the next call tries again, as far as the engine repeats an import. */
  function load(): Promise<void> {
    loading ??= start().catch((cause) => {
      loading = undefined;
      throw new PasswordResetError(`WebAssembly could not start: ${hint(cause)}`, { kind: "not_loaded" }, cause);
    });
    return loading;
  }

  /** Calls Rust, and returns what `use` makes of the answer: a promise if it has to be loaded. If it traps, the next call loads it again. */
  function enter<Answer, Result>(
    run: (rust: Rust) => Answer,
    use: (answer: Answer) => Result,
  ): Result | Promise<Result> {
    // Again, because the instance may trap in another call in the meantime.
    if (!rust) return load().then(() => enter(run, use));
    let answer: Answer;
    try {
      answer = run(rust);
    } catch (cause) {
      // Rust throws nothing: an exception is a trap, after which its memory cannot be trusted.
      loading = rust = undefined;
      throw new PasswordResetError("Internal error of xsolla-password-reset", { kind: "internal" }, cause);
    }
    return use(answer);
  }

  return { load, enter, isLoaded: () => rust };
}

/** A hint for developers. */
function hint(cause: unknown): string {
  const text = String(cause);
  if (/Content Security|CSP|unsafe-eval|embedder/.test(text)) {
    return `script-src of the Content-Security-Policy needs 'wasm-unsafe-eval', or 'unsafe-eval' before Chrome 97 (${text})`;
  }
  if (/TextDecoder/.test(text)) return `${text}; in Jest, use the environment jest-fixed-jsdom or node`;
  return /^CompileError/.test(text) ? `this browser is too old for it (${text})` : text;
}
