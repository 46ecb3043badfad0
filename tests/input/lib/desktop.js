// A screen with a window manager, a D-Bus session and ibus, and browsers on it without a driver: drivers switch input methods
// off. Keys come from the X server, as from a keyboard.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromiumProgram, firefoxProgram } from "../../../scripts/lib/tools.js";
import { chromiumArgs } from "../../support/browsers.js";
import { exec, start, stop } from "../../support/process.js";
import { makeTempDir } from "../../support/temp-dir.js";

/** Only a program that hangs takes that long, in milliseconds. */
const LIMIT_MS = 60_000;

/** Both start with Latin letters otherwise. */
const settings = `[org/freedesktop/ibus/engine/hangul]
initial-input-mode='hangul'
[org/freedesktop/ibus/engine/anthy/common]
input-mode=0
`;

export async function startDesktop() {
  const home = await makeTempDir();
  const write = (path, text) => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  write("config/glib-2.0/settings/keyfile", settings);
  mkdirSync(join(home, "run"), { mode: 0o700 });
  /** @type {Record<string, string>} */
  const env = {
    HOME: home,
    XDG_RUNTIME_DIR: join(home, "run"),
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_DATA_HOME: join(home, "data"),
    WAYLAND_DISPLAY: undefined,
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    GSETTINGS_BACKEND: "keyfile",
    GTK_IM_MODULE: "ibus",
    // An engine of ibus is a Python program, and needs the system's Python.
    PATH: `/usr/bin:/bin:${process.env.PATH}`,
  };
  const children = [];
  const run = (command) => {
    const child = start(command, { env });
    children.push(child);
    return child;
  };
  const xvfb = run(["Xvfb", "-displayfd", "1", "-screen", "0", "1000x800x24", "-nolisten", "tcp"]);
  env.DISPLAY = `:${await printed(xvfb, /^\d+$/m)}`;
  const bus = run(["dbus-daemon", "--session", "--nofork", "--print-address"]);
  env.DBUS_SESSION_BUS_ADDRESS = await printed(bus, /^unix:.*$/m);
  run(["openbox"]);
  run(["ibus-daemon", "--panel", "disable"]);

  const xdotool = (...args) => exec(["xdotool", ...args], { env, limitMs: LIMIT_MS });

  return {
    /** Presses keys, one after the other, at the pace of a fast typist. */
    press: (...keys) => xdotool("key", "--delay", "40", ...keys),
    type: (text) => xdotool("type", "--delay", "40", text),
    hold: (key) => xdotool("keydown", key),
    release: (key) => xdotool("keyup", key),

    /** Chooses the input method for all windows. */
    async choose(engine) {
      const ibus = (...args) => exec(["ibus", "engine", ...args], { env }).catch(String);
      for (const deadline = Date.now() + LIMIT_MS; ; ) {
        // The daemon or the engine may still be starting. The command also fails if it cannot change the keyboard layout.
        await ibus(engine);
        const chosen = await ibus();
        if (chosen.trim() === engine) return;
        if (Date.now() > deadline) throw new Error(`ibus does not start ${engine}: ${chosen}`);
      }
    },

    /** Starts a browser with a page, and gives its window the focus. */
    async browse(name, url) {
      const profile = join(home, name);
      if (name === "firefox") write("firefox/user.js", firefoxPreferences);
      const child = run(
        name === "firefox"
          ? [firefoxProgram(), "--profile", profile, "--no-remote", url]
          : [chromiumProgram(), ...chromiumArgs, ...chromiumOptions, `--user-data-dir=${profile}`, url],
      );
      const [window] = (await xdotool("search", "--sync", "--onlyvisible", "--name", "^Input test")).split("\n");
      await xdotool("windowactivate", "--sync", window);
      return { stop: () => stop(child) };
    },

    async stop() {
      for (const child of children.reverse()) await stop(child);
    },
  };
}

// With GTK 4 it would need another module of ibus.
const chromiumOptions = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-gpu",
  "--password-store=basic",
  "--gtk-version=3",
];

/** No first-run pages, dialogs or calls home. */
const firefoxPreferences = Object.entries({
  "browser.aboutwelcome.enabled": false,
  "browser.preonboarding.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.normandy.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "signon.rememberSignons": false,
  "termsofuse.bypassNotification": true,
  "toolkit.telemetry.enabled": false,
})
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  .join("");

/** What a program prints first. */
function printed(child, wanted) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = wanted.exec(child.output);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", look);
    child.once("error", reject);
    child.once("close", () => reject(new Error(`${child.spawnargs.join(" ")} ended: ${child.output}`)));
  });
}
