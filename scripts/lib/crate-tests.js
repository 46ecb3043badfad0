// The crate's tests in a browser, `tests/browser`. Some of them call the local Login server.
//
//   node scripts/lib/crate-tests.js chrome|firefox

import { run, startLoginServer } from "./run.js";
import { chromium, firefox } from "./tools.js";

const [, , browser] = process.argv;
const driver = await { chrome: chromium, firefox }[browser]();
// The page with the tests is on any port.
const settings = { LOGIN_PORT: "0", LOGIN_ALLOWED_ORIGINS: "http://localhost:8000,http://127.0.0.1:*" };
const { server, baseUrl } = await startLoginServer(settings, { quiet: true });
const args = ["--headless", `--${browser}`, ...driver, "--mode", "no-install", ".", "--test", "browser"];
const env = {
  LOGIN_SERVER: baseUrl,
  WASM_BINDGEN_TEST_WEBDRIVER_JSON: "tests/browser/webdriver.json",
  // A seventh of the size.
  CARGO_PROFILE_DEV_DEBUG: "false",
};

/**
 * Chromium 156 now and then stops while it loads the page of wasm-bindgen's runner, before any test has begun. Then, and only
 * then, the page is opened again.
 */
async function test(attempts) {
  try {
    console.log(await run("wasm-pack", ["test", ...args], { env, quiet: true }));
  } catch (error) {
    console.log(error.output);
    if (attempts === 1 || !/Loading scripts\.\.\.Failed to detect test as having been run/.test(error.output))
      throw error;
    await test(attempts - 1);
  }
}
await test(5).finally(() => server.kill());
