// The forms' behaviour without DOM: `createPasswordReset` and `createNewPassword`, in Node.

import { test } from "node:test";
import { expect } from "@playwright/test";
import { projectId } from "../../support/projects.js";
import { throwing } from "../calls/outcome.js";
import {
  accept,
  createNewPassword,
  createPasswordReset,
  NewPasswordForm,
  newPassword,
  PasswordResetForm,
  passwordReset,
  recording,
  reject,
  requested,
  send,
  sleep,
  until,
  warningsOf,
} from "./controllers.js";

test("importing the forms needs no DOM", async () => {
  expect([typeof document, typeof HTMLElement]).toEqual(["undefined", "undefined"]);
  expect([typeof NewPasswordForm, typeof PasswordResetForm]).toEqual(["function", "function"]);
});

test("a request, from the first character to the confirmation and back", async () => {
  const { fetch, sent } = recording();
  const reset = passwordReset({ fetch });
  expect(reset.getSnapshot()).toMatchObject({
    value: "",
    isBusy: false,
    isDone: false,
    canSubmit: true,
    submitLabel: "Send link",
  });
  const outcome = send(reset, "ada@example.com");
  expect(reset.getSnapshot()).toMatchObject({ isBusy: true, canSubmit: false, status: "One moment, please…" });
  expect(await outcome).toEqual({});
  expect(reset.getSnapshot()).toMatchObject({
    isBusy: false,
    isDone: true,
    canSubmit: false,
    submitLabel: "Send again",
    status: expect.stringContaining("If an account matches"),
    wait: expect.stringMatching(/in (60|59) seconds/),
  });
  expect(await reset.submit()).toBeUndefined();
  expect(sent).toEqual([{ query: { projectId, locale: "en_XX" }, body: { username: "ada@example.com" } }]);
  reset.edit();
  expect(reset.getSnapshot()).toMatchObject({ value: "ada@example.com", isDone: false, canSubmit: false });
});

test("a long address is shortened in its middle", () => {
  const reset = passwordReset();
  reset.setValue("a-very-long-name-that-goes-on-and-on@mail.of-a-company.example.com");
  expect(reset.getSnapshot().shortValue).toMatch(/^a-very-long-name.{0,9}….*example\.com$/);
  expect(reset.getSnapshot().shortValue).toMatch(/^.{20,36}$/);
});

test("after a failure that may pass, the button offers to try again; after one of the set-up, it does not", async () => {
  const project = reject(404, { code: "003-019", description: "" });
  for (const [fetch, submitLabel] of [
    [async () => new Response(null, { status: 502 }), "Try again"],
    [project, "Send link"],
  ]) {
    const reset = await requested({ fetch });
    expect(reset.getSnapshot()).toMatchObject({ submitLabel, canSubmit: true });
  }
});

test("a snapshot stays the same until something changes, and is never changed itself", async () => {
  const reset = passwordReset();
  const before = reset.getSnapshot();
  expect(reset.getSnapshot()).toBe(before);
  reset.setValue("ada");
  expect(reset.getSnapshot()).not.toBe(before);
  expect(before.value).toBe("");
});

test("a listener is called with the state immediately and after each change, until it unsubscribes", async () => {
  // The methods need no receiver, as a framework's store calls them.
  const { getSnapshot, setValue, subscribe } = passwordReset();
  const values = [];
  const unsubscribe = subscribe(({ value }) => values.push(value));
  setValue("a");
  unsubscribe();
  setValue("ab");
  expect([...values, getSnapshot().value]).toEqual(["", "a", "ab"]);
});

test("a 401 and a 404 lead to the same states as an accepted request", async () => {
  // `describe` says the same for all codes.
  const refusals = [401, 404].map((status) => reject(status, { code: "003-002", description: "", details: null }));
  const [accepted, ...refused] = await Promise.all(
    [accept, ...refusals].map(async (fetch) => {
      const reset = passwordReset({ fetch });
      const states = [];
      const unsubscribe = reset.subscribe((state) => states.push({ ...state, wait: Boolean(state.wait) }));
      await send(reset, "ada");
      unsubscribe();
      return states;
    }),
  );
  for (const states of refused) expect(states).toEqual(accepted);
});

