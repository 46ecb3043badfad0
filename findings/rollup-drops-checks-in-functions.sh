#!/usr/bin/env bash
# Rollup keeps a check that throws inside of `try`, and removes the same check once it stands in a function of its own.
#
# Versions:  rollup 4.68.8; default options, no minifier.
# Behaviour: `new Intl.Locale(tag)`, `new RegExp(text)` and `decodeURIComponent(text)` whose result is unused count as pure. The option
#            treeshake.tryCatchDeoptimization protects only what stands lexically in `try`, not a function that is called from there.
#            After the usual refactoring every value is accepted.
# Output:    inline refused refused refused; in a function accepted accepted accepted
# Guess:     The try block protects everything that runs in it; at least constructors that validate by throwing are never "pure".
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact rollup@4.68.8
cat > inline.js <<'JS'
const results = [];
try { new Intl.Locale("a_b"); results.push("accepted"); } catch { results.push("refused"); }
try { new RegExp("["); results.push("accepted"); } catch { results.push("refused"); }
try { decodeURIComponent("100%"); results.push("accepted"); } catch { results.push("refused"); }
console.log(results.join(" "));
JS
cat > functions.js <<'JS'
function checkLocale(tag) { new Intl.Locale(tag); }
function checkPattern(text) { new RegExp(text); }
function checkEncoding(text) { decodeURIComponent(text); }
const results = [];
try { checkLocale("a_b"); results.push("accepted"); } catch { results.push("refused"); }
try { checkPattern("["); results.push("accepted"); } catch { results.push("refused"); }
try { checkEncoding("100%"); results.push("accepted"); } catch { results.push("refused"); }
console.log(results.join(" "));
JS
cat > bundle.js <<'JS'
import { rollup } from "rollup";
for (const name of ["inline", "functions"]) {
  const bundle = await rollup({ input: `${name}.js` });
  await bundle.write({ file: `${name}.bundled.js` });
}
JS
node bundle.js
expect "source, in functions" "refused refused refused" "$(node functions.js)"
expect "bundle, inline" "refused refused refused" "$(node inline.bundled.js)"
expect "bundle, in functions" "accepted accepted accepted" "$(node functions.bundled.js)"
