#!/usr/bin/env bash
# IBM's accessibility checker says that a field has no label when Tailwind 4's sr-only hides it visually; Bootstrap's way satisfies it.
#
# Versions:  accessibility-checker-engine 4.0.34, axe-core 4.14.1, Chromium 153.0.8010 (@sparticuz/chromium 153.0.0, playwright-core
#            1.65.1); needs libnss3 and libnspr4 of Debian.
# Behaviour: `clip-path: inset(50%)` on a box is taken for `display: none`, and `clip: rect(0, 0, 0, 0)` is not. Chromium's own
#            accessibility tree, and axe, have the name in each case. An inline label escapes, because it has no width.
# Output:    Tailwind 4: IBM input_label_exists, axe nothing; Bootstrap 5: nothing from either; the name is "User" in both
# Guess:     A checker for screen readers knows the one technique that is made for them, in its modern form, too.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact accessibility-checker-engine@4.0.34 axe-core@4.14.1 @sparticuz/chromium@153.0.0 \
  playwright-core@1.65.1 node@26.10.0
cat > run.js <<'JS'
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
const box = "position:absolute;width:1px;height:1px;padding:0;margin:-1px;overflow:hidden;white-space:nowrap;border:0;";
const styles = {
  "Tailwind 4": `${box}clip-path:inset(50%)`,
  "Bootstrap 5": `${box}clip:rect(0,0,0,0)`,
  "inline, clipped": "clip-path:inset(50%)",
};
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
for (const [name, style] of Object.entries(styles)) {
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><html lang="en"><title>Reset</title><main><h1>Reset</h1>
    <label for="a" style="${style}">User</label><input id="a"></main></html>`);
  await page.addScriptTag({ path: "node_modules/accessibility-checker-engine/ace.js" });
  await page.addScriptTag({ path: "node_modules/axe-core/axe.js" });
  const rules = await page.evaluate(async () => [
    (await new ace.Checker().check(document, ["IBM_Accessibility"])).results
      .filter(({ value }) => value.join() === "VIOLATION,FAIL").map(({ ruleId }) => ruleId).join() || "-",
    (await axe.run()).violations.map(({ id }) => id).join() || "-",
  ]);
  const named = await page.getByRole("textbox", { name: "User", exact: true }).count();
  console.log(`${name}: IBM ${rules[0]}, axe ${rules[1]}, named ${named}`);
}
await browser.close();
JS
export TMPDIR=$work
expect "the rules that fail" "Tailwind 4: IBM input_label_exists, axe -, named 1;Bootstrap 5: IBM -, axe -, named 1;\
inline, clipped: IBM -, axe -, named 1;" "$(node_modules/.bin/node run.js | tr '\n' ';')"
