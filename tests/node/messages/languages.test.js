// The language of the texts, for any tag, in any engine.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  element,
  faults,
  messages as internals,
  nonsense,
  page,
  withGlobals,
  withProperties,
  worker,
} from "./globals.js";

const { chooseLanguage, directionOf, emailLocale, english, languages, loadMessages, preferredLanguages } = internals;

/** Language and script, by the data of the engine. */
function scriptOf(tag) {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const regions = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((region) => new Intl.Locale(`und-${region}`).region === region);
const others = "sr sv uk fa ur uz kk mn hi el nb nn az bs pa yi ms jv yue".split(" ");
const renamed = ["iw", "in", "tl", "mo", "cmn"];
const scripts = "Latn Cyrl Arab Hebr Jpan Kore Hans Hant Deva Thai Khmr Laoo Mymr Grek".split(" ");
const codes = [...new Set(languages.map((language) => language.split("-")[0]))];

function* tags() {
  for (const code of [...codes, ...others, ...renamed]) {
    yield code;
    for (const region of regions) yield `${code}-${region}`;
    for (const script of scripts) {
      yield `${code}-${script}`;
      for (const region of ["US", "CN", "TW", "HK", "RU", "RS", "BR"]) yield `${code}-${script}-${region}`;
    }
    for (const rest of ["419", "001", "1996", "DE-1996", "u-nu-latn", "US-u-rg-gbzzzz", "x-hant", "TW-x-private"])
      yield `${code}-${rest}`;
  }
}

test("a tag means the language that Intl.Locale finds by language and script", () => {
  const known = new Map(languages.map((language) => [scriptOf(language), language]));
  let count = 0;
  for (const tag of tags()) {
    assert.equal(chooseLanguage([tag]), known.get(scriptOf(tag)) ?? "en", tag);
    count++;
  }
  assert.ok(count > 10_000);
});

test("upper case, lower case, underscores and spaces around make no difference", () => {
  for (const tag of ["de-AT", "zh-Hant-HK", "zh-Hans-TW", "pt-PT", "zh-MO", "sr-Latn", "fil-PH"]) {
    const found = chooseLanguage([tag]);
    for (const variant of [tag.toUpperCase(), tag.toLowerCase(), tag.replace(/-/g, "_"), ` ${tag}\n`]) {
      assert.equal(chooseLanguage([variant]), found, variant);
    }
  }
});

test("POSIX tags, extended language subtags, and what is no tag", () => {
  const expected = {
    in_ID: "id",
    "de_DE.UTF-8": "de",
    "ca_ES@euro": "en",
    "de_DE@euro": "de",
    C: "en",
    POSIX: "en",
    // It leaves script and region where they are.
    "zh-cmn": "zh-CN",
    "zh-cmn-Hant": "zh-TW",
    "zh-yue-HK": "zh-TW",
    "zh-cmn-Hans-TW": "zh-CN",
    "ar-arb-EG": "ar",
    "ru-abc-Latn": "en",
    "": "en",
    "-": "en",
    "de nada": "en",
    deutsch: "en",
    "i-klingon": "en",
    d: "en",
    constructor: "en",
    toString: "en",
    ["__proto__"]: "en",
    hasOwnProperty: "en",
    "constructor-Latn": "en",
  };
  for (const [tag, language] of Object.entries(expected)) assert.equal(chooseLanguage([tag]), language, tag);
});

test("an unknown language gives way to the next one that is wanted", () => {
  assert.equal(chooseLanguage(["sv", "zh-Latn", "fr-CA", "de"]), "fr");
  assert.equal(chooseLanguage(["", "not a tag", "und", "de"]), "de");
  assert.equal(chooseLanguage([...nonsense.filter((value) => value !== "de"), "ja"]), "ja");
});

test("any iterable or a single tag is accepted, and nothing throws", () => {
  assert.equal(chooseLanguage(new Set(["sv", "ko"])), "ko");
  assert.equal(
    chooseLanguage(
      (function* () {
        yield "sv";
        yield "ko";
      })(),
    ),
    "ko",
  );
  assert.equal(chooseLanguage("ko-KR"), "ko");
  const throwing = {
    [Symbol.iterator]: () => {
      throw new Error("no");
    },
  };
  const revoked = Proxy.revocable([], {});
  revoked.revoke();
  for (const value of [...nonsense.filter((value) => value !== "de"), throwing, revoked.proxy, [[[]]], [{ trim: 1 }]]) {
    assert.equal(chooseLanguage(value), "en");
  }
});

test("neither the choice of a language nor the locale of an email needs Intl", async () => {
  const sample = [...tags()].filter((_, index) => index % 97 === 0);
  const results = () => [
    sample.map((tag) => chooseLanguage([tag])),
    languages.map(emailLocale),
    languages.map(directionOf),
  ];
  const expected = results();
  for (const [name, descriptor] of faults) {
    assert.deepEqual(await withGlobals({ Intl: descriptor }, results), expected, `Intl ${name}`);
    for (const member of Object.getOwnPropertyNames(Intl)) {
      assert.deepEqual(
        await withProperties(Intl, { [member]: descriptor }, results),
        expected,
        `Intl.${member} ${name}`,
      );
    }
  }
});

test("the locale of an email for any tag is that of its language, or else of English", () => {
  assert.deepEqual(["de-AT", "iw", "sv", "constructor", "", undefined].map(emailLocale), [
    "de_DE",
    "he_IL",
    "en_XX",
    "en_XX",
    "en_XX",
    "en_XX",
  ]);
});

test("the direction of every language is that of its script", () => {
  for (const language of languages) {
    const isRightToLeft = ["Arab", "Hebr"].includes(new Intl.Locale(language).maximize().script);
    assert.equal(directionOf(language), isRightToLeft ? "rtl" : "ltr", language);
  }
  assert.equal(directionOf("constructor"), "ltr");
});

test("texts that are not there, or cannot be loaded, are English", async (t) => {
  for (const language of [
    "sv",
    "",
    "constructor",
    "toString",
    "__proto__",
    ...nonsense.filter((value) => value !== "de"),
  ]) {
    assert.equal(await loadMessages(language), english, String(language));
  }
  const copy = mkdtempSync(join(tmpdir(), "messages-"));
  t.after(() => rmSync(copy, { recursive: true }));
  cpSync(fileURLToPath(new URL("../../../dist/", import.meta.url)), copy, { recursive: true });
  writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
  rmSync(join(copy, "messages/de.js"));
  writeFileSync(join(copy, "messages/fr.js"), "<!doctype html><title>Not found</title>");
  writeFileSync(join(copy, "messages/it.js"), "export const other = 1;");
  writeFileSync(join(copy, "messages/ja.js"), "export default {};");
  writeFileSync(join(copy, "messages/ko.js"), "throw new Error('broken');");
  const module = await import(pathToFileURL(join(copy, "messages.js")).href);
  for (const language of ["de", "fr", "it", "ja", "ko"])
    assert.equal(await module.loadMessages(language), module.english, language);
  assert.equal((await module.loadMessages("es")).language, "es");
});

test("CommonJS has the same texts", async () => {
  const { loadMessages: loadFromCommonJs } = createRequire(import.meta.url)("../../../dist/messages.cjs");
  for (const language of languages)
    assert.deepEqual(await loadFromCommonJs(language), await loadMessages(language), language);
});

test("the languages wanted: those of the page before those of the browser, in a worker those of the browser", async () => {
  const wanted = (globals) => withGlobals(globals, () => chooseLanguage(preferredLanguages()));
  assert.equal(await wanted(page({ lang: "ja", browser: ["de-DE", "en"] })), "ja");
  assert.equal(await wanted(page({ browser: ["de-DE", "en"] })), "de");
  assert.equal(await wanted(page({ lang: "", browser: ["de-DE", "en"] })), "de");
  assert.equal(await wanted(worker("de-DE", "en")), "de");
  assert.equal(await wanted({ document: undefined, navigator: { value: { language: "de" } } }), "de");
  assert.deepEqual(await withGlobals({ document: undefined, navigator: undefined }, () => preferredLanguages()), []);
});

test("the language around an element is the nearest one, also across shadow roots", async () => {
  const around = (place) =>
    withGlobals(page({ lang: "fr", browser: ["de-DE", "en"] }), () => preferredLanguages(place));
  const browser = ["de-DE", "en", "de-DE"];
  assert.deepEqual(await around(element({ lang: "ja" })), ["ja", ...browser]);
  assert.deepEqual(await around(element({ lang: "ja", host: element({ lang: "ko" }) })), ["ja", ...browser]);
  assert.deepEqual(await around(element({ host: element({ host: element({ lang: "ko" }) }) })), ["ko", ...browser]);
  assert.deepEqual(await around(element({ host: element({}) })), browser);
  // An empty attribute counts as absent.
  for (const lang of ["", " "])
    assert.deepEqual(await around(element({ lang, host: element({ lang: "ko" }) })), ["ko", ...browser]);
  assert.deepEqual(await around(undefined), ["fr", ...browser]);
});

test("a replaced document or navigator throws nothing, and what is left is used", async () => {
  const intact = page({ lang: "ja", browser: ["de-DE", "en"] });
  const wanted = (globals) => withGlobals({ ...intact, ...globals }, () => preferredLanguages());
  const browser = ["de-DE", "en", "de-DE"];
  for (const [name, descriptor] of faults) {
    const broken = (object, member) => Object.defineProperty(object, member, descriptor ?? { value: undefined });
    assert.deepEqual(await wanted({ document: descriptor }), browser, `document ${name}`);
    const document = broken({}, "documentElement");
    assert.deepEqual(await wanted({ document: { value: document } }), browser, `documentElement ${name}`);
    for (const member of ["closest", "getRootNode"]) {
      const documentElement = broken({ closest: () => null, getRootNode: () => ({}) }, member);
      const found = await wanted({ document: { value: { documentElement } } });
      assert.ok(found.includes("de-DE"), `${member} ${name}`);
    }
    assert.equal((await wanted({ navigator: descriptor }))[0], "ja", `navigator ${name}`);
    for (const member of ["languages", "language"]) {
      const navigator = broken({ languages: ["de-DE"], language: "de-DE" }, member);
      const found = await wanted({ navigator: { value: navigator } });
      assert.equal(found[0], "ja");
      assert.ok(found.includes("de-DE"), `navigator.${member} ${name}: ${found}`);
      assert.ok(
        found.every((tag) => tag && typeof tag === "string"),
        `navigator.${member} ${name}: ${found}`,
      );
    }
  }
});
