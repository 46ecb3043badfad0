// A desktop of its own: a screen with a window manager, a D-Bus session and a home, and browsers as a player starts them,
// with nothing that drives them. Keys come from the X server, as from a keyboard.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromiumProgram, firefoxProgram } from "../../scripts/lib/tools.js";
import { chromiumArgs, startScreen } from "./browsers.js";
import { exec, makeTempDir, printed, start, stop } from "./process.js";

/** No start pages, questions, or connections of their own. */
const firefoxPreferences = {
  "app.normandy.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.preonboarding.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "signon.rememberSignons": false,
  "startup.homepage_welcome_url": "",
  "termsofuse.bypassNotification": true,
  "toolkit.telemetry.enabled": false,
  "trailhead.firstrun.didSeeAboutWelcome": true,
};
const chromiumOptions = ["--disable-gpu", "--no-default-browser-check", "--no-first-run", "--password-store=basic"];

/** A session bus that starts no services: they would outlive the test. */
const busWithoutServices = (socket) => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;

/**
 * Starts it.
 *
 * @param {Record<string, string>} [more] of the environment
 * @param {{ hasServices?: boolean }} [options] whether its session bus starts services
 */
export async function startDesktop(more = {}, { hasServices = true } = {}) {
  const screen = await startScreen("1000x800");
  const home = await makeTempDir();
  const runtime = join(home, "run");
  mkdirSync(runtime, { mode: 0o700 });
  /** @type {Record<string, string>} */
  const env = {
    HOME: home,
    DISPLAY: screen.display,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_DATA_HOME: join(home, "data"),
    XDG_CACHE_HOME: join(home, "cache"),
    WAYLAND_DISPLAY: "",
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    // Programs of the desktop are in Python, and need the system's.
    PATH: `/usr/bin:/bin:${process.env.PATH}`,
    ...more,
  };
  const started = [];
  /** Starts a program on the desktop. */
  const run = (command) => {
    const child = start(command, { cwd: home, env });
    started.unshift(child);
    return child;
  };
  const output = () => started.map(({ output, spawnargs }) => `${spawnargs[0]}: ${output}`).join("\n");
  const end = async () => {
    for (const child of started) await stop(child);
    await screen.stop();
  };
  try {
    const config = join(home, "bus.conf");
    writeFileSync(config, busWithoutServices(join(runtime, "bus")));
    const settings = hasServices ? "--session" : `--config-file=${config}`;
    const bus = run(["dbus-daemon", "--nofork", "--print-address=1", settings]);
    [, env.DBUS_SESSION_BUS_ADDRESS] = await printed(bus, /^(unix:.*)\n/m);
    run(["openbox"]);
  } catch (error) {
    error.message += `\n${output()}`;
    await end();
    throw error;
  }
  return {
    home,
    env,
    run,
    /** What all programs have printed. */
    output,
    xdotool: (...args) => exec(["xdotool", ...args], { env }),
    /** Starts Chromium or Firefox with a page and a new profile. */
    browse(name, url, { options = [], preferences = {} } = {}) {
      const profile = join(home, name);
      if (name === "chromium") {
        const all = [...chromiumArgs, ...chromiumOptions, ...options, `--user-data-dir=${profile}`];
        return run([chromiumProgram(), ...all, url]);
      }
      mkdirSync(profile);
      const lines = Object.entries({ ...firefoxPreferences, ...preferences }).map(
        ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
      );
      writeFileSync(join(profile, "user.js"), lines.join(""));
      return run([firefoxProgram(), "--no-remote", "--profile", profile, ...options, url]);
    },
    stop: end,
  };
}
