// The engines, and how each is installed and started. All have the same few methods, see `devtools.js`.

import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import * as launchers from "../../../../scripts/lib/launchers.js";
import { chromiumProgram, chromium as todaysChromium } from "../../../../scripts/lib/tools.js";
import { startScreen, startWebDriver, startWebKitGtk } from "../../../support/browsers.js";
import { makeTempDir, printed, start, stop, until } from "../../../support/process.js";
import { freePort } from "../../../support/server.js";
import { connect, drawn, inTime } from "./devtools.js";
import { drive } from "./webdriver.js";

/** Resolves no name except this machine's, so an outdated engine reaches no other site. */
const offline = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";
const flags = [
  offline,
  ...["--no-sandbox", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update"],
];

/** Starts an engine by its name in `expectations.js`. */
export const engines = {
  "chromium-64": () => startChromium(launchers.oldChromium(64)),
  "chromium-67": () => startChromium(launchers.oldChromium(67)),
  "qt-5.12": (...options) => startQt("5.12", options),
  "qt-5.15": (...options) => startQt("5.15", options),
  "qt-5.15.19": (...options) => startQt("5.15.19", options),
  "chromium-92": () => startChromium(launchers.oldChromium(92)),
  "chromium-102": () => startChromium(launchers.oldChromium(102)),
  "qt-6.11": (...options) => startQt("6.11", options),
  "qt-6.12": (...options) => startQt("6.12", options),
  "pywebview-qt": startPywebviewQt,
  "chromium-today": () => startChromium(todaysChromium().then(() => ({ program: chromiumProgram(), version: "" }))),
  "wpe-2.38": startWpe,
  "pywebview-gtk": startPywebviewGtk,
};

const fileHere = (name) => fileURLToPath(new URL(name, import.meta.url));

async function startChromium(installed) {
  const { program, version } = await installed;
  const profile = await makeTempDir();
  return withDevTools("Chromium", version, [
    program,
    ...flags,
    ...["--lang=en-US", "--headless", "--disable-gpu", "--hide-scrollbars", "--window-size=640,720"],
    ...["--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
  ]);
}

function startQt(release, options) {
  const player = { LANG: "pt_BR.UTF-8", LANGUAGE: "pt_BR" };
  return startQtProgram(`Qt ${release}`, release, [fileHere("browser.py"), ...options], player);
}

async function startPywebviewQt() {
  const { version } = await launchers.pywebview();
  const program = [fileHere("pywebview_window.py"), "qt"];
  return withPywebview(await startQtProgram(`pywebview ${version}, Qt 6.11`, "6.11", program));
}

async function startWpe() {
  const { version } = await launchers.wpe();
  const started = await startWebDriver("wpe");
  if (!started.version.startsWith(version)) {
    await started.stop();
    throw new launchers.NotForThisMachine(`This system has WPE WebKit ${started.version}, not ${version}`);
  }
  return drive(started);
}

/** Starts a pywebview window that shows its page in WebKitGTK. */
async function startPywebviewGtk() {
  const { version, packages } = await launchers.pywebview();
  const { python } = await launchers.webkitGtk();
  const args = [fileHere("drive_gtk.py"), fileHere("pywebview_window.py"), "gtk"];
  const env = {
    ...(await newHome()),
    PYTHONPATH: packages,
    // No accessibility bus, and no GPU.
    ...{ NO_AT_BRIDGE: "1", LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_DMABUF_RENDERER: "1" },
  };
  const started = await startWebKitGtk("pywebview", python, { args, env });
  const actual = (await started.driver.getCapabilities()).getBrowserVersion();
  return withPywebview(await drive({ ...started, name: `pywebview ${version}, WebKitGTK ${actual}` }));
}

/** Waits in each page until pywebview has added its object, some time after the page has loaded. */
async function withPywebview(engine) {
  const isReady = '!window.isLastPage && document.readyState === "complete" && window.isPywebviewThere';
  const wait = () => until("pywebview adds its object", () => engine.evaluate(isReady));
  // What it still adds to this page could get into the next one.
  await wait();
  return {
    ...engine,
    async open(url) {
      await engine.evaluate("window.isLastPage = true");
      await engine.open(url);
      await wait();
    },
  };
}

/**
 * Starts a QtWebEngine program with a screen, and drives its page: keys and screenshots through Qt, everything else
 * through DevTools.
 */
export async function startQtProgram(name, release, program, env = {}) {
  const { python, version } = await launchers.qt(release);
  const { packages } = await launchers.pywebview();
  const screen = await startScreen();
  const command = [python, fileHere("drive_qt.py"), ...program];
  const { child, ...engine } = await withDevTools(`${name}, Chromium`, version, command, {
    DISPLAY: screen.display,
    PYTHONPATH: packages,
    LANG: "en_US.UTF-8",
    QT_QPA_PLATFORM: "xcb",
    LIBGL_ALWAYS_SOFTWARE: "1",
    QTWEBENGINE_DISABLE_SANDBOX: "1",
    // Qt splits these at spaces, and the resolver's rules contain some.
    QTWEBENGINE_CHROMIUM_FLAGS: flags
      .map((flag) => (flag.includes(" ") ? `${flag.replace("=", '="')}"` : flag))
      .join(" "),
    // Qt does not accept 0.
    QTWEBENGINE_REMOTE_DEBUGGING: `127.0.0.1:${await freePort()}`,
    ...env,
  }).catch(async (error) => {
    await screen.stop();
    throw error;
  });
  const order = orders(child);
  return {
    ...engine,
    async stop() {
      await engine.stop();
      await screen.stop();
    },
    async open(url) {
      await engine.open(url);
      // Before the first frame, Chromium ignores keys.
      await engine.evaluate(drawn);
    },
    press: (key, { shift = false } = {}) => order({ press: key, shift }),
    type: (text) => order({ type: text }),
    /** Sets attributes of QWebEngineSettings; null resets one to its default. */
    setAttributes: (attributes) => order({ attributes }),
    async screenshot(path) {
      // The widget has a frame only after the page has drawn it.
      await engine.evaluate(drawn);
      await order({ screenshot: path });
    },
  };
}

/** Returns a function that sends a command to `drive_qt.py`, and resolves when it is done. */
function orders(child) {
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, "close").then(() => Promise.reject(new Error(`The program ended:\n${child.output}`)));
  ended.catch(() => {});
  return (command) => {
    child.stdin.write(`${JSON.stringify(command)}\n`);
    return inTime(JSON.stringify(command), Promise.race([once(lines, "line"), ended]));
  };
}

/** The environment of a program with a home of its own. */
async function newHome() {
  const home = await makeTempDir();
  const homes = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home };
  return { ...homes, LANG: "C.UTF-8", LANGUAGE: "en" };
}

