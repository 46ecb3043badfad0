/**
 * What to tell players, in their language: whole sentences, loaded one language at a time.
 *
 * @module xsolla-password-reset/messages
 */

import type { PasswordResetError, Reason } from "../index.js";
import { chooseLanguage, loadMessages, wantedLanguages, type Messages } from "./languages.js";
import type { Plural, Texts } from "./texts.js";

export { chooseLanguage, emailLocale, english, languages, loadMessages, wantedLanguages } from "./languages.js";
export type { Language, Messages } from "./languages.js";
export type { Plural, Texts } from "./texts.js";

/** Which call an error came from: it makes a difference to the player. */
export type Call = "request" | "confirm";

/** A text that is one sentence or more, the same every time. */
export type TextName = { [name in keyof Texts]: Texts[name] extends string ? name : never }[keyof Texts];

/**
 * What to tell a player about an error, in a language (BCP 47; that of the page, then those of the browser, if not
 * given). Of a request for an unknown user it says the same as of one that was accepted.
 */
export async function describe(error: PasswordResetError, locale?: string, call: Call = "request"): Promise<string> {
  const wanted = wantedLanguages();
  const messages = await loadMessages(chooseLanguage(locale ? [locale, ...wanted] : wanted));
  const text = sentence(messages, textFor(error, call));
  const wait = error.kind === "rate_limited" && error.retryAfterMs;
  return wait ? `${text} ${waitSentence(messages, wait)}` : text;
}

/** How long a password is, in characters. */
export const passwordLength = {
  /** At least so many. */
  min: 6,
  /** At most so many. */
  max: 100,
};

/** A text of these messages, with its numbers filled in. */
export function sentence({ language, texts }: Messages, name: TextName): string {
  return fill(texts[name], passwordLength, language);
}

/** How long to wait before asking again: in seconds below two minutes, else in minutes, rounded up. */
export function waitSentence({ language, texts }: Messages, ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const [plural, count]: [Plural, number] =
    seconds < 120 ? [texts.waitSeconds, seconds] : [texts.waitMinutes, Math.ceil(seconds / 60)];
  const form = new Intl.PluralRules(language).select(count);
  return fill(plural[form] ?? plural.other, { count }, language);
}

function fill(text: string, numbers: Record<string, number>, language: string): string {
  const format = new Intl.NumberFormat(language);
  return text.replace(/\{(\w+)\}/g, (placeholder, name) => {
    const number = numbers[name];
    return number === undefined ? placeholder : format.format(number);
  });
}

/** The text that tells a player about an error. */
export function textFor(error: PasswordResetError, call: Call): TextName {
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
    case "rejected":
      if (!isRequest && /password/.test(JSON.stringify(error.details))) return "passwordRefused";
      return rejected[error.reason]?.[isRequest ? 0 : 1] ?? "failed";
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
    default:
      return "failed";
  }
}

const setUp: [TextName, TextName] = ["misconfigured", "misconfigured"];
/** To a request, each of these would tell that an account exists, or that it does not. */
const account: [TextName, TextName] = ["sent", "linkDead"];

/** What the reasons mean to a player who requests a link, and to one who sets a password. */
const rejected: { [reason in Reason]?: [TextName, TextName] } = {
  invalid_parameters: ["failed", "linkDead"],
  user_not_found: account,
  object_not_found: account,
  account_banned: account,
  account_not_confirmed: account,
  too_many_attempts: ["rateLimited", "rateLimited"],
  project_not_found: setUp,
  call_unavailable: setUp,
  project_misconfigured: setUp,
  reset_not_allowed: setUp,
  login_url_required: setUp,
  login_url_unknown: setUp,
};
