#!/usr/bin/env bash
# happy-dom shows a listener on the page the inside of a shadow tree as event.target, so a test of event delegation proves the opposite.
#
# Versions:  happy-dom 21.0.4, jsdom 26.1.0, Chromium 153.0.8010 (@sparticuz/chromium 153.0.0); needs libnss3 and libnspr4 of Debian.
# Behaviour: A composed event that leaves a shadow root keeps its inner target. Code like `if (event.target.matches("input")) return`
#            on the document passes every test in happy-dom and fails on every real page, where the target is the host.
# Output:    event.target on the document: happy-dom INPUT, jsdom X-BOX, Chromium X-BOX
# Guess:     X-BOX in all three: happy-dom has shadow roots, composed and composedPath(), and retargeting is what they are for.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact happy-dom@21.0.4 jsdom@26.1.0 @sparticuz/chromium@153.0.0 \
  playwright-core@1.65.1 node@26.10.0
cat > run.js <<'JS'
import chromium from "@sparticuz/chromium";
import { Window } from "happy-dom";
import { JSDOM } from "jsdom";
import { chromium as playwright } from "playwright-core";
function target(window) {
  const host = window.document.createElement("x-box");
  host.attachShadow({ mode: "open" }).innerHTML = "<input>";
  window.document.body.append(host);
  let name;
  window.document.addEventListener("click", (event) => { name = event.target.tagName; });
  host.shadowRoot.firstChild.click();
  return name;
}
console.log("happy-dom", target(new Window()));
console.log("jsdom", target(new JSDOM("<body></body>").window));
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
console.log("Chromium", await (await browser.newPage()).evaluate(`(${target})(window)`));
await browser.close();
process.exit();
JS
export TMPDIR=$work
expect "event.target on the document" "happy-dom INPUT;jsdom X-BOX;Chromium X-BOX;" "$(node_modules/.bin/node run.js | tr '\n' ';')"
