#!/usr/bin/env bash
# Four of five HTML minifiers write hidden="until-found" as hidden, so what the browser's search should find is hidden for good.
#
# Versions:  html-minifier-terser 7.2.0, html-minifier-next 8.7.0, @swc/html 1.16.22, @minify-html/node 0.18.1; htmlnano 3.5.1 keeps it.
#            Chromium 153.0.8010 (@sparticuz/chromium 153.0.0, playwright-core 1.65.1); needs libnss3, libnspr4.
# Behaviour: Their list of boolean attributes still has `hidden`, which became an enumeration in 2022, and a boolean attribute needs no
#            value. Text in the element is then no longer reached by search or by a link to it: the element is not revealed.
#            popover="manual" and contenteditable="plaintext-only" stay with all of them.
# Output:    <p id=a hidden> by four, <p id=a hidden=until-found> by htmlnano; a link to #a shows the original, not the minified one
# Guess:     All of them keep it: no value but an empty one, or the name itself, is redundant.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact html-minifier-terser@7.2.0 html-minifier-next@8.7.0 @swc/html@1.16.22 \
  @minify-html/node@0.18.1 htmlnano@3.5.1 @sparticuz/chromium@153.0.0 playwright-core@1.65.1 node@26.10.0
cat > run.js <<'JS'
import chromium from "@sparticuz/chromium";
import minifyHtml from "@minify-html/node";
import swc from "@swc/html";
import { minify as next } from "html-minifier-next";
import { minify as terser } from "html-minifier-terser";
import htmlnano from "htmlnano";
import { chromium as playwright } from "playwright-core";
const source = '<!doctype html><title>t</title><p id="a" hidden="until-found">text</p><i popover="manual"></i>';
const options = { collapseBooleanAttributes: true, removeAttributeQuotes: true };
const results = {
  terser: await terser(source, options),
  next: await next(source, options),
  swc: (await swc.minify(source, {})).code,
  minifyHtml: minifyHtml.minify(Buffer.from(source), {}).toString(),
  htmlnano: (await htmlnano.process(source, {}, htmlnano.presets.max)).html,
};
for (const [name, html] of Object.entries(results))
  console.log(name, /hidden[^ >]*/.exec(html)[0], /popover[^ >]*/.exec(html)[0]);
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const html of [source, results.terser]) {
  await page.setContent(html);
  await page.evaluate(() => {
    location.hash = "a";
  });
  await page.waitForTimeout(500);
  console.log(await page.locator("#a").isVisible());
}
await browser.close();
JS
export TMPDIR=$work
same="hidden popover=manual"
expect "five minifiers, original and minified revealed" \
  "terser $same;next $same;swc $same;minifyHtml $same;htmlnano hidden=until-found popover=manual;true;false;" \
  "$(node_modules/.bin/node run.js | tr '\n' ';')"
