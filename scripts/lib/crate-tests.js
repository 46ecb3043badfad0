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
const env = { LOGIN_SERVER: baseUrl, WASM_BINDGEN_TEST_WEBDRIVER_JSON: "tests/browser/webdriver.json" };
await run("wasm-pack", ["test", ...args], { env }).finally(() => server.kill());
