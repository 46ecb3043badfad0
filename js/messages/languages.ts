import en from "./locales/en.js";
import type { Texts } from "./texts.js";

type Loader = () => Promise<{ default: Texts }>;

/** A language of the texts, as a BCP 47 tag. */
export type Language =
  | "ar"
  | "bg"
  | "cs"
  | "de"
  | "en"
  | "es"
  | "fil"
  | "fr"
  | "he"
  | "id"
  | "it"
  | "ja"
  | "km"
  | "ko"
  | "lo"
  | "my"
  | "ne"
  | "pl"
  | "pt-BR"
  | "ro"
  | "ru"
  | "th"
  | "tr"
  | "vi"
  | "zh-CN"
  | "zh-TW";

// One literal path each, so that every bundler finds the files. English is part of the bundle, as the fallback.
const loaders: Record<Language, Loader> = {
  ar: () => import("./locales/ar.js"),
  bg: () => import("./locales/bg.js"),
  cs: () => import("./locales/cs.js"),
  de: () => import("./locales/de.js"),
  en: async () => ({ default: en }),
  es: () => import("./locales/es.js"),
  fil: () => import("./locales/fil.js"),
  fr: () => import("./locales/fr.js"),
  he: () => import("./locales/he.js"),
  id: () => import("./locales/id.js"),
  it: () => import("./locales/it.js"),
  ja: () => import("./locales/ja.js"),
  km: () => import("./locales/km.js"),
  ko: () => import("./locales/ko.js"),
  lo: () => import("./locales/lo.js"),
  my: () => import("./locales/my.js"),
  ne: () => import("./locales/ne.js"),
  pl: () => import("./locales/pl.js"),
  "pt-BR": () => import("./locales/pt-BR.js"),
  ro: () => import("./locales/ro.js"),
  ru: () => import("./locales/ru.js"),
  th: () => import("./locales/th.js"),
  tr: () => import("./locales/tr.js"),
  vi: () => import("./locales/vi.js"),
  "zh-CN": () => import("./locales/zh-CN.js"),
  "zh-TW": () => import("./locales/zh-TW.js"),
};

/** The languages of the texts, as BCP 47 tags. */
export const languages = Object.keys(loaders) as Language[];

/** The texts of one language. */
export interface Messages {
  /** Their language. */
  language: Language;
  /** The texts themselves. */
  texts: Texts;
}

/**
 * The texts that are part of the bundle.
 *
 * @internal
 */
export const english: Messages = { language: "en", texts: en };

/**
 * Loads the texts of a language; falls back to English if they cannot be loaded. Never rejects.
 *
 * @example
 * ```ts
 * const { texts } = await loadMessages("pt-BR");
 * heading.textContent = texts.requestTitle;
 * ```
 */
export async function loadMessages(language: Language): Promise<Messages> {
  try {
    const loader: Loader = loaders[language];
    const { default: texts } = await loader();
    // A server may return some other script in place of a missing file.
    if (texts.sent) return { language, texts };
  } catch {
    // Offline, or not one of the languages.
  }
  return english;
}

// Small tables instead of `Intl.Locale`: Chromium has it since 74, and the country of a language that it considers
// likely changes with its data.

/** Deprecated codes, which Java and old browsers still send. */
const renamed: Record<string, string> = { cmn: "zh", in: "id", iw: "he", mo: "ro", tl: "fil" };

/** The script of each language that is not written in Latin letters. A tag may name it without changing the language. */
const scripts: { [language: string]: string } = {
  ar: "arab",
  bg: "cyrl",
  he: "hebr",
  ja: "jpan",
  km: "khmr",
  ko: "kore",
  lo: "laoo",
  my: "mymr",
  ne: "deva",
  ru: "cyrl",
  th: "thai",
};

/** Where Chinese is written in traditional characters, by the likely subtags of CLDR. */
const traditional = /^(au|bn|gb|gf|hk|id|mo|p[afh]|sr|t[hw]|us|vn)$/;

/** Language, script and region of a BCP 47 tag, or of a POSIX locale in lower case with `-` for `_`. */
const tagParts = /^([a-z]+)(?:-[a-z]{3})?(?:-([a-z]{4}))?(?:-([a-z]{2}))?(?=[-.@]|$)/;

/** The language of the texts that a tag matches, if there is one. */
function languageOf(tag: unknown): Language | undefined {
  if (typeof tag !== "string") return;
  const [, code = "", script, region = ""] = tagParts.exec(tag.trim().toLowerCase().replace(/_/g, "-")) ?? [];
  const language = renamed[code] ?? code;
  if (language === "zh") {
    if (script === "hant" || (!script && traditional.test(region))) return "zh-TW";
    return script && script !== "hans" ? undefined : "zh-CN";
  }
  if (script && script !== (scripts[language] ?? "latn")) return;
  return languages.find((known) => known === language || known === `${language}-BR`);
}

/**
 * Returns the first of the preferred languages that has texts, by language and script; English if none has. Never throws.
 *
 * @example
 * ```ts
 * chooseLanguage(["sv", "pt-PT", "de"]); // "pt-BR"
 * chooseLanguage(navigator.languages);
 * ```
 */
export function chooseLanguage(preferred: Iterable<string>): Language {
  try {
    for (const tag of typeof preferred === "string" ? [preferred] : preferred) {
      const found = languageOf(tag);
      if (found) return found;
    }
  } catch {
    // Not a list.
  }
  return "en";
}

/**
 * The preferred languages for an element: its `lang`, then the browser's. In a worker, the browser's; none without a
 * browser. Never throws.
 *
 * @internal
 */
export function preferredLanguages(place?: Element): string[] {
  const sources = [
    () => [langAround(place ?? document.documentElement)],
    () => [...navigator.languages],
    () => [navigator.language],
  ];
  const preferred: unknown[] = [];
  for (const source of sources) {
    try {
      preferred.push(...source());
    } catch {
      // Not here, or replaced by the page.
    }
  }
  return preferred.filter((tag): tag is string => Boolean(tag) && typeof tag === "string");
}

/** The nearest `lang` that is not empty, also across shadow roots. */
function langAround(place: Element): string | undefined {
  for (let node: Element | undefined = place; node; ) {
    const ancestor: Element | null = node.closest("[lang]");
    const lang = ancestor?.getAttribute("lang")?.trim();
    if (lang) return lang;
    node = ancestor?.parentElement ?? ((ancestor ?? node).getRootNode() as ShadowRoot).host;
  }
  return undefined;
}

/** The country in Xsolla's locale, where it differs from the language code. */
const countries: { [language: string]: string } = {
  ar: "AE",
  cs: "CZ",
  en: "XX",
  fil: "PH",
  he: "IL",
  ja: "JP",
  ko: "KR",
  lo: "LA",
  my: "MM",
  ne: "NP",
  vi: "VN",
};

/**
 * A language as Xsolla lists it for emails, such as `pt_BR`.
 *
 * @internal
 */
export function emailLocale(language: Language): string {
  const known = chooseLanguage([language]);
  if (known === "km") return "km-KH";
  return known.includes("-") ? known.replace("-", "_") : `${known}_${countries[known] ?? known.toUpperCase()}`;
}

/**
 * The direction in which a language is written, as a value for a `dir` attribute.
 *
 * @example
 * ```ts
 * document.documentElement.dir = directionOf("ar"); // "rtl"
 * ```
 */
export function directionOf(language: Language): "ltr" | "rtl" {
  return /^(ar|he)$/.test(language) ? "rtl" : "ltr";
}
