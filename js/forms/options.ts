import type { CallOptions } from "../index.js";
import type { Language } from "../messages/index.js";
import { attempt } from "./attempt.js";
import type { FormOptions } from "./controller-types.js";
import type { FormConfig } from "./form-config.js";

// The options of both forms, by name: an instance of a class may inherit its options, or have accessors.

/** They change neither what is sent nor where; `username` only suggests what the player may send. */
const presentation = ["texts", "language", "fetch", "username", "beforeSend"];
/** They decide what is sent, and where, or whether it can be. */
const request = [
  "projectId",
  "loginUrl",
  "locale",
  "baseUrl",
  "resetCode",
  "userId",
  "verifyCode",
  "requestUrl",
  "policy",
];

/** Returns the options with those that were given. One that cannot be read keeps its value. */
export function withGiven<Options extends FormOptions>(options: Options, given: Partial<Options>): Options {
  const next = { ...options };
  for (const name of [...presentation, ...request] as (keyof Options)[]) {
    attempt(() => {
      if (name in given) next[name] = given[name] as Options[typeof name];
    });
  }
  if (typeof next.texts !== "object") next.texts = null;
  return next;
}

/** Equal for options that lead to the same project, account and link. A policy may be another object that says the same. */
export const requestOf = <Options extends FormOptions>(options: Options) =>
  attempt(() => JSON.stringify(request.map((name) => options[name as keyof Options])));

/** The options of a call. Empty ones are absent. */
export function callOptions<Options extends FormOptions>(
  config: FormConfig<Options>,
  options: Options,
  value: string,
  language: Language,
): CallOptions {
  const given: Record<string, unknown> = config._read(options, value, language) as never;
  for (const name of ["projectId", "baseUrl", "fetch", ...config._sent])
    given[name] = options[name as keyof Options] || null;
  return given as never;
}
