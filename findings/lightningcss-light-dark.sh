#!/usr/bin/env bash
# lightningcss turns `light-dark()` into invalid CSS unless `color-scheme` stands in a style sheet that it compiles, too.
#
# Versions:  lightningcss 1.33.0, Chromium 153.0.8010 (@sparticuz/chromium 153.0.0, playwright-core 1.65.1); needs libnss3, libnspr4.
# Behaviour: For older targets `light-dark(red, white)` becomes two custom properties side by side, which a `color-scheme` declaration
#            of the same build sets. Where the page sets the scheme, as in <meta name="color-scheme"> or a component in a foreign page,
#            both fall back at once to "red white": the declaration is invalid and the inherited colour shows. Native: red.
# Output:    var(--lightningcss-light,red)var(--lightningcss-dark,#fff); native rgb(255, 0, 0), lowered rgb(0, 128, 0) (inherited)
# Guess:     Without `color-scheme` the first colour is the result, natively and lowered: that is the specified initial state.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact lightningcss@1.33.0 @sparticuz/chromium@153.0.0 playwright-core@1.65.1 node@26.10.0
cat > run.js <<'JS'
import chromium from "@sparticuz/chromium";
import { transform } from "lightningcss";
import { chromium as playwright } from "playwright-core";
const source = "p{color:light-dark(red,white)}";
const lowered = transform({ filename: "a.css", code: Buffer.from(source), minify: true, targets: { chrome: 69 << 16 } }).code.toString();
console.log(lowered);
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const css of [source, lowered]) {
  await page.setContent(`<meta name="color-scheme" content="light dark"><style>body{color:green}${css}</style><p>text`);
  console.log(await page.evaluate(() => getComputedStyle(document.querySelector("p")).color));
}
await browser.close();
JS
export TMPDIR=$work
expect "lowered text, native and lowered colour" \
  "p{color:var(--lightningcss-light,red)var(--lightningcss-dark,#fff)};rgb(255, 0, 0);rgb(0, 128, 0);" \
  "$(node_modules/.bin/node run.js | tr '\n' ';')"
