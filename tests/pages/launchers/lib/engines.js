// The engines, and how each is installed and started. All have the same few methods, see `devtools.js`.

import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as launchers from "../../../../scripts/lib/launchers.js";
import { chromiumProgram, chromium as todaysChromium } from "../../../../scripts/lib/tools.js";

import { freePort } from "../../../support/ports.js";
import { start, stop } from "../../../support/process.js";
import { connect } from "./devtools.js";
import { startWpe } from "./webdriver.js";

/** Resolves no name except this machine's, so an outdated engine reaches no other site. */
const offline = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";
const flags = [
  offline,
  "--no-sandbox",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--lang=en-US",
];

/** Starts an engine by its name in `expectations.js`. */
export const engines = {
  "chromium-64": () => startChromium(64),
  "chromium-67": () => startChromium(67),
  "qt-5.12": (...options) => startQt("5.12", options),
  "qt-5.15": (...options) => startQt("5.15", options),
  "chromium-92": () => startChromium(92),
  "chromium-102": () => startChromium(102),
  "chromium-today": startTodaysChromium,
  "wpe-2.38": async () => startWpe((await launchers.wpe()).version),
};

async function startChromium(major) {
  const { program, version } = await launchers.oldChromium(major);
  return drive("Chromium", version, (profile) => [program, headless(profile)]);
}

async function startTodaysChromium() {
  await todaysChromium();
  return drive("Chromium", "", (profile) => [chromiumProgram(), headless(profile)]);
}

const headless = (profile) => [
  ...flags,
  "--headless",
  "--disable-gpu",
  "--hide-scrollbars",
  "--window-size=640,720",
  "--remote-debugging-port=0",
  `--user-data-dir=${profile}`,
  "about:blank",
];

async function startQt(release, options) {
  const { python, version } = await launchers.qt(release);
  return startQtProgram(`Qt ${release}, Chromium`, version, python, [
    fileURLToPath(new URL("browser.py", import.meta.url)),
    ...options,
  ]);
}

/** Starts a QtWebEngine program with a screen, and drives its page: keys and screenshots through Qt, everything else through DevTools. */
export async function startQtProgram(name, version, python, program) {
  const driver = fileURLToPath(new URL("drive.py", import.meta.url));
  const screen = ["-a", "-s", "-screen 0 1280x1000x24"];
  const { child, ...engine } = await drive(name, version, () => ["xvfb-run", [...screen, python, driver, ...program]], {
    QT_QPA_PLATFORM: "xcb",
    LIBGL_ALWAYS_SOFTWARE: "1",
    QTWEBENGINE_DISABLE_SANDBOX: "1",
    // Qt splits these at spaces, and the resolver's rules contain some.
    QTWEBENGINE_CHROMIUM_FLAGS: flags
      .map((flag) => (flag.includes(" ") ? `${flag.replace("=", '="')}"` : flag))
      .join(" "),
    // Qt does not accept 0.
    QTWEBENGINE_REMOTE_DEBUGGING: `127.0.0.1:${await freePort()}`,
  });
  const order = async (command) => {
    const done = once(child.stdout, "data");
    child.stdin.write(`${JSON.stringify(command)}\n`);
    await done;
  };
  return {
    ...engine,
    press: (key, { shift = false } = {}) => order({ press: key, shift }),
    type: (text) => order({ type: text }),
    async screenshot(path) {
      // The widget has a frame only after the page has drawn it.
      await engine.evaluate(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))",
      );
      await order({ screenshot: path });
    },
  };
}

/** Starts a program with a temporary home, and connects to its page. */
async function drive(name, version, command, env = {}) {
  const profile = await mkdtemp(join(tmpdir(), "launchers-"));
  const homes = {
    HOME: profile,
    XDG_CONFIG_HOME: profile,
    XDG_CACHE_HOME: profile,
    XDG_DATA_HOME: profile,
    XDG_RUNTIME_DIR: profile,
  };
  const [program, args] = command(profile);
  const child = start([program, ...args], {
    stdin: "pipe",
    env: { ...homes, ...env, LANG: "C.UTF-8", LANGUAGE: "en" },
  });
  const stopAll = async () => {
    await stop(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const host = await debuggingHost(child);
    const { Browser: browser, "User-Agent": agent } = await (await fetch(`http://${host}/json/version`)).json();
    const [, actual] = /Chrome\/(\S+)/.exec(agent) ?? /\/(\S+)/.exec(browser);
    if (!actual.startsWith(version)) throw new Error(`${name} is ${actual}, not ${version}`);
    const page = await connect(await addressOfPage(host));
    return {
      ...page,
      child,
      name: `${name} ${actual}`,
      async stop() {
        page.close();
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

function debuggingHost(child) {
  return new Promise((resolve, reject) => {
    child.stderr.on("data", () => {
      // Chromium prints the first, Qt the second.
      const [, host] =
        /DevTools listening on ws:\/\/([^/]+)/.exec(child.output) ??
        /http:\/\/(127\.0\.0\.1:\d+)/.exec(child.output) ??
        [];
      if (host) resolve(host);
    });
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`The engine ended with ${code}:\n${child.output}`)));
  });
}

async function addressOfPage(host) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const targets = await (await fetch(`http://${host}/json/list`)).json();
    const page = targets.find(({ type }) => type === "page");
    if (page) return page.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The engine opened no page");
}
