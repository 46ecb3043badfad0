#!/usr/bin/env bash
# lightningcss writes `animation-timeline: scroll()` into the shorthand `animation`, where no browser allows it: nothing is animated.
#
# Versions:  lightningcss 1.33.0, Chromium 153.0.8010 (@sparticuz/chromium 153.0.0, playwright-core 1.65.1); needs libnss3, libnspr4.
# Behaviour: The shorthand only resets the timeline, and a value with one in it is invalid as a whole, so name and duration are lost, too.
#            It happens where the shorthand stands before the longhand, which is the order that works; targets change nothing, and
#            without `minify` it happens, too. Longhands alone are left as they are.
# Output:    p{animation:1s linear grow scroll()}; computed name and timeline: source "grow scroll()", compiled "none auto"
# Guess:     A shorthand takes in the longhands that it resets: then the value is shorter, and means the same.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact lightningcss@1.33.0 @sparticuz/chromium@153.0.0 playwright-core@1.65.1 node@26.10.0
cat > run.js <<'JS'
import chromium from "@sparticuz/chromium";
import { transform } from "lightningcss";
import { chromium as playwright } from "playwright-core";
const source = "p{animation:grow 1s linear;animation-timeline:scroll()}";
const compile = (options) => transform({ filename: "a.css", code: Buffer.from(source), ...options }).code.toString();
const compiled = compile({ minify: true });
console.log(compiled);
console.log(compile({ targets: { chrome: 153 << 16 } }).replace(/\s+/g, " "));
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const css of [source, compiled]) {
  await page.setContent(`<style>@keyframes grow{to{width:0}}${css}</style><p>text`);
  const style = () => getComputedStyle(document.querySelector("p"));
  console.log(await page.evaluate(`(({ animationName, animationTimeline }) => animationName + " " + animationTimeline)((${style})())`));
}
await browser.close();
JS
export TMPDIR=$work
expect "compiled twice, style of the source and of the result" \
  "p{animation:1s linear grow scroll()};p { animation: 1s linear grow scroll(); } ;grow scroll();none auto;" \
  "$(node_modules/.bin/node run.js | tr '\n' ';')"
