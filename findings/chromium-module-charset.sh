#!/usr/bin/env bash
# Chromium decodes a module script as Latin-1 if its Content-Type says so, and as UTF-8 under any other label.
#
# Versions:  Chromium 153.0.8010 (@sparticuz/chromium 153.0.0, playwright-core 1.65.1); needs libnss3 and libnspr4 of Debian.
# Behaviour: With charset=iso-8859-1, latin1, windows-1252 or us-ascii a two-byte letter in a module is two characters. With
#            windows-1251, utf-16 or shift_jis, which a classic script obeys, it is one.
# Output:    utf-8 1, iso-8859-1 2, latin1 2, windows-1252 2, us-ascii 2, windows-1251 1, utf-16le 1, shift_jis 1
# Guess:     Always 1: HTML decodes module scripts as UTF-8 whatever the header says; or, if it is a fault, it concerns every label.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact @sparticuz/chromium@153.0.0 playwright-core@1.65.1 node@26.10.0
cat > run.js <<'JS'
import { createServer } from "node:http";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
const server = createServer((request, response) => {
  const charset = request.url.slice(1);
  if (!charset) return response.setHeader("content-type", "text/html").end("<title>page</title>");
  response.setHeader("content-type", `text/javascript; charset=${charset}`).end('export default "\u00e9".length;');
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
for (const charset of ["utf-8", "iso-8859-1", "latin1", "windows-1252", "us-ascii", "windows-1251", "utf-16le", "shift_jis"]) {
  console.log(charset, await page.evaluate(async (url) => (await import(url)).default, `/${charset}`));
}
await browser.close();
server.closeAllConnections();
server.close();
JS
export TMPDIR=$work
expect "length of a two-byte letter" "utf-8 1;iso-8859-1 2;latin1 2;windows-1252 2;us-ascii 2;windows-1251 1;utf-16le 1;shift_jis 1;" \
  "$(node_modules/.bin/node run.js | tr '\n' ';')"