test("repeated submissions send one request", async () => {
  const { fetch, sent } = recording();
  const reset = passwordReset({ fetch });
  reset.setValue("len\u00e9@example.com");
  await Promise.all([reset.submit(), reset.submit(), reset.submit()]);
  for (const spelling of [" LEN\u00c9@EXAMPLE.COM ", "\u200elen\u00e9@example.com\u200b", "lene\u0301@example.com"])
    await send(reset, spelling);
  expect(sent).toHaveLength(1);
  await send(reset, "amir");
  expect(sent).toHaveLength(2);
  // A name that was requested earlier. Without an @, letters' case may make another name.
  for (const name of ["len\u00e9@example.com", "amir", "Amir"]) {
    reset.setValue(name);
    expect(reset.getSnapshot().canSubmit, name).toBe(name === "Amir");
  }
});

test("only invisible characters are not a name", async () => {
  const { fetch, sent } = recording();
  const reset = passwordReset({ fetch });
  for (const name of ["", "   ", "\u200b", "\u200e \u202a", "\ufeff", "\u2060\u00ad"]) {
    await send(reset, name);
    expect(reset.getSnapshot().fieldError, name).toContain("Enter your");
  }
  expect(sent).toEqual([]);
});

test("what is typed while a call is in flight does not change it", async () => {
  const reset = passwordReset();
  const outcome = send(reset, "ada");
  reset.setValue("amir");
  await outcome;
  expect(reset.getSnapshot().value).toBe("ada");
});

test("a call can be cancelled, and tried again", async () => {
  const waiting = (_url, { signal }) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const reset = passwordReset({ fetch: waiting });
  const outcome = send(reset, "ada");
  await sleep(50);
  reset.cancel();
  expect((await outcome).error).toMatchObject({ kind: "aborted" });
  expect(reset.getSnapshot()).toMatchObject({ isBusy: false, canSubmit: true, submitLabel: "Try again" });
  expect(reset.getSnapshot().alert).toContain("Cancelled.");
  await reset.update({ fetch: accept });
  await reset.submit();
  expect(reset.getSnapshot().isDone).toBe(true);
});

test("a listener that throws stops neither the others nor the call", async () => {
  const heard = [];
  // The test runner fails a test with an unhandled rejection; here it reports the error to the page.
  const handlers = process.rawListeners("unhandledRejection");
  const reported = [];
  /** @param {Error} error */
  const report = (error) => reported.push(error.message);
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", report);
  const reset = passwordReset();
  const throwing = reset.subscribe(() => {
    throw new Error("broken");
  });
  const unsubscribe = reset.subscribe((state) => heard.push(state.isDone));
  await send(reset, "ada");
  await sleep(200);
  throwing();
  unsubscribe();
  process.removeAllListeners("unhandledRejection");
  for (const handler of handlers) process.on("unhandledRejection", /** @type {() => void} */ (handler));
  expect(reported).toContain("broken");
  expect(heard.pop()).toBe(true);
});

test("invalid options are reported, though a framework sets the same at each rendering", async (t) => {
  warningsOf(t);
  const reset = passwordReset({ projectId: "rendered" });
  const unsubscribe = reset.subscribe(() => {});
  for (let count = 0; count < 10; count++) {
    await sleep(500);
    await reset.update({ projectId: "rendered", texts: {} });
  }
  unsubscribe();
  expect(reset.getSnapshot().alert).toContain("isn’t set up");
});

test("invalid options are reported before anything is sent, while someone watches, until they are valid", async (t) => {
  const logged = warningsOf(t);
  const { fetch, sent } = recording();
  const reset = passwordReset({ projectId: "not a UUID", locale: "not a locale", fetch });
  await sleep(2_500);
  expect(logged).toEqual([]);
  const unsubscribe = reset.subscribe(() => {});
  await until(reset, ({ alert }) => alert.includes("isn’t set up"));
  await send(reset, "ada");
  expect(reset.getSnapshot().alert).toContain("isn’t set up");
  expect(logged).toEqual([expect.stringMatching(/projectId must .*locale must /)]);
  await reset.update({ projectId, locale: null });
  expect(reset.getSnapshot().alert).toBe("");
  await sleep(2_500);
  expect(reset.getSnapshot().alert).toBe("");
  unsubscribe();
  await reset.update({ projectId: "not a UUID either", loginUrl: "x" });
  await sleep(2_500);
  expect(reset.getSnapshot().alert).toBe("");
  expect(logged).toHaveLength(1);
  expect(sent).toEqual([]);
});

test("options that become invalid during a call do not replace its confirmation", async () => {
  const reset = passwordReset({ fetch: accept });
  const unsubscribe = reset.subscribe(() => {});
  const outcome = send(reset, "ada");
  await reset.update({ projectId: "not a UUID" });
  expect(await outcome).toEqual({});
  await sleep(2_500);
  unsubscribe();
  expect(reset.getSnapshot()).toMatchObject({ isDone: true, alert: "" });
});

