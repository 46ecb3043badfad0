#!/usr/bin/env bash
# In an iife, Rollup runs a module behind import() even if the import() is never reached; Rolldown and esbuild do not.
#
# Versions:  rollup 4.68.8, rolldown 1.3.3, esbuild 0.28.2.
# Behaviour: With one file as the output, Rollup writes the imported module's code behind the importing module's, outside of any function,
#            so its side effects happen at once. Rolldown, which takes Rollup's options, wraps it in a function, as esbuild does.
# Output:    Rollup: "start, late runs"; Rolldown and esbuild: "start"
# Guess:     A module runs when somebody imports it, in every format, or else Rollup refuses to put it into one file.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact rollup@4.68.8 rolldown@1.3.3 esbuild@0.28.2
echo 'console.log("start"); if (globalThis.wanted) import("./late.mjs").then((late) => console.log(late.value));' > index.mjs
echo 'console.log("late runs"); export const value = 1;' > late.mjs
bin=node_modules/.bin
$bin/rollup index.mjs --format iife --inlineDynamicImports --file rollup.cjs --silent
$bin/rolldown index.mjs --format iife --file rolldown.cjs > log
$bin/esbuild index.mjs --bundle --format=iife --outfile=esbuild.cjs --log-level=warning
expect "the modules themselves" "start " "$(node index.mjs | tr '\n' ' ')"
expect "Rollup" "start late runs " "$(node rollup.cjs | tr '\n' ' ')"
expect "Rolldown" "start " "$(node rolldown.cjs | tr '\n' ' ')"
expect "esbuild" "start " "$(node esbuild.cjs | tr '\n' ' ')"