/** Starts a program, and connects to its page. */
async function withDevTools(name, version, command, env = {}) {
  const child = start(command, { stdin: "pipe", env: { ...(await newHome()), ...env } });
  try {
    const host = await debuggingHost(child);
    // Qt names the address before it listens there.
    await until(`${name} listens`, () => fetchJson(host, "version").catch(() => false));
    const { Browser: browser, "User-Agent": agent } = await fetchJson(host, "version");
    const [, actual] = /Chrome\/(\S+)/.exec(agent) ?? /\/(\S+)/.exec(browser);
    if (!actual.startsWith(version)) throw new Error(`${name} is ${actual}, not ${version}`);
    const pages = async () => (await fetchJson(host, "list")).filter(({ type }) => type === "page");
    await until(`${name} opens a page`, async () => (await pages()).length > 0);
    const page = await connect((await pages())[0].webSocketDebuggerUrl);
    return {
      ...page,
      child,
      name: `${name} ${actual}`,
      async stop() {
        page.close();
        await stop(child);
      },
    };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

const fetchJson = async (host, what) => (await fetch(`http://${host}/json/${what}`)).json();

/** Where a program has its DevTools. */
async function debuggingHost(child) {
  // Chromium prints the first, Qt the second.
  const address = /DevTools listening on ws:\/\/([^/]+)\/|http:\/\/(127\.0\.0\.1:\d+)\s/;
  const [, ofChromium, ofQt] = await printed(child, address);
  return ofChromium ?? ofQt;
}
