#!/usr/bin/env bash
# wasm-opt --all-features, without any pass, turns a module of three plain imports into one that Node 20, 24 and 26 cannot compile.
#
# Versions:  binaryen 132.0.0, Node 20.20.2, 24.21.0 and 26.10.0 (npm).
# Behaviour: With the proposal compact-imports allowed, imports that share a module name are written in its new form, even where the
#            input holds none and no pass runs. --all-features --disable-compact-imports keeps the module good for all three.
# Output:    without: ok ok ok; --all-features: "unknown import kind 0x7e" three times; with --disable-compact-imports: ok ok ok
# Guess:     The option says which features the input may hold. A module of the first WebAssembly version remains one.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact binaryen@132.0.0 node20@npm:node@20.20.2 node24@npm:node@24.21.0 node26@npm:node@26.10.0
cat > source.wat <<'WAT'
(module
  (import "host" "one" (func $one))
  (import "host" "two" (func $two))
  (import "host" "three" (func $three))
  (func (export "run") (call $one) (call $two) (call $three)))
WAT
node_modules/.bin/wasm-as source.wat -o source.wasm
compiles() {
  node_modules/.bin/wasm-opt "$@" source.wasm -o result.wasm 2> log
  for version in 20 24 26; do
    "node_modules/node$version/bin/node" -p 'try { new WebAssembly.Module(require("fs").readFileSync("result.wasm")); "ok" }
      catch (error) { error.message.match(/unknown import kind \w+/)?.[0] ?? error.message }'
  done | paste -sd,
}
expect "no option" "ok,ok,ok" "$(compiles)"
expect "--all-features" "unknown import kind 0x7e,unknown import kind 0x7e,unknown import kind 0x7e" "$(compiles --all-features)"
expect "--all-features --disable-compact-imports" "ok,ok,ok" "$(compiles --all-features --disable-compact-imports)"
