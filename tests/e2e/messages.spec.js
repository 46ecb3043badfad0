// The texts, in every language: nothing missing, nothing extra, nothing left in English.

import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";

const dist = new URL("../../dist/", import.meta.url);
const load = (file) => import(new URL(file, dist).href);
const size = (file) => brotliCompressSync(readFileSync(new URL(file, dist))).length;
const placeholders = (text) => (text.match(/\{\w+\}/g) ?? []).sort();

/** As Xsolla lists them. */
const locales = {
  ...{ ar: "ar_AE", bg: "bg_BG", cs: "cs_CZ", de: "de_DE", en: "en_XX", es: "es_ES", fil: "fil_PH", fr: "fr_FR", he: "he_IL" },
  ...{ id: "id_ID", it: "it_IT", ja: "ja_JP", km: "km-KH", ko: "ko_KR", lo: "lo_LA", my: "my_MM", ne: "ne_NP", pl: "pl_PL" },
  ...{ "pt-BR": "pt_BR", ro: "ro_RO", ru: "ru_RU", th: "th_TH", tr: "tr_TR", vi: "vi_VN", "zh-CN": "zh_CN", "zh-TW": "zh_TW" },
};

test("there is every language that Xsolla lists", async () => {
  const { emailLocale, languages } = await load("messages.js");
  expect(Object.fromEntries(languages.map((language) => [language, emailLocale(language)]))).toEqual(locales);
  expect(readdirSync(new URL("messages/", dist)).length).toBe(languages.length - 1);
});

for (const language of Object.keys(locales)) {
  test(`${language}: every text, with its placeholders`, async () => {
    const { english, loadMessages } = await load("messages.js");
    const { texts, language: loaded } = await loadMessages(language);
    expect(loaded).toBe(language);
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english.texts).sort());
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [name, inEnglish] of Object.entries(english.texts)) {
      const text = texts[name];
      expect(typeof text, name).toBe(typeof inEnglish);
      if (typeof text === "string") {
        expect(placeholders(text), name).toEqual(placeholders(inEnglish));
        expect(text.trim(), name).toBe(text);
        expect(text, name).not.toBe("");
        if (language !== "en") expect(text, name).not.toBe(inEnglish);
      } else {
        expect(placeholders(text.other), name).toEqual(["{count}"]);
        // A form may say its number in words; none is there that the language lacks.
        for (const [category, form] of Object.entries(text)) {
          expect(["zero", ...categories], name).toContain(category);
          expect(["", "{count}"], name).toContain(placeholders(form).join());
          if (/\{/.test(form)) expect(placeholders(form)).toEqual(["{count}"]);
        }
        for (const category of categories) {
          const isOfFractions = category === "many" && ["cs"].includes(language);
          if (!isOfFractions) expect(Object.keys(text), `${name}: ${category}`).toContain(category);
        }
      }
    }
  });
}

test("the forms and each language are small", async () => {
  expect(size("forms.js")).toBeLessThan(8_000);
  expect(size("messages.js")).toBeLessThan(4_000);
  for (const file of readdirSync(new URL("messages/", dist))) expect(size(`messages/${file}`), file).toBeLessThan(2_000);
});

test("languages are found by language and script", async () => {
  const { chooseLanguage } = await load("messages.js");
  for (const [wanted, found] of Object.entries({
    ...{ "de-AT": "de", de_CH: "de", "zh-HK": "zh-TW", zh: "zh-CN", "zh-Hant": "zh-TW", "pt-PT": "pt-BR", iw: "he", tl: "fil" },
    ...{ "sr-Latn": "en", sv: "en", "": "en", "not a tag": "en" },
  })) {
    expect(chooseLanguage([wanted]), wanted).toBe(found);
  }
  expect(chooseLanguage(["sv", "fr-CA", "de"])).toBe("fr");
});

