// The demo with its Login server, and the browsers, each stopped again by what started it.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Builder, Capabilities } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";
import { startDemo as startServers } from "../../scripts/lib/demo.js";
import { geckodriver } from "../../scripts/lib/tools.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Starts a program in a group of its own, and ends the whole group. */
function start(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, detached: true, stdio: ["ignore", "pipe", "pipe"], ...options });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const stop = () => {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // It has ended.
    }
  };
  process.once("exit", stop);
  return { child, stop, output: () => output };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until something answers there. */
async function answers(url, { output, child }) {
  for (let count = 0; count < 3000; count++) {
    if (child.exitCode !== null) throw new Error(`It ended at once:\n${output()}`);
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No answer from ${url}:\n${output()}`);
}

/** The demo as `npm start` serves it. */
export async function startDemo() {
  const { demo, login, stop } = await startServers({ quiet: true });
  const mailsTo = async (to) => (await fetch(`${login}/mailbox.json?to=${to}`)).json();
  return {
    url: `${demo}/`,
    stop,
    reset: () => fetch(`${login}/test/reset`, { method: "POST" }),
    mailsTo,
    linkFor: async (username, to, language) => {
      const project = "11111111-1111-4111-8111-111111111111";
      const locale = { en: "en_XX", ar: "ar_AE" }[language];
      await fetch(`${login}/api/password/reset/request?projectId=${project}&locale=${locale}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ username }),
      });
      const [mail] = await mailsTo(to);
      return mail.link;
    },
  };
}

function find(program, ...elsewhere) {
  const folders = [...elsewhere, ...(process.env.PATH ?? "").split(delimiter)];
  return folders.map((folder) => join(folder, program)).find(existsSync);
}

function need(path, what) {
  if (!path) throw new Error(`${what} is missing`);
  return path;
}

/**
 * Starts a program that shows pages with WebKitGTK, on its own virtual screen.
 * @param {string} name the browser name that the program reports to WebDriver
 * @param {string} binary
 * @param {{ args?: string[], env?: Record<string, string> }} [options]
 */
export async function startWebKitGtk(name, binary, { args = [], env = {} } = {}) {
  const webDriver = need(find("WebKitWebDriver"), "WebKitWebDriver (Debian: webkit2gtk-driver)");
  const command = ["xvfb-run", "-a", "-s", "-screen 0 1280x1000x24", webDriver];
  return startWebKit(command, { browserName: name, "webkitgtk:browserOptions": { binary, args } }, env);
}

/** Starts a driver of WebKit, and a program through it. */
async function startWebKit([program, ...args], capabilities, env) {
  const port = await freePort();
  const running = start(program, [...args, `--port=${port}`, "--host=127.0.0.1"], { env: { ...process.env, ...env } });
  await answers(`http://127.0.0.1:${port}/status`, running);
  const builder = new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(new Capabilities(capabilities));
  const driver = await builder.build();
  return {
    driver,
    output: running.output,
    stop: async () => {
      await driver.quit().catch(() => {});
      running.stop();
    },
  };
}

const browsers = {
  async firefox() {
    const options = new firefox.Options();
    options.addArguments("-headless", "--width=1280", "--height=1000");
    options.setBinary(process.env.FIREFOX || need(find("firefox-esr") ?? find("firefox"), "Firefox"));
    const driver = await new Builder()
      .forBrowser("firefox")
      .setFirefoxOptions(options)
      .setFirefoxService(new firefox.ServiceBuilder(await geckodriver()))
      .build();
    return { driver, stop: () => driver.quit() };
  },

  async webkit() {
    const folders = readdirSync("/usr/lib").filter((name) => name.includes("linux"));
    const miniBrowser = folders
      .flatMap((folder) =>
        ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map(
          (version) => `/usr/lib/${folder}/${version}/MiniBrowser`,
        ),
      )
      .find(existsSync);
    return startWebKitGtk("MiniBrowser", need(miniBrowser, "MiniBrowser"), { args: ["--automation"] });
  },

  async wpe() {
    const webDriver = need(find("WPEWebDriver"), "WPEWebDriver (Debian: wpewebkit-driver)");
    const options = { binary: need(find("cog"), "cog"), args: ["--automation", "--platform=headless"] };
    const runtime = mkdtempSync(join(tmpdir(), "wpe-"));
    const capabilities = { browserName: "cog", "wpe:browserOptions": options };
    const { driver, stop } = await startWebKit([webDriver], capabilities, { XDG_RUNTIME_DIR: runtime });
    return { driver, stop: () => stop().finally(() => rmSync(runtime, { recursive: true, force: true })) };
  },
};

/** Starts `firefox`, `webkit` or `wpe`. */
export async function startBrowser(name) {
  const begin = browsers[name];
  if (!begin) throw new Error(`Which browser? ${Object.keys(browsers).join(" or ")}`);
  return begin();
}
