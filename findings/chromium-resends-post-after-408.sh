#!/usr/bin/env bash
# Chromium sends a POST again when the server answers it with 408, even with `Connection: close`, and never tells the page.
#
# Versions:  Chromium 153.0.8010 (@sparticuz/chromium 153.0.0, playwright-core 1.65.1); needs libnss3 and libnspr4 of Debian.
# Behaviour: A 408 on a connection that was used before makes the network stack send the whole POST once more; fetch resolves with the
#            second response. 503 with `Retry-After: 0`, 425 and 429 arrive once. On a fresh connection 408 arrives once, too.
# Output:    arrivals: 408 2, 408-close 2, 408-fresh 1, 425 1, 429 1, 503 1
# Guess:     A complete response is handed to the page. Only a connection that dies may be retried, and a POST not even then.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact @sparticuz/chromium@153.0.0 playwright-core@1.65.1 node@26.10.0
cat > run.js <<'JS'
import { createServer } from "node:http";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
const arrivals = {};
const server = createServer(async (request, response) => {
  for await (const _ of request);
  const name = request.url.slice(1);
  if (request.method === "GET") return response.writeHead(200, { "content-type": "text/html" }).end("<title>page</title>");
  arrivals[name] = (arrivals[name] ?? 0) + 1;
  const headers = { "content-length": 0, "retry-after": 0, ...(name.endsWith("close") && { connection: "close" }) };
  response.writeHead(parseInt(name), headers).end();
});
server.keepAliveTimeout = 60_000;
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const base = `http://127.0.0.1:${server.address().port}/`;
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
const page = await browser.newPage();
const post = (name, warm) => page.evaluate(async ([name, warm]) => {
  if (warm) await (await fetch("/")).text();
  await fetch(name, { method: "POST", body: "{}" });
}, [name, warm]);
for (const name of ["408", "408-close", "425", "429", "503"]) {
  await page.goto(base);
  await post(name, true);
}
await page.goto(base);
await page.waitForTimeout(500);
server.closeIdleConnections();
await page.waitForTimeout(1000);
await post("408-fresh", false);
console.log(Object.entries(arrivals).map((entry) => entry.join(" ")).sort().join(", "));
await browser.close();
server.closeAllConnections();
server.close();
JS
export TMPDIR=$work
expect "arrivals" "408 2, 408-close 2, 408-fresh 1, 425 1, 429 1, 503 1" "$(node_modules/.bin/node run.js)"
