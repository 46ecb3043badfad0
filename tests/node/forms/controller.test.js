// The forms' behaviour without DOM: `createPasswordReset` and `createNewPassword`, in Node.

import { test } from "node:test";
import { expect } from "@playwright/test";
import { projectId } from "../../support/projects.js";
import {
  accept,
  createNewPassword,
  createPasswordReset,
  NewPasswordForm,
  newPassword,
  PasswordResetForm,
  passwordReset,
  reject,
  requested,
  sleep,
  until,
} from "./controllers.js";

/** The warnings on the console, during a test. */
function warningsOf(t) {
  const logged = [];
  t.mock.method(console, "warn", (text) => logged.push(text));
  return logged;
}

test("importing the forms needs no DOM", async () => {
  expect([typeof document, typeof HTMLElement]).toEqual(["undefined", "undefined"]);
  expect([typeof NewPasswordForm, typeof PasswordResetForm]).toEqual(["function", "function"]);
});

test("a request, from the first character to the confirmation and back", async () => {
  const sent = [];
  const reset = passwordReset({
    fetch: async (url, init) => {
      sent.push([new URL(url), JSON.parse(init.body)]);
      return accept();
    },
  });
  expect(reset.getSnapshot()).toMatchObject({
    value: "",
    isBusy: false,
    isDone: false,
    canSubmit: true,
    submitLabel: "Send link",
  });
  reset.setValue("ada@example.com");
  const outcome = reset.submit();
  expect(reset.getSnapshot()).toMatchObject({ isBusy: true, canSubmit: false, status: "One moment, please…" });
  expect(await outcome).toEqual({});
  expect(reset.getSnapshot()).toMatchObject({
    isBusy: false,
    isDone: true,
    canSubmit: false,
    submitLabel: "Send again",
  });
  expect(reset.getSnapshot().status).toContain("If an account matches");
  expect(reset.getSnapshot().wait).toMatch(/in (60|59) seconds/);
  expect(sent).toHaveLength(1);
  expect(sent[0][1]).toEqual({ username: "ada@example.com" });
  expect(sent[0][0].searchParams.get("locale")).toBe("en_XX");
  expect(await reset.submit()).toBeUndefined();
  expect(sent).toHaveLength(1);
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
  const reset = passwordReset();
  const values = [];
  const unsubscribe = reset.subscribe(({ value }) => values.push(value));
  reset.setValue("a");
  unsubscribe();
  reset.setValue("ab");
  expect(values).toEqual(["", "a"]);
});

test("the methods need no receiver, as a framework's store calls them", async () => {
  const { getSnapshot, setValue, subscribe } = passwordReset();
  const values = [];
  const unsubscribe = subscribe((state) => values.push(state.value));
  setValue("ada");
  unsubscribe();
  expect(values.pop()).toBe(getSnapshot().value);
});

test("a 401 and a 404 lead to the same states as an accepted request", async () => {
  // `describe` says the same for all codes.
  const refusals = [401, 404].map((status) => reject(status, { code: "003-002", description: "", details: null }));
  const [accepted, ...refused] = await Promise.all(
    [accept, ...refusals].map(async (fetch) => {
      const reset = passwordReset({ fetch });
      const states = [];
      const unsubscribe = reset.subscribe((state) => states.push({ ...state, wait: Boolean(state.wait) }));
      reset.setValue("ada");
      await reset.submit();
      unsubscribe();
      return states;
    }),
  );
  for (const states of refused) expect(states).toEqual(accepted);
});

test("repeated submissions send one request", async () => {
  let count = 0;
  const fetch = async () => {
    count++;
    return accept();
  };
  const reset = passwordReset({ fetch });
  reset.setValue("lena@example.com");
  await Promise.all([reset.submit(), reset.submit(), reset.submit()]);
  for (const spelling of ["Lena@example.com", " LENA@EXAMPLE.COM ", "\u200elena@example.com\u200b"]) {
    reset.setValue(spelling);
    await reset.submit();
  }
  expect(count).toBe(1);
  reset.setValue("amir");
  await reset.submit();
  expect(count).toBe(2);
  // A name that was requested earlier. Without an @, letters' case may make another name.
  for (const name of ["lena@example.com", "amir", "Amir"]) {
    reset.setValue(name);
    expect(reset.getSnapshot().canSubmit, name).toBe(name === "Amir");
  }
});

test("only invisible characters are not a name", async () => {
  let count = 0;
  const reset = passwordReset({ fetch: () => void count++ });
  for (const name of ["", "   ", "\u200b", "\u200e \u202a", "\ufeff", "\u2060\u00ad"]) {
    reset.setValue(name);
    await reset.submit();
    expect(reset.getSnapshot().fieldError, name).toContain("Enter your");
  }
  expect(count).toBe(0);
});

test("what is typed while a call is in flight does not change it", async () => {
  const reset = passwordReset();
  reset.setValue("ada");
  const outcome = reset.submit();
  reset.setValue("amir");
  await outcome;
  expect(reset.getSnapshot().value).toBe("ada");
});

test("a call can be cancelled, and tried again", async () => {
  const waiting = (_url, { signal }) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const reset = passwordReset({ fetch: waiting });
  reset.setValue("ada");
  const outcome = reset.submit();
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
  reset.setValue("ada");
  await reset.submit();
  await sleep(200);
  throwing();
  unsubscribe();
  process.removeAllListeners("unhandledRejection");
  for (const handler of handlers) process.on("unhandledRejection", /** @type {() => void} */ (handler));
  expect(reported).toContain("broken");
  expect(heard.pop()).toBe(true);
});

