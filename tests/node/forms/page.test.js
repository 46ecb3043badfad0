// What a page adds to the controllers: a word before sending, a known name, a password policy, a page for new links.

import { test } from "node:test";
import { expect } from "@playwright/test";
import { suggestMailAddress } from "xsolla-password-reset";
import { projectId } from "../../support/projects.js";
import {
  newPassword,
  passwordReset,
  recording,
  reject,
  requested,
  send,
  sleep,
  until,
  warningsOf,
} from "./controllers.js";

const requirements = (controller) => controller.getSnapshot().requirements.map(({ text }) => text);

for (const [how, beforeSend] of [
  ["returns false", () => false],
  ["resolves with false", async () => false],
  [
    "throws",
    () => {
      throw new Error("no");
    },
  ],
  ["rejects", async () => Promise.reject()],
]) {
  test(`nothing is sent if beforeSend ${how}, and the form is as before`, async () => {
    const { fetch, sent } = recording();
    const form = passwordReset({ beforeSend, fetch });
    form.setValue("ada");
    const before = form.getSnapshot();
    expect(await form.submit()).toBeUndefined();
    expect(form.getSnapshot()).toEqual(before);
    expect(sent).toEqual([]);
  });
}

test("beforeSend gets the name of the call and its options, and may change them", async () => {
  const { fetch, sent } = recording();
  const form = newPassword({
    fetch,
    beforeSend: async (options, call) => {
      expect(call).toBe("confirm");
      expect(options).toMatchObject({ projectId, newPassword: "correct horse", resetCode: "code" });
      options.userId = projectId;
    },
  });
  expect(await send(form, "correct horse")).toEqual({});
  expect(sent.map(({ body }) => body.user_id)).toEqual([projectId]);
});

test("beforeSend is not called for what would be refused", async () => {
  let count = 0;
  const beforeSend = () => void count++;
  const username = passwordReset({ beforeSend });
  await send(username, "x".repeat(300));
  expect(username.getSnapshot().fieldError).toContain("doesn’t look like an email");
  await username.update({ loginUrl: "nowhere" });
  await send(username, "ada");
  expect(username.getSnapshot().alert).toContain("isn’t set up");
  // The first requirement that is not met is named.
  const policy = newPassword({ beforeSend, policy: { minLength: 8, forbiddenCharacters: "<", maxLength: 9 } });
  await send(policy, "horses<2");
  expect(policy.getSnapshot().fieldError).toBe("Don’t use any of these characters (<).");
  expect(count).toBe(0);
});

test("beforeSend may take any time, and nothing is sent if the player cancels meanwhile", async () => {
  for (const isCancelled of [false, true]) {
    const { fetch, sent } = recording();
    /** @type {(value?: unknown) => void} */
    let decide;
    const decision = new Promise((resolve) => (decide = resolve));
    const form = passwordReset({ beforeSend: () => decision, fetch });
    const outcome = send(form, "ada");
    // Longer than any call may take.
    await sleep(20_000);
    expect(form.getSnapshot()).toMatchObject({ isBusy: true, canCancel: true, status: "One moment, please…" });
    expect(sent).toEqual([]);
    if (isCancelled) form.cancel();
    else decide();
    expect(await outcome).toEqual(isCancelled ? undefined : {});
    expect(form.getSnapshot()).toMatchObject({ isBusy: false, alert: "" });
    decide();
    await sleep(1_000);
    expect(sent).toHaveLength(isCancelled ? 0 : 1);
  }
});

test("the confirmation stays if the page holds back sending again", async (t) => {
  const form = await requested();
  const [started, dated] = [performance.now(), Date.now()];
  t.mock.method(performance, "now", () => started + 61_000);
  t.mock.method(Date, "now", () => dated + 61_000);
  await form.update({ beforeSend: () => false });
  const before = form.getSnapshot();
  expect(before).toMatchObject({ isDone: true, canSubmit: true, submitLabel: "Send again" });
  expect(await form.submit()).toBeUndefined();
  expect(form.getSnapshot()).toEqual(before);
});