test("the e-mail's locale is one that the call takes", async () => {
  const { requestPasswordReset } = await load("index.js");
  for (const locale of Object.values(locales)) {
    let sent;
    const fetch = async (url) => {
      sent = new URL(url).searchParams.get("locale");
      return new Response(null, { status: 204 });
    };
    await requestPasswordReset({ projectId: "11111111-1111-4111-8111-111111111111", username: "ada", locale, fetch });
    // The call writes all of them with an underscore.
    expect(sent).toBe(locale.replace("-", "_"));
  }
});

test("errors are described, in the language asked for", async () => {
  const { describe, english, sentence } = await load("messages.js");
  const say = (name) => sentence(english, name);
  const table = [
    [{ kind: "invalid_input", issues: [{ field: "username", rule: "required" }] }, "usernameRequired", "misconfigured"],
    [{ kind: "invalid_input", issues: [{ field: "username", rule: "no_controls" }] }, "usernameInvalid", "misconfigured"],
    [{ kind: "invalid_input", issues: [{ field: "projectId", rule: "uuid" }] }, "misconfigured", "misconfigured"],
    [{ kind: "invalid_input", issues: [{ field: "newPassword", rule: "password_length" }] }, "misconfigured", "passwordRule"],
    [{ kind: "invalid_input", issues: [{ field: "resetCode", rule: "required" }] }, "misconfigured", "linkDead"],
    [{ kind: "rejected", reason: "user_not_found" }, "sent", "linkDead"],
    [{ kind: "rejected", reason: "object_not_found" }, "sent", "linkDead"],
    [{ kind: "rejected", reason: "account_not_confirmed" }, "sent", "linkDead"],
    [{ kind: "rejected", reason: "project_not_found" }, "misconfigured", "misconfigured"],
    [{ kind: "rejected", reason: "login_url_required" }, "misconfigured", "misconfigured"],
    [{ kind: "rejected", reason: "too_many_attempts" }, "rateLimited", "rateLimited"],
    [{ kind: "rejected", reason: "invalid_parameters", details: { new_password: "…" } }, "failed", "passwordRefused"],
    [{ kind: "rejected", reason: "unknown" }, "failed", "failed"],
    [{ kind: "rate_limited", reason: "too_many_attempts" }, "rateLimited", "rateLimited"],
    [{ kind: "unexpected_response", status: 502 }, "failed", "failed"],
    [{ kind: "network", offline: true }, "offline", "offline"],
    [{ kind: "network", offline: false }, "network", "network"],
    [{ kind: "timeout", timeoutMs: 1 }, "requestTimeout", "confirmTimeout"],
    [{ kind: "aborted" }, "cancelled", "cancelled"],
    [{ kind: "not_loaded" }, "notLoaded", "notLoaded"],
    [{ kind: "internal" }, "failed", "failed"],
  ];
  for (const [error, request, confirm] of table) {
    expect(await describe(error, "en"), JSON.stringify(error)).toBe(say(request));
    expect(await describe(error, "en", "confirm"), JSON.stringify(error)).toBe(say(confirm));
  }
  const limited = (retryAfterMs) => ({ kind: "rate_limited", reason: "too_many_attempts", retryAfterMs });
  expect(await describe(limited(1), "en-GB")).toContain("in 1 second.");
  expect(await describe(limited(60_001), "en")).toContain("in 61 seconds.");
  expect(await describe(limited(120_000), "en")).toContain("in 2 minutes.");
  expect(await describe(limited(3_000), "ru")).toContain("через 3 секунды.");
  expect(await describe(limited(5_000), "pl")).toContain("za 5 sekund.");
  expect(await describe(limited(2_000), "ar")).toContain("ثانيتين");
});

test("importing the forms where there is no page does nothing", async () => {
  const { NewPasswordForm, PasswordResetForm } = await load("forms.js");
  expect([typeof NewPasswordForm, typeof PasswordResetForm]).toEqual(["function", "function"]);
});