test("invalid options are logged once, by name", async (t) => {
  const logged = warningsOf(t);
  const reset = passwordReset({ projectId: "no UUID" });
  reset.setValue("ada");
  for (let count = 0; count < 2; count++) await reset.submit();
  expect(reset.getSnapshot().alert).toContain("isn’t set up");
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain("projectId");
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
  let sent = 0;
  const fetch = async () => {
    sent++;
    return accept();
  };
  const reset = passwordReset({ projectId: "not a UUID", locale: "not a locale", fetch });
  await sleep(2_500);
  expect(logged).toEqual([]);
  const unsubscribe = reset.subscribe(() => {});
  await until(reset, ({ alert }) => alert.includes("isn’t set up"));
  reset.setValue("ada");
  await reset.submit();
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
  expect(sent).toBe(0);
});

test("options that become invalid during a call do not replace its confirmation", async () => {
  const reset = passwordReset({ fetch: accept });
  const unsubscribe = reset.subscribe(() => {});
  reset.setValue("ada");
  const outcome = reset.submit();
  await reset.update({ projectId: "not a UUID" });
  expect(await outcome).toEqual({});
  await sleep(2_500);
  unsubscribe();
  expect(reset.getSnapshot()).toMatchObject({ isDone: true, alert: "" });
});

test("options that change during a call are used by the next", async () => {
  const sent = [];
  const fetch = async (url) => {
    sent.push(new URL(url).searchParams.get("projectId"));
    return new Response(null, { status: 500 });
  };
  const other = "22222222-2222-4222-8222-222222222222";
  const reset = passwordReset({ fetch });
  reset.setValue("ada");
  const outcome = reset.submit();
  await reset.update({ projectId: other });
  await outcome;
  await reset.submit();
  expect(sent).toEqual([projectId, other]);
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
  const sent = [];
  const form = newPassword({
    fetch: async (_url, init) => {
      sent.push(JSON.parse(init.body));
      return accept();
    },
  });
  form.setValue("five5");
  await form.submit();
  expect(form.getSnapshot()).toMatchObject({ isInvalid: true, fieldError: "Use 6 to 100 characters." });
  form.setValue("battery staple ");
  expect(form.getSnapshot()).toMatchObject({
    isInvalid: false,
    fieldError: "",
    warning: expect.stringContaining("space"),
  });
  await form.submit();
  expect(form.getSnapshot()).toMatchObject({ isDone: true, value: "", canSubmit: false });
  expect(sent).toHaveLength(1);
  expect(sent[0].new_password).toBe("battery staple ");
  // Another link.
  await form.update({ resetCode: "another" });
  expect(form.getSnapshot()).toMatchObject({ isDone: false, canSubmit: true, status: "" });
});

test("the form and the call accept passwords of the same lengths", async () => {
  const { confirmPasswordReset } = await import(new URL("../../../dist/index.js", import.meta.url).href);
  /** @type {[length: number, isValid: boolean][]} */
  const lengths = [
    [5, false],
    [6, true],
    [100, true],
    [101, false],
  ];
  for (const [length, isValid] of lengths) {
    // Characters, each of two UTF-16 units.
    const password = "😀".repeat(length);
    const form = newPassword();
    form.setValue(password);
    expect(Boolean(await form.submit()), `the form, ${length}`).toBe(isValid);
    const call = confirmPasswordReset({ projectId, resetCode: "code", newPassword: password, fetch: accept });
    expect(
      await call.then(
        () => true,
        ({ kind }) => kind,
      ),
      `the call, ${length}`,
    ).toBe(isValid || "invalid_input");
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
  form.setValue("correct horse");
  await form.submit();
  const refused = { isInvalid: true, isFieldErrorLate: true, alert: "", canSubmit: true, value: "correct horse" };
  expect(form.getSnapshot()).toMatchObject(refused);
  expect(form.getSnapshot().fieldError).not.toBe("");
});

test("a code that the page forgets after success leaves the confirmation; a new one does not", async () => {
  const form = newPassword();
  form.setValue("correct horse");
  await form.submit();
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
  for (const options of [
    new Config(),
    Object.create({ projectId, fetch: accept }),
    Object.freeze({ projectId, fetch: accept }),
  ]) {
    const reset = createPasswordReset(options);
    reset.setValue("ada");
    expect(await reset.submit()).toEqual({});
  }
  // Texts that cannot be read, or are none, are the built-in ones.
  const throwing = {
    get sent() {
      throw new Error("broken");
    },
  };
  for (const texts of [throwing, { sent: 5, send: {} }, "soon"]) {
    const reset = await requested({ texts: /** @type {any} */ (texts) });
    expect(reset.getSnapshot()).toMatchObject({
      status: expect.stringMatching(/^If an account/),
      submitLabel: "Send again",
    });
  }
  const unreadable = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error("broken");
      },
      has() {
        throw new Error("broken");
      },
    },
  );
  for (const options of [undefined, null, 5, "text", unreadable]) {
    for (const create of [createPasswordReset, createNewPassword]) await create(options).update(options);
  }
});

test("a value of any type is a text", async () => {
  for (const [value, text] of [
    [undefined, ""],
    [null, ""],
    [5, "5"],
    [
      {
        toString() {
          throw new Error("broken");
        },
      },
      "",
    ],
  ]) {
    const reset = passwordReset();
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

test("an address in another Unicode form is the same person", async () => {
  const reset = passwordReset();
  reset.setValue("jos\u00e9@example.com");
  await reset.submit();
  reset.setValue("JOSE\u0301@example.com");
  expect(reset.getSnapshot().canSubmit).toBe(false);
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
  const sent = [];
  const reset = passwordReset({
    fetch: async (_url, { body }) => {
      sent.push(JSON.parse(body).username);
      return accept();
    },
  });
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
  expect(sent).toEqual([unusual[unusual.length - 1]]);
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