test("a known name is the value until the player changes or sends it", async () => {
  const form = passwordReset({ username: "ada" });
  expect(form.getSnapshot().value).toBe("ada");
  await form.update({ username: "amir" });
  expect(form.getSnapshot().value).toBe("amir");
  await form.update({ username: null });
  expect(form.getSnapshot().value).toBe("");
  form.setValue("yuki");
  await form.update({ username: "ada" });
  expect(form.getSnapshot().value).toBe("yuki");

  const sent = passwordReset({ username: "ada" });
  await sent.submit();
  await sent.update({ username: "amir" });
  expect(sent.getSnapshot()).toMatchObject({ value: "ada", shortValue: "ada", isDone: true });
});

test("what a policy requires is listed without a call, once the file for it is loaded", async () => {
  const sets = ["abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"];
  const policy = {
    minLength: 3,
    maxLength: 500,
    allowedCharacters: `${sets.join("")}_ `,
    forbiddenCharacters: "ab",
    shouldContain: [
      ...sets.map((characters, index) => ({ characters, count: index + 1 })),
      { characters: "!?" },
      { characters: "äöü", count: 2 },
      { characters: "0123456789abcdef" },
    ],
  };
  const form = newPassword({ policy });
  expect(requirements(form)).toEqual([]);
  await form.update({});
  expect(requirements(form)).toEqual([
    // The API's own limits are narrower.
    "Use 6 to 100 characters.",
    "Use only these characters (a–z A–Z 0–9 ␣_).",
    "Don’t use any of these characters (ab).",
    "Use at least 1 lowercase letter.",
    "Use at least 2 uppercase letters.",
    "Use at least 3 digits.",
    "Use at least 1 special character (!?).",
    "Use at least 2 of these characters (äöü).",
    "Use at least 1 of these characters (0–9 abcdef).",
  ]);
  await form.update({ policy: JSON.stringify({ minLength: 8 }) });
  expect(requirements(form)).toEqual(["Use 8 to 100 characters."]);
  for (const policy of [undefined, null, "", "{", 5, { shouldContain: [null] }, { shouldContain: "x" }]) {
    await form.update({ policy });
    expect(requirements(form).length, JSON.stringify(policy)).toBeLessThanOrEqual(1);
  }
});

test("a policy that a server wrote as null is none", async (t) => {
  const logged = warningsOf(t);
  const form = newPassword({ policy: "null" });
  expect(await send(form, "correct horse")).toEqual({});
  expect([...requirements(form), ...logged]).toEqual([]);
});

/** @type {[policy: any, path: string][]} */
const malformed = [
  [{ shouldContain: [{ characters: "a" }, { characters: "b", count: -1 }] }, "shouldContain[1].count"],
  ["{", "passwordPolicy"],
  [{ shouldContain: 5 }, "passwordPolicy.shouldContain"],
];
for (const [policy, path] of malformed) {
  test(`a malformed policy is not set up, and the console names the path: ${JSON.stringify(policy)}`, async (t) => {
    const logged = warningsOf(t);
    const form = newPassword({ policy });
    await send(form, "correct horse");
    expect(form.getSnapshot().alert).toContain("isn’t set up correctly");
    expect(logged).toEqual([expect.stringContaining(path)]);
    await form.update({ policy: { minLength: 8 } });
    expect(form.getSnapshot().alert).toBe("");
  });
}

test("a password meets nothing of a malformed policy", async (t) => {
  warningsOf(t);
  const form = newPassword({ policy: malformed[0][0] });
  form.setValue("correct horse");
  const { requirements } = await until(form, ({ hint }) => hint);
  expect(requirements.map(({ isMet }) => isMet)).toEqual([false, false, false]);
});

for (const [language, texts] of Object.entries({
  pl: ["Użyj co najmniej 1 cyfry.", "Użyj co najmniej 2 cyfr.", "Użyj co najmniej 5 cyfr."],
  ru: ["Не менее 1 цифры.", "Не менее 2 цифр.", "Не менее 5 цифр."],
  ro: ["Folosește cel puțin 1 cifră.", "Folosește cel puțin 2 cifre.", "Folosește cel puțin 5 cifre."],
  ja: [1, 2, 5].map((count) => `数字を${count}文字以上使用してください。`),
})) {
  test(`counts follow the plural rules of the language: ${language}`, async () => {
    const shouldContain = [1, 2, 5].map((count) => ({ characters: "0123456789", count }));
    const form = newPassword({ policy: { shouldContain } });
    await form.update({ language });
    expect(requirements(form).slice(1)).toEqual(texts);
  });
}

