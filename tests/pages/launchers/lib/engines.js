// The engines, and how each is installed and started. All have the same few methods, see `devtools.js`.

import { fileURLToPath } from "node:url";
import * as launchers from "../../../../scripts/lib/launchers.js";
import { chromiumProgram, chromium as todaysChromium } from "../../../../scripts/lib/tools.js";
import { freePort } from "../../../support/server.js";
import { asText, connect } from "./devtools.js";
import { onScreen, orders, startInNewHome } from "./program.js";
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
];

/** Starts an engine by its name in `expectations.js`. */
export const engines = {
  "chromium-64": () => startChromium(64),
  "chromium-67": () => startChromium(67),
  "qt-5.12": (...options) => startQt("5.12", options),
  "qt-5.15": (...options) => startQt("5.15", options),
  "qt-5.15.19": (...options) => startQt("5.15.19", options),
  "chromium-92": () => startChromium(92),
  "chromium-102": () => startChromium(102),
  "qt-6.11": (...options) => startQt("6.11", options),
  "qt-6.12": (...options) => startQt("6.12", options),
  "pywebview-qt": startPywebviewQt,
  "chromium-today": startTodaysChromium,
  "wpe-2.38": async () => startWpe((await launchers.wpe()).version),
  "pywebview-gtk": startPywebviewGtk,
};

const fileHere = (name) => fileURLToPath(new URL(name, import.meta.url));

async function startChromium(major) {
  const { program, version } = await launchers.oldChromium(major);
  return withDevTools("Chromium", version, (profile) => [program, ...headless(profile)]);
}

async function startTodaysChromium() {
  await todaysChromium();
  return withDevTools("Chromium", "", (profile) => [chromiumProgram(), ...headless(profile)]);
}

const headless = (profile) => [
  ...flags,
  "--lang=en-US",
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
  const program = [fileHere("browser.py"), ...options];
  return startQtProgram(`Qt ${release}, Chromium`, version, python, program, {
    LANG: "pt_BR.UTF-8",
    LANGUAGE: "pt_BR",
  });
}

async function startPywebviewQt() {
  const { version: release, packages } = await launchers.pywebview();
  const { python, version } = await launchers.qt("6.11");
  const program = [fileHere("pywebview_window.py"), "qt"];
  return withPywebview(
    await startQtProgram(`pywebview ${release}, Qt 6.11, Chromium`, version, python, program, { PYTHONPATH: packages }),
  );
}

/** Waits in each page until pywebview has added its object, some time after the page has loaded. */
async function withPywebview(engine) {
  const isReady = '!window.isLastPage && document.readyState === "complete" && window.isPywebviewThere';
  const wait = () =>
    engine.evaluate(`new Promise((done) => {
      const check = () => (${isReady} ? done() : setTimeout(check, 10));
      check();
    })`);
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
export async function startQtProgram(name, version, python, program, env = {}) {
  const { child, ...engine } = await withDevTools(
    name,
    version,
    () => onScreen(python, fileHere("drive_qt.py"), program),
    {
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
    },
  );
  const order = orders(child);
  return {
    ...engine,
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

const drawn = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))";

/** Starts a pywebview window that shows its page in WebKitGTK. */
async function startPywebviewGtk() {
  const { version, packages } = await launchers.pywebview();
  const { python } = await launchers.webkitGtk();
  const program = [fileHere("pywebview_window.py"), "gtk"];
  const { child, stop } = await startInNewHome(() => onScreen(python, fileHere("drive_gtk.py"), program), {
    PYTHONPATH: packages,
    LIBGL_ALWAYS_SOFTWARE: "1",
    // No accessibility bus, and no GPU.
    NO_AT_BRIDGE: "1",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
  });
  const order = orders(child);
  try {
    return await withPywebview({
      name: `pywebview ${version}, WebKitGTK ${await order({ version: true })}`,
      stop,
      open: (url) => order({ open: url }),
      async evaluate(expression) {
        return JSON.parse(await order({ evaluate: `return ${asText(expression)}` })).value;
      },
      errors() {
        return this.evaluate("pageErrors");
      },
      press: (key, { shift = false } = {}) => order({ press: key, shift }),
      async type(text) {
        for (const character of text) {
          // Emoji have no key.
          if (character > "\x7f") {
            await this.evaluate(`document.execCommand("insertText", false, ${JSON.stringify(character)})`);
            continue;
          }
          // Keys wait in a queue, which a script overtakes.
          const released = this.evaluate(
            `new Promise((done) => addEventListener("keyup", () => done(), { once: true, capture: true }))`,
          );
          await order({ type: character });
          await released;
        }
      },
      async screenshot(path) {
        await this.evaluate(drawn);
        await order({ screenshot: path });
      },
    });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts a program, and connects to its page. */
async function withDevTools(name, version, command, env) {
  const { child, stop } = await startInNewHome(command, env);
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
        await stop();
      },
    };
  } catch (error) {
    await stop();
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
