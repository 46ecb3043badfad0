#!/usr/bin/env bash
# lightningcss lowers `inset-inline-start` by the language, not by the direction: dir="rtl" has no effect, and Latin Kurdish is mirrored.
#
# Versions:  lightningcss 1.33.0, Chromium 153.0.8010 (@sparticuz/chromium 153.0.0, playwright-core 1.65.1); needs libnss3, libnspr4.
# Behaviour: For Chromium 69 it writes rules with `:lang()` for a fixed list of 19 languages. An element in `dir="rtl"` without such a
#            `lang` stays at the left, and one with lang="ku" (Kurmanji, written in Latin letters from left to right) goes to the right.
# Output:    native: rtl right, ku left, ar+rtl right; lowered: rtl left, ku right, ar+rtl right
# Guess:     It writes `[dir="rtl"]` selectors, as PostCSS plugins do, or keeps what it cannot express.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact lightningcss@1.33.0 @sparticuz/chromium@153.0.0 playwright-core@1.65.1 node@26.10.0
cat > run.js <<'JS'
import chromium from "@sparticuz/chromium";
import { transform } from "lightningcss";
import { chromium as playwright } from "playwright-core";
const source = "i{position:absolute;inset-inline-start:0;width:9px}";
const lowered = transform({ filename: "a.css", code: Buffer.from(source), minify: true, targets: { chrome: 69 << 16 } }).code.toString();
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const css of [source, lowered]) {
  const boxes = ['dir="rtl"', 'lang="ku"', 'lang="ar" dir="rtl"'].map((is) => `<div ${is}><i></i></div>`).join("");
  await page.setContent(`<style>div{position:relative;width:99px;height:9px}${css}</style>${boxes}`);
  console.log(await page.evaluate(() => [...document.querySelectorAll("i")].map((i) => (i.offsetLeft ? "right" : "left")).join(" ")));
}
await browser.close();
JS
export TMPDIR=$work
expect "native, then lowered" "right left right;left right right;" "$(node_modules/.bin/node run.js | tr '\n' ';')"