test("each requirement says whether it is met, and a hint what is missing once the player pauses", async () => {
  const form = newPassword({ policy: { minLength: 8, shouldContain: [{ characters: "0123456789" }] } });
  form.setValue("a1");
  const state = await until(form, ({ hint }) => hint);
  expect(state.requirements.map(({ isMet }) => isMet)).toEqual([false, true]);
  expect(state.hint).toBe("Not met yet. Use 8 to 100 characters.");
  form.setValue("abcdefg1");
  expect(form.getSnapshot().hint).toBe("");
  const { hint } = await until(form, ({ hint }) => hint);
  expect(hint).toBe("Met. Use 8 to 100 characters. Use at least 1 digit.");
});

test("a likely typing error is offered without its mistake, to a subscriber", async () => {
  const form = passwordReset({ username: " ada@gmial.com" });
  const { hint, suggestion } = await until(form, ({ hint }) => hint);
  expect(suggestion).toBe("ada@gmail.com");
  expect(hint).toBe("Did you mean ada@gmail.com?");
  // It is never corrected by itself.
  const asked = [];
  await form.update({ beforeSend: ({ username }) => asked.push(username) > 1 });
  await form.submit();
  expect(asked).toEqual([" ada@gmial.com"]);
  form.setValue(suggestion);
  expect(form.getSnapshot()).toMatchObject({ value: "ada@gmail.com", hint: "", suggestion: "" });
});

test("a hint that comes after the value has changed is none", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const form = passwordReset();
  const unsubscribe = form.subscribe(() => {});
  form.setValue("ada@gmial.com");
  t.mock.timers.tick(1000);
  form.setValue("amir");
  // The suggestion for the first value loads a module.
  await suggestMailAddress("ada@gmial.com");
  await new Promise(setImmediate);
  expect(form.getSnapshot()).toMatchObject({ value: "amir", hint: "", suggestion: "" });
  unsubscribe();
});

test("requestUrl is in the state while a new link may help, and after no other failure", async () => {
  for (const [status, code, isThere] of /** @type {[number, string, boolean][]} */ ([
    [404, "003-061", true],
    // Of the password or the link.
    [422, "0", true],
    [500, "x", false],
  ])) {
    const form = newPassword({ requestUrl: "/lost", fetch: reject(status, { code }) });
    expect(form.getSnapshot().requestUrl).toBe("");
    await send(form, "correct horse");
    expect(form.getSnapshot().requestUrl).toBe(isThere ? "/lost" : "");
    await form.update({ requestUrl: null });
    expect(form.getSnapshot().requestUrl).toBe("");
    await form.update({ resetCode: null, requestUrl: "/lost" });
    expect(form.getSnapshot().requestUrl).toBe("/lost");
  }
});

test("requestUrl that runs code, or shows what the link contains: not set up, and the console says why", async (t) => {
  const logged = warningsOf(t);
  for (const requestUrl of ["javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "BLOB:x"]) {
    const form = newPassword({ requestUrl });
    await form.update({});
    expect((await send(form, "correct horse")).error).toMatchObject({ kind: "invalid_input" });
    expect(form.getSnapshot().alert, requestUrl).toContain("isn’t set up correctly");
    await form.update({ resetCode: null });
    expect(form.getSnapshot().requestUrl, requestUrl).toBe("");
  }
  // Once.
  expect(logged).toEqual(["xsolla-password-reset: requestUrl must not use javascript:, data: or blob:"]);
  const form = newPassword({ resetCode: null, requestUrl: "https://example.com/lost?metadata:1" });
  await form.update({});
  expect(form.getSnapshot().requestUrl).toBe("https://example.com/lost?metadata:1");
});
