// A virtual screen with a window manager, a D-Bus session, and Orca, which speaks to a recorder.

import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { exec, start, stop } from "../../support/process.js";
import { makeTempDir } from "../../support/temp-dir.js";
import { Speech } from "./speech.js";
import { until } from "./wait.js";

const recorder = new URL("../recorder/", import.meta.url).pathname;

/** Starts it. `run` starts a program on it. */
export async function startDesktop() {
  const home = await makeTempDir();
  const runtime = join(home, "run");
  mkdirSync(runtime, { mode: 0o700 });
  const env = {
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_DATA_HOME: join(home, "data"),
    XDG_CACHE_HOME: join(home, "cache"),
    AT_SPI_BUS_ADDRESS: "",
    WAYLAND_DISPLAY: "",
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    // Each browser asks for one of them, because there is no desktop that says that a screen reader runs.
    ACCESSIBILITY_ENABLED: "1",
    GNOME_ACCESSIBILITY: "1",
    NO_AT_BRIDGE: "0",
    LIBGL_ALWAYS_SOFTWARE: "1",
  };
  const started = [];
  const run = (command) => {
    const child = start(command, { cwd: home, env });
    started.unshift(child);
    return child;
  };
  const end = async () => {
    for (const child of started) await stop(child);
  };
  try {
    const screen = run(["Xvfb", "-displayfd", "1", "-screen", "0", "1000x800x24", "-nolisten", "tcp"]);
    await until("Xvfb starts", () => /^\d+\n/m.test(screen.output));
    const bus = run(["dbus-daemon", "--session", "--nofork", "--print-address=1"]);
    await until("D-Bus starts", () => bus.output.includes("\n"));
    Object.assign(env, {
      DISPLAY: `:${/^\d+$/m.exec(screen.output)[0]}`,
      DBUS_SESSION_BUS_ADDRESS: /^unix:.*$/m.exec(bus.output)[0],
    });
    run(["openbox"]);
    const preferences = join(home, "orca");
    mkdirSync(preferences);
    copyFileSync(join(recorder, "orca-customizations.py"), join(preferences, "orca-customizations.py"));
    const orca = run(["/usr/bin/python3", "-B", join(recorder, "start.py"), "--user-prefs", preferences]);
    const speech = new Speech(orca.stdout);
    await until("Orca speaks", () => speech.heard().includes("Screen reader on."));
    return {
      home,
      speech,
      run,
      output: () => started.map(({ output, spawnargs }) => `${spawnargs[0]}: ${output}`).join("\n"),
      /** Presses keys, as X names them. */
      press: (...keys) => exec(["xdotool", "key", ...keys], { env }),
      type: (text) => exec(["xdotool", "type", "--delay", "60", text], { env }),
      stop: end,
    };
  } catch (error) {
    error.message += `\n${started.map(({ output }) => output).join("\n")}`;
    await end();
    throw error;
  }
}
