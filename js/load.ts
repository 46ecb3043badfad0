// Loads the WebAssembly when it is first needed, and replaces an instance that trapped.

import { source } from "source";
import { PasswordResetError } from "../src/browser/error.js";
import type { createGlue, readPolicy } from "./policy.js";

/** The exports of the crate. */
export type Rust = ReturnType<typeof createGlue>["exports"];

/** Own properties, which a page cannot add to every array. */
const unloaded = (): (Promise<void> | undefined)[] => [undefined, undefined];

/** The loading of the WebAssembly without policies, and of the one with them. */
let loading = unloaded();
/** The exports of the current instance. */
let rust: Rust | undefined;
/** Reads a policy, if the current instance knows policies. */
export let read: typeof readPolicy | undefined;

/** Whether Rust can be entered; `withPolicies` if it must know policies. */
export const isLoaded = (withPolicies: unknown) => (withPolicies ? read : rust);

/** Loads the WebAssembly, unless it is loaded. If that fails, the next call tries again, as far as the engine repeats an import. */
export function load(withPolicies: unknown): Promise<void> {
  const index = withPolicies ? 1 : 0;
  loading[index] ??= start(withPolicies).catch((cause) => {
    loading = unloaded();
    throw new PasswordResetError(`WebAssembly could not start: ${hint(cause)}`, { kind: "not_loaded" }, cause);
  });
  return loading[index] as Promise<void>;
}

/** Calls Rust. If it traps, the next call loads a new instance. */
export function enter<Answer>(run: (rust: Rust) => Answer): Answer {
  try {
    return run(rust as Rust);
  } catch (cause) {
    // Rust throws nothing: an exception is a trap, after which its memory cannot be trusted.
    loading = unloaded();
    rust = read = undefined;
    throw new PasswordResetError("Internal error of xsolla-password-reset", { kind: "internal" }, cause);
  }
}

/** Loads Rust and calls it. */
export async function loadAndEnter<Answer>(withPolicies: unknown, run: (rust: Rust) => Answer): Promise<Answer> {
  // Repeated if the instance has trapped in another call in the meantime.
  while (!isLoaded(withPolicies)) await load(withPolicies);
  return enter(run);
}

async function start(withPolicies: unknown): Promise<void> {
  const { createGlue, decode, readPolicy } = await source(withPolicies);
  // Reading a missing one throws, which names it.
  const required = [TextDecoder, URLSearchParams, AbortController];
  const glue = createGlue(required);
  const { instance } = await WebAssembly.instantiate(decode(), glue.imports);
  glue.start(instance.exports);
  // The one with policies, which may have been loaded in the meantime, stays.
  if (read) return;
  rust = glue.exports;
  read = readPolicy;
}

/** A hint for developers. */
function hint(cause: unknown): string {
  const text = String(cause);
  if (/Content Security|CSP|unsafe-eval|Refused to create|by embedder/i.test(text)) {
    return `it is forbidden here: script-src of the Content-Security-Policy needs 'wasm-unsafe-eval', or 'unsafe-eval' before Chrome 97 (${text})`;
  }
  if (/TextDecoder/.test(text)) return `${text}; in Jest, use the environment jest-fixed-jsdom or node`;
  return /^CompileError/.test(text) ? `this browser is too old for it (${text})` : text;
}
