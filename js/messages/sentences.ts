// The texts of a language as sentences, with their values.

import { directionOf, english, type Language, type Messages } from "./languages.js";
import type { Plural, Texts } from "./texts.js";

/** The name of a text without plural forms. */
export type TextName = { [name in keyof Texts]: Texts[name] extends string ? name : never }[keyof Texts];

/** The length of a password, in characters, as in `src/input/text.rs`. */
export const passwordLength = {
  /** At least this many. */
  min: 6,
  /** At most this many. */
  max: 100,
};

/** The longest wait that is shown, in milliseconds. A server may send any time, even a date in the next century. */
export const maxWaitMs = 3_600_000;

/** A time as a wait, at most {@link maxWaitMs}; 0 if it is none. */
export function usableWait(ms: unknown): number {
  return typeof ms === "number" && ms > 0 ? Math.min(ms, maxWaitMs) : 0;
}

/** What is filled into a text: numbers in the format of its language, and characters. */
type Values = Record<string, number | string>;

/** A text, with its values filled in. */
export function sentence({ language, texts }: Messages, name: TextName, values: Values = passwordLength): string {
  return fill(textOr(texts[name], english.texts[name]), values, language);
}

/** A text in the plural form for `count`, with its values filled in. */
export function countedSentence(
  { language, texts }: Messages,
  name: Exclude<keyof Texts, TextName>,
  values: Values & { count: number },
): string {
  const plural: Plural | undefined = texts[name];
  const form = plural?.[pluralForm(language, values.count)];
  return fill(textOr(form, textOr(plural?.other, english.texts[name].other)), values, language);
}

/**
 * How long to wait before trying again: in seconds below two minutes, else in minutes, rounded up, at most an hour.
 * Empty when there is nothing to wait for.
 */
export function waitSentence(messages: Messages, ms: number): string {
  const seconds = Math.ceil(usableWait(ms) / 1000);
  if (!seconds) return "";
  const count = Math.ceil(seconds / 60);
  return seconds < 120
    ? countedSentence(messages, "waitSeconds", { count: seconds })
    : countedSentence(messages, "waitMinutes", { count });
}

/**
 * Joins sentences as their language joins them: with a space, but with none after the full stop of Chinese and
 * Japanese. Leaves out empty ones.
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

/** Characters of scripts that are written from right to left, and some others in the same blocks. */
const rightToLeft = /[\u0590-\u08ff\ud802-\ud83b\ufb1d-\ufefc]/;

function fill(text: string, values: Values, language: Language): string {
  return text.replace(/\{(address|characters|count|max|min)\}/g, (placeholder, name) => {
    const value = values[name];
    if (typeof value === "number") return formatNumber(language, value);
    if (value === undefined) return placeholder;
    // Isolated: characters of another direction would move what is around them. Only then, because braille displays spell the
    // marks out (findings/liblouis-spells-out-isolates.sh).
    return directionOf(language) === "rtl" || rightToLeft.test(value) ? `\u2068${value}\u2069` : value;
  });
}
