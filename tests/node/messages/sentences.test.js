// Sentences: joined as their language joins them, with numbers in any engine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { faults, messages as internals, nonsense, withGlobals, withProperties } from "./globals.js";

const { english, joinSentences, languages, loadMessages, maxWaitMs, sentence, waitSentence } = internals;

const all = await Promise.all(languages.map(loadMessages));
const counts = [1, 2, 3, 4, 5, 11, 21, 59, 101, 119];

test("placeholders without a value, and other names in braces, stay as they are", () => {
  const send = "{min} {count} {max} {constructor} {toString} {__proto__} {name}";
  const text = sentence({ language: "en", texts: { ...english.texts, send } }, "send");
  assert.equal(text, "6 {count} 100 {constructor} {toString} {__proto__} {name}");
});

test("a value is isolated from a text of the other direction, and from no other", async () => {
  const say = (messages, address) => sentence(messages, "didYouMean", { address });
  const address = "ada@example.com";
  assert.ok(say(english, address).includes(` ${address}?`));
  assert.ok(say(await loadMessages("he"), address).includes(`\u2068${address}\u2069`));
  for (const name of ["\u05d0\u05d3\u05d4", "\u0639\u0644\u064a", "\u{10840}", "\u{1e900}"])
    assert.ok(say(english, `${name}@example.com`).includes(` \u2068${name}@example.com\u2069?`), name);
});

test("sentences that are not empty are joined with a space, but with none after a full stop of full width", () => {
  assert.equal(joinSentences([]), "");
  assert.equal(joinSentences(["", "One.", "", "Two.", "Three.", ""]), "One. Two. Three.");
  assert.equal(joinSentences(["一。", "二！", "三？", "四。"]), "一。二！三？四。");
  assert.equal(joinSentences(["一。", "Two.", "三。"]), "一。Two. 三。");
  assert.equal(joinSentences(["ข้อความหนึ่ง", "ข้อความสอง"]), "ข้อความหนึ่ง ข้อความสอง");
  assert.equal(joinSentences(["एक।", "दुई।"]), "एक। दुई।");
});

test("a wait is in seconds below two minutes, else in minutes, rounded up, at most an hour", () => {
  const cases = {
    0.1: "1 second.",
    1: "1 second.",
    1000: "1 second.",
    1001: "2 seconds.",
    60_001: "61 seconds.",
    119_000: "119 seconds.",
    119_001: "2 minutes.",
    120_001: "3 minutes.",
    3_599_000: "60 minutes.",
    [maxWaitMs]: "60 minutes.",
    3_600_001: "60 minutes.",
    86_400_000: "60 minutes.",
    1e21: "60 minutes.",
    Infinity: "60 minutes.",
  };
  for (const [ms, end] of Object.entries(cases))
    assert.equal(waitSentence(english, Number(ms)), `You can try again in ${end}`);
});

test("there is no sentence when there is nothing to wait for", () => {
  for (const value of [0, -0, -1, -Infinity, NaN, "5000", 5000n, new Date(), [5000], ...nonsense])
    assert.equal(waitSentence(english, value), "");
});

test("whatever Intl lacks, every sentence is complete and has its number", async () => {
  const format = Intl.NumberFormat;
  /** Fails unless a text has the number, in any digits; a plural form for 1 or 2 may spell it out. */
  const checkNumber = (language, text, number, fault) => {
    const isThere = [String(number), new format(language).format(number)].some((digits) => text.includes(digits));
    assert.ok(isThere || (number <= 2 && !/\d/.test(text)), `${language}, ${fault}: ${number} in ${text}`);
  };
  for (const messages of all) {
    const say = () => [
      ...counts.map((count) => [waitSentence(messages, count * 1000), count]),
      [sentence(messages, "passwordRule"), 6, 100],
    ];
    /** @type {typeof faults} */
    const descriptors = [["is intact", Object.getOwnPropertyDescriptor(Intl, "PluralRules")], ...faults];
    for (const [fault, descriptor] of descriptors) {
      const spoken = [
        await withProperties(Intl, { PluralRules: descriptor }, say),
        // An engine that formats numbers wrongly cannot be detected.
        ...(/^makes|intact/.test(fault)
          ? []
          : [
              await withProperties(Intl, { NumberFormat: descriptor }, say),
              await withGlobals({ Intl: descriptor }, say),
            ]),
      ];
      for (const [text, ...numbers] of spoken.flat()) {
        assert.doesNotMatch(text, /[{}]|undefined|null|NaN|\[object/, `${messages.language}, ${fault}`);
        for (const number of numbers) checkNumber(messages.language, text, number, fault);
      }
    }
  }
});

test("a number format that returns no text is not used", async () => {
  for (const value of nonsense) {
    if (typeof value === "string" && value) continue;
    const NumberFormat = function () {
      this.format = () => value;
    };
    const text = await withProperties(Intl, { NumberFormat: { value: NumberFormat } }, () =>
      waitSentence(english, 5000),
    );
    assert.equal(text, "You can try again in 5 seconds.");
  }
});

test("without plural rules, 1 still has its own form", async () => {
  const say = (ms) => withProperties(Intl, { PluralRules: undefined }, () => waitSentence(english, ms));
  assert.equal(await say(1000), "You can try again in 1 second.");
  assert.equal(await say(2000), "You can try again in 2 seconds.");
});

test("a text that a page replaced with something else is the English one", () => {
  for (const value of nonsense) {
    if (typeof value === "string") continue;
    const replaced = { language: "de", texts: { ...english.texts, send: value, waitSeconds: value } };
    assert.equal(sentence(replaced, "send"), english.texts.send);
    assert.equal(waitSentence(replaced, 5000), "You can try again in 5 seconds.");
    const other = { language: "de", texts: { ...english.texts, waitSeconds: { one: value, other: value } } };
    assert.equal(waitSentence(other, 1000), "You can try again in 1 seconds.");
  }
});
