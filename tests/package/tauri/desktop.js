// A desktop where programs register themselves, and links open them.

import { mkdirSync } from "node:fs";
import * as support from "../../support/desktop.js";
import { exec, stop, until } from "../../support/process.js";

/** The snippets that run on such a desktop. */
export const snippets = ["mygame.desktop"];

/** Starts it. */
export async function startDesktop() {
  // Makes `xdg-open` leave the choice of the program to GLib.
  const desktop = await support.startDesktop({ XDG_CURRENT_DESKTOP: "GNOME" }, { hasServices: false });
  const { env, run: start, stop: end } = desktop;
  mkdirSync(env.XDG_CONFIG_HOME);
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
      const child = start(["xmessage", "-title", title, "-geometry", "1000x800", "…"]);
      await until(`${title} is in front`, async () => (await this.activeTitle()) === title);
      return () => stop(child);
    },
    stop: end,
  };
}
