/**
 * Messages for players: complete sentences, loaded one language at a time.
 *
 * @module xsolla-password-reset/messages
 */

import type { PasswordResetError, Reason } from "../index.js";
import { chooseLanguage, english, loadMessages, type Messages, preferredLanguages } from "./languages.js";
import type { Plural, Texts } from "./texts.js";

export type { Language, Messages } from "./languages.js";
export { chooseLanguage, directionOf, languages, loadMessages } from "./languages.js";
export type { Plural, Texts } from "./texts.js";

/** The call that failed: the message depends on it. */
export type Call = "request" | "confirm";

/** The name of a text without plural forms. */
export type TextName = { [name in keyof Texts]: Texts[name] extends string ? name : never }[keyof Texts];

/**
 * Returns the message for the player, one or two sentences: for an unknown user, the same as for an accepted request.
 *
 * Never rejects: a value that is not an error of this package counts as a general failure. A wait of more than an hour
 * is described as an hour.
 *
 * @param error - The error.
 * @param locale - The language, as a BCP 47 tag; by default the page's, then the browser's.
 * @param call - The call that failed.
 *
 * @example
 * ```ts
 * try {
 *   await requestPasswordReset({ projectId, username });
 * } catch (error) {
 *   if (!isPasswordResetError(error)) throw error;
 *   message.textContent = await describe(error);
 * }
 * ```
 */
export async function describe(error: PasswordResetError, locale?: string, call: Call = "request"): Promise<string> {
  const preferred = preferredLanguages();
  const messages = await loadMessages(chooseLanguage(locale ? [locale, ...preferred] : preferred));
  return joinSentences([sentence(messages, textFor(error, call)), waitSentence(messages, waitAfter(error))]);
}

/**
 * The length of a password, in characters, as in `src/input/text.rs`.
 *
 * @internal
 */
export const passwordLength = {
  /** At least this many. */
  min: 6,
  /** At most this many. */
  max: 100,
};

/**
 * The longest wait that is shown, in milliseconds. A server may send any time, even a date in the next century.
 *
 * @internal
 */
export const maxWaitMs = 3_600_000;

/**
 * How long an error asks to wait, in milliseconds, at most {@link maxWaitMs}; 0 if it names no time.
 *
 * @internal
 */
export function waitAfter(error: PasswordResetError): number {
  try {
    return error.kind === "rate_limited" ? usableWait(error.retryAfterMs) : 0;
  } catch {
    return 0;
  }
}

function usableWait(ms: unknown): number {
  return typeof ms === "number" && ms > 0 ? Math.min(ms, maxWaitMs) : 0;
}

/**
 * A text, with its numbers filled in.
 *
 * @internal
 */
export function sentence({ language, texts }: Messages, name: TextName): string {
  return fill(textOr(texts[name], english.texts[name]), passwordLength, language);
}

/**
 * How long to wait before trying again: in seconds below two minutes, else in minutes, rounded up, at most an hour.
 * Empty when there is nothing to wait for.
 *
 * @internal
 */
export function waitSentence({ language, texts }: Messages, ms: number): string {
  const seconds = Math.ceil(usableWait(ms) / 1000);
  if (!seconds) return "";
  const [name, count]: ["waitSeconds" | "waitMinutes", number] =
    seconds < 120 ? ["waitSeconds", seconds] : ["waitMinutes", Math.ceil(seconds / 60)];
  const plural: Plural | undefined = texts[name];
  const text = textOr(plural?.[pluralForm(language, count)], textOr(plural?.other, english.texts[name].other));
  return fill(text, { count }, language);
}

/**
 * Joins sentences as their language joins them: with a space, but with none after the full stop of Chinese and
 * Japanese. Leaves out empty ones.
 *
 * @internal
 */
export function joinSentences(sentences: string[]): string {
  return sentences
    .filter(Boolean)
    .reduce((text, next) => (!text || /[。！？]$/.test(text) ? text + next : `${text} ${next}`), "");
}

/** A text, or the fallback if a page replaced it with something that is not a text. */
function textOr(text: unknown, fallback: string): string {
  return typeof text === "string" ? text : fallback;
}

// Not every engine has all of Intl, and a page can replace it.