test("options that change during a call are used by the next", async () => {
  const { fetch, sent } = recording(async () => new Response(null, { status: 500 }));
  const other = "22222222-2222-4222-8222-222222222222";
  const reset = passwordReset({ fetch });
  const outcome = send(reset, "ada");
  await reset.update({ projectId: other });
  await outcome;
  await reset.submit();
  expect(sent.map(({ query }) => query.projectId)).toEqual([projectId, other]);
});

test("options that a framework sets late are not reported", async (t) => {
  const logged = warningsOf(t);
  const reset = createPasswordReset({ language: "en" });
  const unsubscribe = reset.subscribe(() => {});
  for (const option of [{ baseUrl: "https://example.com" }, { projectId }]) {
    await sleep(1_500);
    await reset.update(option);
  }
  await sleep(5_000);
  unsubscribe();
  expect([reset.getSnapshot().alert, ...logged]).toEqual([""]);
});

test("a link whose codes are malformed is reported only to the player", async (t) => {
  const logged = warningsOf(t);
  const form = newPassword({ userId: "not a UUID" });
  await until(form, ({ alert }) => alert.includes("no longer works"));
  expect(logged).toEqual([]);
});

test("languages and texts", async () => {
  const reset = passwordReset({ language: ["sv", "fr-CA"] });
  await reset.update({});
  expect(reset.getSnapshot()).toMatchObject({ language: "fr", submitLabel: "Envoyer le lien" });
  await reset.update({ language: "de", texts: { send: "Los" } });
  expect(reset.getSnapshot()).toMatchObject({ language: "de", submitLabel: "Los" });
  expect(reset.text("cancel")).toBe("Abbrechen");
});

test("a new password: its rule, its warning, and success", async () => {
  const { fetch, sent } = recording();
  const form = newPassword({ fetch });
  await send(form, "five5");
  expect(form.getSnapshot()).toMatchObject({ isInvalid: true, fieldError: "Use 6 to 100 characters." });
  form.setValue("battery staple ");
  expect(form.getSnapshot()).toMatchObject({
    isInvalid: false,
    fieldError: "",
    warning: expect.stringContaining("space"),
  });
  await form.submit();
  expect(form.getSnapshot()).toMatchObject({ isDone: true, value: "", canSubmit: false });
  expect(sent.map(({ body }) => body.new_password)).toEqual(["battery staple "]);
});

test("a password has 6 to 100 characters, each of which may be two UTF-16 units", async () => {
  for (const length of [5, 6, 100, 101]) {
    const outcome = await send(newPassword(), "😀".repeat(length));
    expect(Boolean(outcome), `${length}`).toBe([6, 100].includes(length));
  }
});

test("without a reset code, nothing can be sent", async () => {
  const form = newPassword({ resetCode: undefined });
  expect(form.getSnapshot().alert).toContain("no longer works");
  expect(form.getSnapshot().canSubmit).toBe(false);
  expect(await form.submit()).toBeUndefined();
});

test("a password that the server refuses is an error of the field, which is late, and may be sent again", async () => {
  const form = newPassword({ fetch: reject(422, { code: "0", details: { password: ["too common"] } }) });
  await send(form, "correct horse");
  const refused = { isInvalid: true, isFieldErrorLate: true, alert: "", canSubmit: true, value: "correct horse" };
  expect(form.getSnapshot()).toMatchObject(refused);
  expect(form.getSnapshot().fieldError).not.toBe("");
});

test("a code that the page forgets after success leaves the confirmation; a new one does not", async () => {
  const form = newPassword();
  await send(form, "correct horse");
  await form.update({ resetCode: "", userId: null });
  expect(form.getSnapshot()).toMatchObject({ isDone: true, alert: "", canSubmit: false });
  expect(form.getSnapshot().status).toContain("is set");
  await form.update({ resetCode: "another" });
  expect(form.getSnapshot()).toMatchObject({ isDone: false, alert: "", status: "", canSubmit: true });
});

test("options of any shape: an instance of a class, inherited, frozen, none", async () => {
  class Config {
    get projectId() {
      return projectId;
    }
    get fetch() {
      return accept;
    }
    get language() {
      throw new Error("broken");
    }
  }
  const options = { projectId, fetch: accept };
  for (const given of [new Config(), Object.create(options), Object.freeze(options)])
    expect(await send(createPasswordReset(given), "ada")).toEqual({});
  // Texts that cannot be read, or are none, are the built-in ones.
  for (const texts of [throwing("sent"), { sent: 5, send: {} }, "soon"]) {
    const reset = await requested({ texts: /** @type {any} */ (texts) });
    expect(reset.getSnapshot()).toMatchObject({
      status: expect.stringMatching(/^If an account/),
      submitLabel: "Send again",
    });
  }
  const fail = () => {
    throw new Error("broken");
  };
  const unreadable = new Proxy({}, { ownKeys: fail, has: fail });
  for (const options of [undefined, null, 5, "text", unreadable]) {
    for (const create of [createPasswordReset, createNewPassword]) await create(options).update(options);
  }
});

