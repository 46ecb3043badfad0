#!/usr/bin/env bash
# Neither of binaryen's two ways down keeps a saturating conversion: one gives the lowest integer, the other wraps around.
#
# Versions:  binaryen 132.0.0 (npm), Node 20 or newer.
# Behaviour: i32.trunc_sat_f64_s saturates. `wasm-opt --llvm-nontrapping-fptoint-lowering` replaces it by code that gives the lowest
#            integer for too large, too small and NaN (unsigned: 0). wasm2js makes it `~~x`, so it wraps modulo 2^32. Neither warns. So
#            Rust's `as`, which saturates by definition, does not after these passes.
# Output:    of 1e20, -1e20, NaN: wasm 2147483647 -2147483648 0; lowered -2147483648 three times; wasm2js 1661992960 -1661992960 0
#            unsigned of 1e20, -5: wasm -1 0 (as i32); lowered 0 0; wasm2js 1661992960 -5
# Guess:     A pass that lowers an instruction for older engines keeps its results; only the explicitly unsafe options do not.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact binaryen@132.0.0
cat > module.wat <<'WAT'
(module
  (func (export "signed") (param f64) (result i32) (i32.trunc_sat_f64_s (local.get 0)))
  (func (export "unsigned") (param f64) (result i32) (i32.trunc_sat_f64_u (local.get 0))))
WAT
bin=node_modules/.bin
features=--enable-nontrapping-float-to-int
$bin/wasm-as $features module.wat -o module.wasm
$bin/wasm-opt $features --llvm-nontrapping-fptoint-lowering module.wasm -o lowered.wasm
$bin/wasm2js $features module.wasm -o wasm2js.mjs
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
const load = async (file) => (await WebAssembly.instantiate(readFileSync(file))).instance.exports;
const modules = {
  wasm: await load("module.wasm"),
  lowered: await load("lowered.wasm"),
  wasm2js: await import("./wasm2js.mjs"),
};
for (const [name, { signed, unsigned }] of Object.entries(modules)) {
  console.log(name, ...[1e20, -1e20, NaN].map(signed), ...[1e20, -5].map(unsigned));
}
JS
expect "conversions" "wasm 2147483647 -2147483648 0 -1 0;lowered -2147483648 -2147483648 -2147483648 0 0;"\
"wasm2js 1661992960 -1661992960 0 1661992960 -5;" "$(node run.mjs | tr '\n' ';')"
