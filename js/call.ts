// The path of one call. JavaScript reads the options, sends and waits; Rust decides what to send and what the response means.

import { interruption, PasswordResetError, toError } from "../src/browser/error.js";
import { encode, exchange, STRING, TIMED_OUT, toBytes } from "../src/browser/exchange.js";
import { readOptions } from "../src/browser/options.js";
import { enter, isLoaded, loadAndEnter, type Rust, read } from "./load.js";
import type { readPolicy } from "./policy.js";

/** Makes one call. The time limit and the signal cover the loading of Rust, too. */
export async function call(confirms: boolean, argument: unknown): Promise<void> {
  const options = readOptions(confirms, argument);
  const { policy } = options;
  const prepare = (rust: Rust) =>
    rust.prepare(confirms, toBytes(options.message(policy && (read as typeof readPolicy)(policy))));
  const checked = (request: ReturnType<typeof prepare>) => {
    if (typeof request === "string") throw toError(request);
    if (!options.fetch && typeof fetch === "undefined")
      throw new PasswordResetError("fetch is not defined", { kind: "not_loaded" });
    return request;
  };
  // Firefox searches a list for each rejection that comes before the caller can handle it.
  if (isLoaded(policy)) await undefined;
  const request = isLoaded(policy) ? checked(enter(prepare)) : loadAndEnter(policy, prepare).then(checked);

  const ended = await exchange(request, options.timeoutMs, options.signal, options.fetch, confirms);
  if (ended.ending >= TIMED_OUT) throw interruption(ended, options.timeoutMs);

  const conclude = (rust: Rust) => rust.conclude(ended.ending, ended.status || 0, toBytes(ended.message || ""));
  const error = isLoaded(false) ? enter(conclude) : await loadAndEnter(false, conclude);
  if (error) throw toError(error, ended);
}

/** Returns the mail address that was probably meant. */
export async function suggest(username: unknown): Promise<string | undefined> {
  const message = encode(STRING, username);
  return message && loadAndEnter(true, (rust) => (rust as Required<Rust>).suggest(toBytes(message)));
}
