#!/usr/bin/env bash
# Rollup makes `export default config` follow a later `config = ...` in a function: the import changes under the reader's hands.
#
# Versions:  rollup 4.68.8 and 4.10.0, rolldown 1.3.3, esbuild 0.28.2, Node 20 or newer.
# Behaviour: `export default NAME` exports the value of that moment; only `export { NAME as default }` follows. Rollup 4.68.8 takes both
#            for the same if the variable is assigned by an exported function that the bundle calls. Without tree shaking, or if the
#            variable is assigned once more outside of a function, it is right, and so was 4.10.0.
# Output:    false false in Node, rolldown, esbuild, rollup 4.10.0 and rollup without tree shaking; false true in rollup 4.68.8
# Guess:     Rollup has had, and fixed, this fault several times since 2016, so its tests cover it.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact rollup@4.68.8 rollup410@npm:rollup@4.10.0 rolldown@1.3.3 esbuild@0.28.2
cat > config.js <<'JS'
let config = { debug: false };
export default config;
export function configure(changes) { config = { ...config, ...changes }; }
JS
cat > main.js <<'JS'
import config, { configure } from "./config.js";
const before = config.debug;
configure({ debug: true });
console.log(before, config.debug);
JS
sed 's/^let config = \(.*\);/let config; config = \1;/' config.js > twice.js
sed 's/config.js/twice.js/' main.js > main-twice.js
cat > bundle.js <<'JS'
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { rollup } from "rollup";
import { rollup as rollup410 } from "rollup410";
const input = "main.js";
await (await rollup({ input })).write({ file: "rollup.bundle.js" });
await (await rollup({ input, treeshake: false })).write({ file: "whole.bundle.js" });
await (await rollup({ input: "main-twice.js" })).write({ file: "twice.bundle.js" });
await (await rollup410({ input })).write({ file: "rollup410.bundle.js" });
await (await rolldown({ input })).write({ file: "rolldown.bundle.js" });
await build({ entryPoints: [input], bundle: true, format: "esm", outfile: "esbuild.bundle.js" });
JS
node bundle.js
expect "Node" "false false" "$(node main.js)"
expect "rollup" "false true" "$(node rollup.bundle.js)"
for other in whole twice rollup410 rolldown esbuild; do expect "$other" "false false" "$(node $other.bundle.js)"; done
