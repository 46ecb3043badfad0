// Typographical errors that a rule can find.

import assert from "node:assert/strict";
import { test } from "node:test";
import { languages, loadMessages } from "xsolla-password-reset/messages";

const all = await Promise.all(languages.map(loadMessages));

/** Every text of a language, each plural form too, with its name. */
function textsOf({ language, texts }) {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === "string"
      ? [[`${language} ${name}`, text]]
      : Object.entries(text).map(([form, text]) => [`${language} ${name}.${form}`, text]),
  );
}

/**
 * What no text of some languages contains, of all by default.
 *
 * @type {[fact: string, unwanted: RegExp, only?: string[]][]}
 */
const rules = [
  ["texts have no stray spaces", /^\s|\s$|\s\s/],
  ["texts have no invisible characters", /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/],
  ["quotes, apostrophes and ellipses are typographic", /['"`]|\.\.\./],
  ["no plain space is before a mark that must not begin a line", / [:;!?…»%،؟।။៖]/],
  ["French puts a no-break space before a colon", /[^\u00A0]:/, ["fr"]],
  ["Turkish begins with a capital after a colon", /: \p{Ll}/u, ["tr"]],
  ["Nepali has no colon, which would look like a visarga", /:/, ["ne"]],
  [
    "Chinese and Japanese have no plain punctuation, and no space after theirs",
    /[.,:;!?]|[。，、：；！？] /,
    ["ja", "zh-CN", "zh-TW"],
  ],
  ["English spells email as players read it everywhere", /e-mail/i, ["en"]],
];

for (const [fact, unwanted, only = languages] of rules) {
  test(fact, () => {
    for (const messages of all.filter(({ language }) => only.includes(language)))
      for (const [name, text] of textsOf(messages)) assert.doesNotMatch(text, unwanted, name);
  });
}

test("texts are composed", () => {
  for (const [name, text] of all.flatMap(textsOf)) assert.equal(text.normalize("NFC"), text, name);
});

test("no instruction follows a colon: the link is dead, and what to do is a sentence", () => {
  for (const { language, texts } of all) assert.doesNotMatch(texts.linkDead, /[:：៖]/, language);
});

const sentenceEnd = /[.。।။។…]$/;
const titles = ["requestTitle", "sentTitle", "setPassword"];
const labels = [
  "username",
  "newPassword",
  "didYouMean",
  "requestLink",
  "send",
  "sendAgain",
  "cancel",
  "useAnother",
  "tryAgain",
  "showPassword",
  "hidePassword",
];

test("headings, labels and buttons have no full stop; sentences do", () => {
  for (const { language, texts } of all) {
    for (const [name, text] of Object.entries(texts)) {
      const isSentence = ![...titles, ...labels].includes(name);
      // Thai has no full stop.
      const hasEnd = isSentence && language !== "th";
      for (const form of typeof text === "string" ? [text] : Object.values(text)) {
        if (name !== "working") assert.equal(sentenceEnd.test(form), hasEnd, `${language} ${name}: ${form}`);
      }
    }
  }
});

test("buttons and labels are short", () => {
  for (const { language, texts } of all) {
    for (const name of [...titles, ...labels])
      assert.ok([...texts[name]].length <= 40, `${language} ${name}: ${texts[name]}`);
  }
});

test("no two buttons that can be seen together say the same", () => {
  for (const { language, texts } of all) {
    const { send, sendAgain, cancel, useAnother, tryAgain, setPassword, showPassword, hidePassword } = texts;
    assert.equal(new Set([send, sendAgain, cancel, useAnother, tryAgain]).size, 5, language);
    assert.equal(new Set([setPassword, cancel, tryAgain, showPassword, hidePassword]).size, 5, language);
    // The heading of one form is not the label or the button of the other.
    assert.equal(new Set([texts.requestTitle, texts.newPassword, setPassword, texts.sentTitle]).size, 4, language);
  }
});

test("the neutral sentence does not repeat its heading", () => {
  for (const { language, texts } of all) assert.equal(texts.sent.includes(texts.sentTitle), false, language);
});

test("a wait fits both forms: no word for asking or requesting", () => {
  const asking =
    /\bask\b|\brequest\b|anfragen|volver a pedir|refaire une demande|chieder|pedir|poprosić|cere din nou|požádat|isteyebilir|요청|リクエスト|请求|提出要求|ขอใหม่|yêu cầu|meminta|hiling|अनुरोध|ស្នើ|ຂໍ|တောင်း|לבקש|الطلب|запрос/i;
  for (const { language, texts } of all) {
    for (const text of [...Object.values(texts.waitSeconds), ...Object.values(texts.waitMinutes)])
      assert.doesNotMatch(text, asking, language);
  }
});
