// The list of languages, and their texts: complete and translated.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { messages } from "./globals.js";

const { emailLocale, english, languages, loadMessages } = messages;
const placeholders = (text) => (text.match(/\{\w+\}/g) ?? []).sort();

/** The locale of the emails in each language, as Xsolla lists them; English where it lists none. */
const locales = {
  ar: "ar_AE",
  bg: "bg_BG",
  cs: "cs_CZ",
  de: "de_DE",
  en: "en_XX",
  es: "es_ES",
  fil: "fil_PH",
  fr: "fr_FR",
  he: "he_IL",
  id: "id_ID",
  it: "it_IT",
  ja: "ja_JP",
  km: "km-KH",
  ko: "ko_KR",
  lo: "lo_LA",
  my: "my_MM",
  ne: "ne_NP",
  pl: "pl_PL",
  "pt-BR": "pt_BR",
  ro: "ro_RO",
  ru: "ru_RU",
  th: "th_TH",
  tr: "tr_TR",
  vi: "vi_VN",
  "zh-CN": "zh_CN",
  "zh-TW": "zh_TW",
};

test("there is every language that Xsolla lists, with the locale of its emails", () => {
  assert.deepEqual(Object.fromEntries(languages.map((language) => [language, emailLocale(language)])), locales);
});

test("each language but English has its files, and each file of js/messages/locales is a language", () => {
  // The build makes files of the whole folder.
  const files = readdirSync(new URL("../../../dist/messages/", import.meta.url));
  const separate = languages.filter((language) => language !== "en");
  assert.deepEqual(files.sort(), separate.flatMap((language) => [`${language}.cjs`, `${language}.js`]).sort());
});

for (const language of Object.keys(locales)) {
  test(`${language}: every text, with its placeholders`, async () => {
    const { texts, language: loaded } = await loadMessages(language);
    assert.equal(loaded, language);
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english.texts).sort());
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [name, inEnglish] of Object.entries(english.texts)) {
      const text = texts[name];
      assert.equal(typeof text, typeof inEnglish, name);
      if (typeof text === "string") {
        assert.deepEqual(placeholders(text), placeholders(inEnglish), name);
        assert.notEqual(text, "", name);
        if (language !== "en") assert.notEqual(text, inEnglish, name);
      } else {
        const expected = placeholders(inEnglish.other);
        assert.deepEqual(placeholders(text.other), expected, name);
        // A plural form may spell out its number; each belongs to the language.
        for (const [category, form] of Object.entries(text)) {
          assert.ok(["zero", ...categories].includes(category), `${name}: ${category}`);
          const withoutCount = expected.filter((placeholder) => placeholder !== "{count}");
          assert.ok([`${withoutCount}`, `${expected}`].includes(`${placeholders(form)}`), `${name}: ${form}`);
        }
        for (const category of categories) {
          const isOfFractions = category === "many" && language === "cs";
          if (!isOfFractions) assert.ok(category in text, `${name}: ${category}`);
        }
      }
    }
  });
}
