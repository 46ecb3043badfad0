// The path of one call. JavaScript reads the options, sends and waits; Rust decides what to send and what the response means.

import { base, full } from "source";
import { interruption, PasswordResetError, toError } from "../src/browser/error.js";
import { encode, exchange, STRING, TIMED_OUT, toBytes } from "../src/browser/exchange.js";
import { readOptions } from "../src/browser/options.js";
import type { Rust } from "./load.js";

/** The functions of the WebAssembly with policies. */
type FullRust = Required<Rust>;

/** Makes one call. The time limit and the signal cover the loading of Rust, too. */
export async function call(confirms: boolean, argument: unknown): Promise<void> {
  const { policy, message, timeoutMs, signal, fetch: customFetch } = readOptions(confirms, argument);
  const engine = policy ? full : base;
  // Firefox searches a list for each rejection that comes before the caller can handle it.
  if (engine.isLoaded()) await undefined;
  const request = engine.enter(
    (rust) => rust.prepare(confirms, toBytes(message(policy && (rust as FullRust).readPolicy(policy)))),
    (request) => {
      if (typeof request === "string") throw toError(request);
      if (!customFetch && typeof fetch === "undefined")
        throw new PasswordResetError("fetch is not defined", { kind: "not_loaded" });
      return request;
    },
  );

  const ended = await exchange(request, timeoutMs, signal, customFetch, confirms);
  if (ended.ending >= TIMED_OUT) throw interruption(ended, timeoutMs);

  await engine.enter(
    (rust) => rust.conclude(ended.ending, ended.status || 0, toBytes(ended.message || "")),
    (error) => {
      if (error) throw toError(error, ended);
    },
  );
}

/** Returns the mail address that was probably meant. */
export async function suggest(username: unknown): Promise<string | undefined> {
  return full.enter(
    (rust) => (rust as FullRust).suggest(toBytes(encode(STRING, username) || "")),
    (address) => address,
  );
}
