// Types through input methods: as the player composes, so it is sent; a password is typed letter by letter.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exec, holds } from "../../support/process.js";

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

/**
 * In Firefox, the methods themselves must ignore passwords, hidden ones, too: Unikey never does, and anthy no longer does
 * when the player returns to the field. `inFirefox` says when they compose.
 */
const methods = [
  { language: "Korean", engine: "hangul", keys: [..."gksrmf"], text: "한글" },
  // Enter chooses the candidate.
  {
    language: "Japanese",
    engine: "anthy",
    keys: [..."nihongo", "space"],
    text: "日本語",
    choose: "Return",
    inFirefox: ["return"],
  },
  {
    language: "Vietnamese",
    engine: "Unikey",
    keys: [..."tieengs", "space", ..."Vieetj"],
    text: "tiếng Việt",
    inFirefox: ["arrival", "return"],
  },
];

const letters = (keys) => keys.map((key) => (key === "space" ? " " : key)).join("");

/** Types in a browser on the desktop, and reports each result to `row`. */
export async function typeThroughMethods({ browser, desktop, keyboard, server, row }) {
  for (const { language, engine, keys, text, choose, inFirefox = [] } of methods) {
    await chooseMethod(engine, desktop);

    const name = `${engine}-request`;
    await server.open({ name, form: "password-reset-form" });
    await settle({ keyboard, server }, true);
    await keyboard.press(...keys);
    await server.until(({ value }) => value === text);
    row(`${language}, composed`, text, server.last().value);
    if (choose) {
      await keyboard.press(choose);
      await server.until(({ type, isComposing }) => type === "keyup" && !isComposing);
      row(`${language}, Enter chooses the candidate`, "nothing is sent", sent(server.bodies(name)));
    }
    await keyboard.press("Return");
    await server.until(() => server.bodies(name).length > 0);
    row(`${language}, Enter sends`, text, sent(server.bodies(name)));

    await server.open({ name: `${engine}-password`, form: "new-password-form" });
    const isComposed = (when) => browser === "firefox" && inFirefox.includes(when);
    const inPassword = (when) => (isComposed(when) ? text : letters(keys));
    await settle({ keyboard, server }, isComposed("arrival"));
    await keyboard.press(...keys);
    const once = inPassword("arrival");
    await server.until(({ value }) => value === once);
    row(`${language}, in the hidden password`, once, server.last().value);
    await keyboard.press("shift+Tab", "space");
    await server.until(({ isHidden }) => !isHidden);
    await keyboard.press("Tab", "End");
    await server.until(({ type, key }) => type === "keyup" && key === "End");
    await keyboard.press(...keys);
    const twice = once + inPassword("return");
    await server.until(({ value }) => value === twice);
    row(`${language}, in the shown password`, twice, server.last().value);
  }
}

const sent = (bodies) => bodies.map(({ username }) => username).join(", ") || "nothing is sent";

/**
 * Types a letter, and deletes it, until the input method takes it or, for a password, until it does not: its program may
 * still be starting, and Firefox hands the keyboard over a moment after the field has the focus.
 */
async function settle({ keyboard, server }, isComposed) {
  for (let attempts = 0; attempts < 50; attempts++) {
    server.forget();
    await keyboard.press("a");
    await server.until(({ type }) => type === "keyup");
    const isTaken = server.reports().some(({ isComposing }) => isComposing);
    const isSettled = isTaken === isComposed && server.last().value !== "";
    server.forget();
    await keyboard.press("BackSpace");
    await server.until(({ type, value }) => type === "keyup" && !value);
    if (isSettled) return;
  }
  throw new Error(`The input method ${isComposed ? "takes no keys" : "takes the keys of a password"}`);
}
