// The crate without the npm package: its tests in a browser, and the module that wasm-pack builds.
//
//   node scripts/lib/crate-tests.js chrome|firefox|raw

import { join } from "node:path";
import { root, run, startLoginServer } from "./run.js";
import { chromium, firefox, pathWith, rustFlags, wasmBindgen, wasmPack } from "./tools.js";

const tools = pathWith(await wasmPack(), await wasmBindgen(), join(root, "node_modules", ".bin"));

/** `tests/browser`. Some of these tests call the local Login server. */
async function testInBrowser(browser, driver) {
  // The page with the tests is on any port.
  const settings = { LOGIN_PORT: "0", LOGIN_ALLOWED_ORIGINS: "http://localhost:8000,http://127.0.0.1:*" };
  const { server, baseUrl } = await startLoginServer(settings, { quiet: true });
  const args = ["--headless", `--${browser}`, ...driver, "--mode", "no-install", ".", "--test", "browser"];
  const env = { ...tools, LOGIN_SERVER: baseUrl, WASM_BINDGEN_TEST_WEBDRIVER_JSON: "tests/browser/webdriver.json" };
  try {
    await run("wasm-pack", ["test", ...args], { env });
  } finally {
    server.kill();
  }
}

const commands = {
  chrome: async () => testInBrowser("chrome", await chromium()),
  firefox: async () => testInBrowser("firefox", await firefox()),
  /** Builds the module that Rust users get without the npm package. */
  raw() {
    const args = ["build", "--target", "web", "--mode", "no-install", "--out-dir", "build/raw-module", "--no-pack"];
    return run("wasm-pack", args, { env: { ...tools, ...rustFlags() } });
  },
};
await commands[process.argv[2]]();
