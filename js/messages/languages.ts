import type { Texts } from "./texts.js";
import en from "./locales/en.js";

type Loader = () => Promise<{ default: Texts }>;

// Written out, so that every bundler finds the files. English is always there, to fall back on.
const loaders = {
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
} satisfies Record<string, Loader>;

/**
 * A language that there are texts in, as BCP 47 writes it.
 *
 * @useDeclaredType
 */
export type Language = keyof typeof loaders;

/** The languages that there are texts in. */
export const languages = Object.keys(loaders) as Language[];

/** The texts of one language. */
export interface Messages {
  /** Which one. */
  language: Language;
  /** What is said in it. */
  texts: Texts;
}

/** What is there without loading anything. */
export const english: Messages = { language: "en", texts: en };

/** Loads the texts of a language. In English if they cannot be had. */
export async function loadMessages(language: Language): Promise<Messages> {
  const loader: Loader = loaders[language];
  return loader().then((file) => ({ language, texts: file.default }), () => english);
}

/** Language and script: `zh-TW` and `zh-HK` share them, `zh-CN` does not. */
function written(tag: string): string {
  const { language, script } = new Intl.Locale(tag.replace(/_/g, "-")).maximize();
  return `${language}-${script}`;
}

/** The first language, of those wanted, that there are texts in; else English. */
export function chooseLanguage(wanted: Iterable<string>): Language {
  for (const tag of wanted) {
    try {
      const asked = written(tag);
      const found = languages.find((language) => written(language) === asked);
      if (found) return found;
    } catch {
      // Not a language tag.
    }
  }
  return "en";
}

/** The languages that a place in the page wants: its own `lang`, then those of the browser. */
export function wantedLanguages(place?: Element): string[] {
  if (typeof document === "undefined") return [];
  let node: Element | null | undefined = place ?? document.documentElement;
  let lang: Element | null | undefined;
  while (node && !(lang = node.closest("[lang]"))) node = (node.getRootNode() as ShadowRoot).host;
  return [lang?.getAttribute("lang") ?? "", ...navigator.languages];
}

/** Where Xsolla's list departs from the likely country of a language. */
const special: { [language in Language]?: string } = { ar: "ar_AE", en: "en_XX", km: "km-KH" };

/** A language as Xsolla lists it for e-mails, such as `pt_BR`. */
export function emailLocale(language: Language): string {
  const likely = new Intl.Locale(language).maximize();
  return special[language] ?? `${likely.language}_${likely.region}`;
}
