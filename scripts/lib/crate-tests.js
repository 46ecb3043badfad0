// The crate's tests in a browser, `tests/browser`. Some of them call the local Login server.
//
//   node scripts/lib/crate-tests.js chrome|firefox

import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { join } from "node:path";
import { root, run, startLoginServer } from "./run.js";
import { chromium, firefox } from "./tools.js";

/**
 * The server of wasm-bindgen's runner, tiny_http 0.12, has four threads. Each is kept by an open connection, and a fifth connection
 * may never be read, so a page with six stops at "Loading scripts...". A setting of Firefox limits its connections; Chromium has
 * none, and gets this proxy.
 */
const agent = new Agent({ keepAlive: true, maxSockets: 3 });
const proxy = createServer((incoming, outgoing) => {
  const { method, headers, url } = incoming;
  const forwarded = request(url, { method, headers, agent }, (response) => {
    outgoing.writeHead(response.statusCode, response.headers);
    response.pipe(outgoing);
  });
  forwarded.on("error", () => outgoing.destroy());
  outgoing.on("close", () => forwarded.destroy());
  incoming.pipe(forwarded);
}).listen(0, "127.0.0.1");
await once(proxy, "listening");
const { port } = /** @type {import("node:net").AddressInfo} */ (proxy.address());
const capabilities = JSON.parse(readFileSync(join(root, "tests/browser/webdriver.json"), "utf8"));
capabilities["goog:chromeOptions"].args.push(`--proxy-server=http://127.0.0.1:${port}`);
// A fresh clone has no such folder yet.
mkdirSync(join(root, "target"), { recursive: true });
const webdriver = join(root, "target/webdriver.json");
writeFileSync(webdriver, JSON.stringify(capabilities));

const [, , browser] = process.argv;
const driver = await { chrome: chromium, firefox }[browser]();
// The page with the tests is on any port.
const settings = { LOGIN_PORT: "0", LOGIN_ALLOWED_ORIGINS: "http://localhost:8000,http://127.0.0.1:*" };
const { server, baseUrl } = await startLoginServer(settings, { quiet: true });
const args = ["--headless", `--${browser}`, ...driver, "--mode", "no-install", ".", "--test", "browser"];
const env = {
  LOGIN_SERVER: baseUrl,
  WASM_BINDGEN_TEST_WEBDRIVER_JSON: webdriver,
  // A seventh of the size.
  CARGO_PROFILE_DEV_DEBUG: "false",
};

await run("wasm-pack", ["test", ...args], { env }).finally(() => {
  server.kill();
  proxy.close();
  proxy.closeAllConnections();
  agent.destroy();
});
