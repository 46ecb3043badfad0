// A desktop of its own: a screen with a window manager, a session bus, and a home where programs register themselves.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exec, start, stop } from "../../support/process.js";
import { makeTempDir } from "../../support/temp-dir.js";
import { until } from "../../support/wait.js";

/** The snippets that run on such a desktop. */
export const snippets = ["mygame.desktop"];

/** A session bus that starts no services: they would outlive the test. */
const busConfig = (socket) => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;

/** Starts it. */
export async function startDesktop() {
  const home = await makeTempDir();
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_DATA_HOME: join(home, ".local/share"),
    XDG_CACHE_HOME: join(home, ".cache"),
    XDG_RUNTIME_DIR: join(home, "run"),
    // Makes `xdg-open` leave the choice of the program to GLib.
    XDG_CURRENT_DESKTOP: "GNOME",
  };
  await mkdir(env.XDG_CONFIG_HOME, { recursive: true });
  await mkdir(env.XDG_RUNTIME_DIR, { mode: 0o700 });

  const programs = [];
  /** Starts a program that prints its address on a line like this, and returns that line. */
  async function startPrinting(line, command) {
    const child = start(command, { env });
    programs.unshift(child);
    await until(`${command[0]} has started`, () => line.test(child.output));
    return line.exec(child.output)[0];
  }
  const screen = ["-screen", "0", "1280x1000x24", "-nolisten", "tcp"];
  env.DISPLAY = `:${await startPrinting(/^\d+$/m, ["Xvfb", "-displayfd", "1", ...screen])}`;
  const config = join(home, "bus.conf");
  await writeFile(config, busConfig(join(env.XDG_RUNTIME_DIR, "bus")));
  const bus = ["dbus-daemon", "--nofork", "--print-address=1", `--config-file=${config}`];
  env.DBUS_SESSION_BUS_ADDRESS = await startPrinting(/^unix:.*$/m, bus);
  programs.unshift(start(["openbox"], { env }));

  /** Runs a program on this desktop. Returns what it printed. */
  const run = async (...command) => (await exec(command, { env })).trim();
  await until("openbox", () => run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").then((text) => text.includes("0x")));

  return {
    env,
    run,
    /** Opens a link, as a browser does. */
    openLink: (link) => run("xdg-open", link),
    /** The title of the window that has the keyboard. */
    activeTitle: () => run("xdotool", "getactivewindow", "getwindowname").catch(() => ""),
    /** The windows with this title, minimised ones too. */
    windows: async (title) => {
      const ids = await run("xdotool", "search", "--name", `^${title}$`).catch(() => "");
      return ids.split("\n").filter(Boolean);
    },
    /** Opens a window in front of the others. Returns a function that closes it. */
    async openWindow(title) {
      const child = start(["xmessage", "-title", title, "-geometry", "1000x800", "…"], { env });
      programs.unshift(child);
      await until(`${title} is in front`, async () => (await this.activeTitle()) === title);
      return () => stop(child);
    },
    async stop() {
      for (const child of programs) await stop(child);
    },
  };
}
