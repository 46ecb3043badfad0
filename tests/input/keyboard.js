// What a player does with a keyboard, on a desktop without a driver: types through input methods, holds Enter, presses Caps Lock.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exec, holds } from "../support/process.js";

/** Both start with Latin letters otherwise. */
const settings = `[org/freedesktop/ibus/engine/hangul]
initial-input-mode='hangul'
[org/freedesktop/ibus/engine/anthy/common]
input-mode=0
`;

/** The environment of a desktop with input methods. */
export const environment = { GSETTINGS_BACKEND: "keyfile", GTK_IM_MODULE: "ibus" };

/** Starts ibus on a desktop, before its browsers. */
export function startMethods({ home, run }) {
  const folder = join(home, "config/glib-2.0/settings");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "keyfile"), settings);
  run(["ibus-daemon", "--panel", "disable"]);
}

/** Chooses the input method for all windows. */
async function chooseMethod(engine, { env }) {
  const ibus = (...args) => exec(["ibus", "engine", ...args], { env }).catch(String);
  // The daemon or the engine may still be starting. The command also fails if it cannot change the keyboard layout.
  const isChosen = () =>
    ibus(engine)
      .then(() => ibus())
      .then((chosen) => chosen.trim() === engine);
  if (!(await holds(isChosen))) throw new Error(`ibus does not start ${engine}`);
}

/** In Japanese, Enter chooses the candidate. */
const methods = [
  { language: "Korean", engine: "hangul", keys: [..."gksrmf"], text: "한글" },
  { language: "Japanese", engine: "anthy", keys: [..."nihongo", "space"], text: "日本語", choose: "Return" },
  { language: "Vietnamese", engine: "Unikey", keys: [..."tieengs", "space", ..."Vieetj"], text: "tiếng Việt" },
];
/**
 * In Firefox, the methods themselves must ignore passwords, hidden ones, too: Unikey never does, and anthy no longer does
 * when the player returns to the field. This is when they compose.
 */
const composingInFirefox = { hangul: [], anthy: ["return"], Unikey: ["arrival", "return"] };

const letters = (keys) => keys.map((key) => (key === "space" ? " " : key)).join("");

/** The reports of released keys. A change of the form may follow the last one. */
const releases = (reports) => reports.filter(({ type }) => type === "keyup");

const sent = (bodies) => bodies.map(({ username }) => username).join(", ") || "nothing is sent";

/** As the player composes, so it is sent; a password is typed letter by letter. Reports each result to `row`. */
export async function typeThroughMethods({ browser, desktop, keyboard, page, row }) {
  for (const { language, engine, keys, text, choose } of methods) {
    await chooseMethod(engine, desktop);

    await page.open({ name: `${engine}-request`, form: "password-reset-form" });
    await settle({ keyboard, page }, true);
    await keyboard.press(...keys);
    await page.until(({ value }) => value === text);
    row(`${language}, composed`, text, page.last().value);
    if (choose) {
      page.forget();
      await keyboard.press(choose);
      await page.until((_, all) => releases(all).some(({ isComposing }) => !isComposing));
      row(`${language}, Enter chooses the candidate`, "nothing is sent", sent(page.bodies()));
    }
    await keyboard.press("Return");
    await page.until(() => page.bodies().length > 0);
    row(`${language}, Enter sends`, text, sent(page.bodies()));

    await page.open({ name: `${engine}-password`, form: "new-password-form" });
    const isComposed = (when) => browser === "firefox" && composingInFirefox[engine].includes(when);
    const inPassword = (when) => (isComposed(when) ? text : letters(keys));
    await settle({ keyboard, page }, isComposed("arrival"));
    await keyboard.press(...keys);
    const once = inPassword("arrival");
    await page.until(({ value }) => value === once);
    row(`${language}, in the hidden password`, once, page.last().value);
    await keyboard.press("shift+Tab", "space");
    await page.until(({ isHidden }) => !isHidden);
    await keyboard.press("Tab", "End");
    await page.until((_, all) => releases(all).some(({ key }) => key === "End"));
    await keyboard.press(...keys);
    const twice = once + inPassword("return");
    await page.until(({ value }) => value === twice);
    row(`${language}, in the shown password`, twice, page.last().value);
  }
}

/** A key that has no effect for so long is lost, in milliseconds. */
const LOST_MS = 3000;

/**
 * Types a letter, and deletes it, until the input method takes it or, for a password, until it does not: its program may
 * still be starting, and Firefox hands the keyboard over a moment after the field has the focus.
 */
async function settle({ keyboard, page }, isComposed) {
  for (let attempts = 0; attempts < 50; attempts++) {
    page.forget();
    await keyboard.press("a");
    await page.until((_, all) => releases(all).length > 0, LOST_MS);
    const isTaken = page.reports().some(({ isComposing }) => isComposing);
    const isSettled = isTaken === isComposed && page.last().value !== "";
    page.forget();
    await keyboard.press("BackSpace");
    await page.until(({ value }, all) => releases(all).length > 0 && !value, LOST_MS);
    if (isSettled) return;
  }
  throw new Error(`The input method ${isComposed ? "takes no keys" : "takes the keys of a password"}`);
}

/** How long Enter is held, in repetitions by the X server: 25 a second. */
const REPEATS = 80;

const texts = { "password-reset-form": "john@example.com", "new-password-form": "correct-horse" };

const requests = (count) => `${count} request${count === 1 ? "" : "s"}`;

/** Holds Enter while calls fail. */
export async function holdEnter({ keyboard, page, row }) {
  for (const [form, text] of Object.entries(texts))
    for (const response of ["500", "422"]) {
      await page.open({ name: `held-${form}-${response}`, form, response });
      await keyboard.type(text);
      await page.until(({ value }) => value === text);
      await keyboard.hold("Return");
      await page.until((_, all) => all.filter(({ key, repeat }) => key === "Enter" && repeat).length >= REPEATS);
      await keyboard.release("Return");
      // Each request has its outcome.
      const failures = (all) => all.filter(({ type }) => type === "password-reset-failed");
      await page.until((_, all) => failures(all).length === page.bodies().length);
      const whileHeld = page.bodies().length;
      await keyboard.press("Return");
      await page.until(() => page.bodies().length > whileHeld);
      const afterwards = page.bodies().length - whileHeld;
      row(`Enter held in ${form}, ${response}; next press`, "1 request; 1", `${requests(whileHeld)}; ${afterwards}`);
    }
}

export async function pressCapsLock({ keyboard, page, row }) {
  const hint = () => (page.last().warning ? "hint" : "no hint");

  for (const [where, ...onward] of [["in the field"], ["on “Show password”", "shift+Tab"]]) {
    await page.open({ name: `caps-lock-${onward.length}`, form: "new-password-form" });
    await keyboard.press("a");
    await keyboard.press("Caps_Lock");
    await page.until(({ warning }) => warning);
    row("Caps Lock on, in the field", "hint", hint());
    await keyboard.press("a", ...onward);
    await keyboard.press("Caps_Lock");
    await page.until((_, all) => releases(all).filter(({ key }) => key === "CapsLock").length >= 2);
    await page.until(({ warning }) => !warning);
    row(`Caps Lock off, ${where}`, "no hint", hint());
  }
}