test("a value of any type is a text", () => {
  const reset = passwordReset();
  for (const [value, text] of [
    [undefined, ""],
    [null, ""],
    [5, "5"],
    [throwing("toString"), ""],
  ]) {
    reset.setValue(value);
    expect(reset.getSnapshot().value).toBe(text);
  }
});

test("another fetch function keeps the confirmation, another project does not", async () => {
  const reset = await requested();
  await reset.update({ fetch: async () => accept() });
  expect(reset.getSnapshot().isDone).toBe(true);
  await reset.update({ projectId: "22222222-2222-4222-8222-222222222222" });
  expect(reset.getSnapshot().isDone).toBe(false);
});

test("a wait of no time, or one that is over, lets the player try again at once; none means a minute", async () => {
  const date = new Date(Date.now() - 60_000).toUTCString();
  /** @type {[header: string, canSubmit: boolean][]} */
  const cases = [
    ["0", true],
    [date, true],
    ["30", false],
    ["soon", false],
    ["", false],
  ];
  for (const [header, canSubmit] of cases) {
    const headers = new Headers(header ? { "Retry-After": header } : {});
    const reset = await requested({ fetch: async () => new Response(null, { status: 429, headers }) });
    expect(reset.getSnapshot(), `${header}`).toMatchObject({
      canSubmit,
      wait: canSubmit ? "" : expect.stringMatching(/\d/),
    });
  }
});

test("an address with characters that do not belong to it: a warning, and it is sent as it is", async () => {
  const { fetch, sent } = recording();
  const reset = passwordReset({ fetch });
  const unusual = [
    "mailto:ada@example.com",
    "MAILTO:ada%40example.com?subject=Hello",
    "Ada <ada@example.com>",
    "<ada@example.com>",
    '"Ada" ada@example.com',
    "(ada@example.com)",
    "[ada@example.com]",
    "Email: ada@example.com",
    "ada@example.com.",
    "ada@example.com,",
    "ada@example.com;",
    "ada@example.com!",
    "ada@example.com>",
    "ada@example.com)",
    "ada@example.com/",
    "ada@example.com?subject=Hello",
    "ada@example.com。",
    "ada@example。com",
    "ada@example.com bob@example.com",
    "ada@example.com, bob@example.com",
    "ada@example .com",
    "ada@@example.com",
    "ada@exam\u200bple.com",
    "a\u200bda@example.com",
    "ada＠example.com",
    "ada﹫example.com",
    "ada@ｅxample.com",
    "ａda@example.com",
  ];
  // The advice is in a file of its own, which is loaded when a value is no plain username.
  reset.setValue("@");
  await reset.update({});
  for (const value of unusual) {
    reset.setValue("");
    reset.setValue(value);
    expect(reset.getSnapshot(), value).toMatchObject({
      value,
      canSubmit: true,
      warning: expect.stringContaining("Check"),
    });
  }
  await reset.submit();
  expect(sent.map(({ body }) => body.username)).toEqual([unusual.at(-1)]);
  expect(reset.getSnapshot().warning).toBe("");
  for (const value of [
    "ada@example.com",
    " ada@example.com ",
    "\u200bada@example.com",
    "ada.lovelace+game-1_a'b@mail.example.co.uk",
    "jos\u00e9@ex\u00e4mple.com",
    "jose\u0301@example.com",
    "\u30a2\u30c0@\u4f8b\u3048.\u30c6\u30b9\u30c8",
    "ada@localhost",
    "ada",
    "Ada Lovelace",
    "@ada",
    "ada.",
    "<ada>",
    "mail",
  ]) {
    reset.setValue("");
    reset.setValue(value);
    expect(reset.getSnapshot().warning, value).toBe("");
  }
});

test("no warning comes and goes while an address is typed", async () => {
  const reset = passwordReset();
  reset.setValue("@");
  await reset.update({});
  const address = "ada.lovelace@mail.example-games.co.uk";
  for (let length = 1; length <= address.length; length++) {
    reset.setValue(address.slice(0, length));
    expect(reset.getSnapshot().warning, address.slice(0, length)).toBe("");
  }
});