function pluralForm(language: string, count: number): keyof Plural {
  try {
    return new Intl.PluralRules(language).select(count);
  } catch {
    // Every language that has `one` uses it for 1.
    return count === 1 ? "one" : "other";
  }
}

function formatNumber(language: string, number: number): string {
  try {
    return textOr(new Intl.NumberFormat(language).format(number), "") || String(number);
  } catch {
    return String(number);
  }
}

function fill(text: string, numbers: Record<string, number>, language: string): string {
  return text.replace(/\{(count|max|min)\}/g, (placeholder, name) => {
    const number = numbers[name];
    return number === undefined ? placeholder : formatNumber(language, number);
  });
}

/**
 * The name of the text that explains an error to a player. Never throws.
 *
 * @internal
 */
export function textFor(error: PasswordResetError, call: Call): TextName {
  try {
    return explain(error, call) ?? "failed";
  } catch {
    // Not an error of this package, or one whose fields were changed.
    return "failed";
  }
}

function explain(error: PasswordResetError, call: Call): TextName | undefined {
  const isRequest = call === "request";
  switch (error.kind) {
    case "invalid_input": {
      const broken = (field: string) => error.issues.find((issue) => issue.field === field)?.rule;
      const username = broken("username");
      if (isRequest && username) return username === "required" ? "usernameRequired" : "usernameInvalid";
      if (isRequest) return "misconfigured";
      if (["resetCode", "userId", "verifyCode"].some(broken)) return "linkDead";
      return broken("newPassword") ? "passwordRule" : "misconfigured";
    }
    case "rejected": {
      const [request, confirm] = rejected[error.reason] ?? [];
      // Either may depend on the account, whatever its code: that of an unknown user differs between projects.
      const dependsOnAccount = error.status === 401 || error.status === 404;
      if (isRequest) return dependsOnAccount && request !== "misconfigured" ? "sent" : request;
      if (mentionsPassword(error.details)) return "passwordRefused";
      return confirm ?? (dependsOnAccount ? "linkDead" : undefined);
    }
    case "rate_limited":
      return "rateLimited";
    case "network":
      return error.offline ? "offline" : "network";
    case "timeout":
      return isRequest ? "requestTimeout" : "confirmTimeout";
    case "aborted":
      return "cancelled";
    case "not_loaded":
      return "notLoaded";
  }
}

/** How many values of `details` are searched, and how many keys of each. */
const MAX_VALUES = 1000;

/**
 * Whether details mention the password, in a key or in a text. They may have any shape, even a circular one: the search
 * is bounded, does not recurse, and skips what cannot be read.
 */
function mentionsPassword(details: unknown): boolean {
  const pending = [details];
  // The list grows during the loop.
  for (const value of pending) {
    if (typeof value === "string" && /password/i.test(value)) return true;
    if (typeof value !== "object" || !value) continue;
    try {
      for (const key of Object.keys(value).slice(0, MAX_VALUES)) {
        if (/password/i.test(key)) return true;
        if (pending.length < MAX_VALUES) pending.push(read(value, key));
      }
    } catch {
      // A proxy without keys.
    }
  }
  return false;
}

function read(object: object, key: string): unknown {
  try {
    return object[key as keyof typeof object];
  } catch {
    return undefined;
  }
}

const misconfigured: [TextName, TextName] = ["misconfigured", "misconfigured"];
/** In response to a request, each of these would reveal whether an account exists. */
const neutral: [TextName, TextName] = ["sent", "linkDead"];

/** The text for each reason: in response to a request, and to a new password. */
const rejected: { [reason in Reason]?: [TextName, TextName] } = {
  invalid_parameters: ["failed", "passwordOrLinkRefused"],
  wrong_credentials: neutral,
  user_not_found: neutral,
  object_not_found: neutral,
  account_banned: neutral,
  account_not_confirmed: neutral,
  too_many_attempts: ["rateLimited", "rateLimited"],
  project_not_found: misconfigured,
  call_unavailable: misconfigured,
  project_misconfigured: misconfigured,
  reset_not_allowed: misconfigured,
  login_url_required: misconfigured,
  login_url_unknown: misconfigured,
};

// For the forms.
/** @internal */
export { emailLocale, english, preferredLanguages } from "./languages.js";
