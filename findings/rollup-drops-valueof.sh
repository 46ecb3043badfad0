#!/usr/bin/env bash
# Rollup removes valueOf and toString from an object literal, although operators call them.
#
# Versions:  rollup 4.68.8; default options, no minifier.
# Behaviour: A literal's valueOf or toString goes when only operators (`+`, `*`, `>`) need it: the bundle computes other values than the
#            source. A template literal or a call with the object as argument keeps the method, so one log line repairs the program.
# Output:    source: 43 84 true abcd; bundle: 1[object Object] NaN false [object Object]d; with templates: as the source
# Guess:     Tree shaking knows that operators call these two names, as it knows about getters; a bundle computes what its source does.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact rollup@4.68.8
cat > source.js <<'JS'
const limit = { valueOf() { return 42; } };
const code = { toString() { return "abc"; } };
console.log(1 + limit, limit * 2, limit > 3, code + "d");
JS
sed 's/code + "d"/`${code}d`, `${+limit}`, `${limit}`/' source.js > template.js
cat > bundle.js <<'JS'
import { rollup } from "rollup";
for (const name of ["source", "template"]) {
  const bundle = await rollup({ input: `${name}.js` });
  await bundle.write({ file: `${name}.bundled.js` });
}
JS
node bundle.js
expect "source" "43 84 true abcd" "$(node source.js)"
expect "bundle" "1[object Object] NaN false [object Object]d" "$(node source.bundled.js)"
expect "bundle with templates" "$(node template.js)" "$(node template.bundled.js)"
