#!/usr/bin/env bash
# Headless Chromium in a container has a language that its own Intl rejects: "en-US@posix".
#
# Versions:  Chromium 153.0.8010 (@sparticuz/chromium 153.0.0, playwright-core 1.65.1); needs libnss3 and libnspr4 of Debian.
# Behaviour: Under LC_ALL=C or C.UTF-8 navigator.language is ICU's name of the locale, not a language tag, so that
#            `new Intl.NumberFormat(navigator.language)` throws. Without an argument Intl uses en-US. Under de_DE.UTF-8, which need
#            not be installed, all is right: de-DE.
# Output:    C.UTF-8: en-US@posix RangeError en-US; de_DE.UTF-8: de-DE 1.234,5 de-DE
# Guess:     en-US, as the desktop build says. A page in a browser test can hand navigator.language to Intl without a check.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact @sparticuz/chromium@153.0.0 playwright-core@1.65.1 node@26.10.0
cat > run.js <<'JS'
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
const page = await browser.newPage();
console.log(await page.evaluate(() => {
  let number;
  try { number = new Intl.NumberFormat(navigator.language).format(1234.5); } catch (error) { number = error.name; }
  return [navigator.language, number, new Intl.NumberFormat().resolvedOptions().locale].join(" ");
}));
await browser.close();
JS
export TMPDIR=$work
expect "LC_ALL=C.UTF-8" "en-US@posix RangeError en-US" "$(LC_ALL=C.UTF-8 node_modules/.bin/node run.js)"
expect "LC_ALL=C" "en-US@posix RangeError en-US" "$(LC_ALL=C node_modules/.bin/node run.js)"
expect "LC_ALL=de_DE.UTF-8" "de-DE 1.234,5 de-DE" "$(LC_ALL=de_DE.UTF-8 node_modules/.bin/node run.js)"
