#!/usr/bin/env bash
# wasm-opt --dealign changes no byte count, and makes the module smaller after brotli.
#
# Versions:  binaryen 132.0.0, input from web-tree-sitter 0.27.2 and @jsquash/qoi 1.1.0 (npm); brotli of the installed Node.
# Behaviour: The pass sets each load's and store's alignment hint to 1. A hint takes one byte whatever it says, so the size stays;
#            but what the compiler wrote there differs from place to place, and brotli has to store the differences.
# Output:    the same size before and after; after brotli at quality 11 both modules are smaller
# Guess:     Hints follow from the instruction (4 for i32.load), so brotli predicts them, and the pass gains nothing.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact binaryen@132.0.0 web-tree-sitter@0.27.2 @jsquash/qoi@1.1.0
compare() {
  node_modules/.bin/wasm-opt --all-features "$1" -o plain.wasm 2> log
  node_modules/.bin/wasm-opt --all-features --dealign "$1" -o dealigned.wasm 2> log
  node -e 'const { brotliCompressSync } = require("zlib"), { readFileSync } = require("fs");
    const [plain, dealigned] = ["plain.wasm", "dealigned.wasm"].map((name) => readFileSync(name));
    const change = brotliCompressSync(dealigned).length - brotliCompressSync(plain).length;
    console.log("size " + (plain.length === dealigned.length ? "same" : "differs") + ", brotli " + (change < 0 ? "smaller" : "not smaller"));
    console.error(process.argv[1], "brotli", change, "bytes");' "$1"
}
for module in web-tree-sitter/web-tree-sitter.wasm @jsquash/qoi/codec/enc/qoi_enc.wasm; do
  expect "$module" "size same, brotli smaller" "$(compare "node_modules/$module")"
done
