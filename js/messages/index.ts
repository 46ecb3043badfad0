/**
 * Messages for players: complete sentences, loaded one language at a time.
 *
 * @module xsolla-password-reset/messages
 */

import type { PasswordResetError, Reason } from "../index.js";
import { chooseLanguage, loadMessages, preferredLanguages } from "./languages.js";
import { joinSentences, sentence, type TextName, usableWait, waitSentence } from "./sentences.js";

export type { Language, Messages } from "./languages.js";
export { chooseLanguage, directionOf, languages, loadMessages } from "./languages.js";
export type { TextName } from "./sentences.js";
export type { Plural, Texts } from "./texts.js";

/** The call that failed: the message depends on it. */
export type Call = "request" | "confirm";

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
      const password = broken("newPassword");
      // Another password would not help if something else is wrong as well.
      if (!password || error.issues.some(({ field }) => field !== "newPassword")) return "misconfigured";
      // The error does not say what the project's policy requires.
      return /^password_(?!length)/.test(password) ? "passwordRefused" : "passwordRule";
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
/** @internal */
export { personOf, shorten, trimName } from "./names.js";
/** @internal */
export { countedSentence, joinSentences, maxWaitMs, passwordLength, sentence, waitSentence } from "./sentences.js";
