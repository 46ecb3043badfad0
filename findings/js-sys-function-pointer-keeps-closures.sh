#!/usr/bin/env bash
# One function pointer in a crate keeps 17 closures of js-sys in the WebAssembly module, which nothing can ever call.
#
# Versions:  js-sys 0.3.107, wasm-bindgen 0.2.130, compiled with the installed Rust (1.95.0); binaryen 132.0.0 (npm).
# Behaviour: js-sys fills the module's function table with the `invoke` functions of its own closures. Without an indirect call
#            wasm-opt --closed-world drops the table and all of them. A table of two plain functions brings them all back.
# Output:    functions: 1 without, 24 with a table; 17 of the 24 are closures' invoke functions
# Guess:     The two functions and the table: three or four functions. The closures belong to parts of js-sys that are not used.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/wasm-bindgen.sh"
npm install --silent --no-audit --no-fund --save-exact binaryen@132.0.0
echo 'js-sys = "=0.3.107"' >> Cargo.toml
outcome() {
  cat > src/lib.rs
  touch src/lib.rs
  package_release
  node_modules/.bin/wasm-opt --all-features --closed-world -Oz -g out/app_bg.wasm -o small.wasm 2> log
  node_modules/.bin/wasm-dis --all-features small.wasm -o small.wat
  printf '%s functions, %s of them closures' "$(grep -c '^ (func ' small.wat)" \
    "$(grep -c '^ (func \$wasm_bindgen::convert::closures::.*invoke' small.wat || true)"
}
expect "direct calls" "1 functions, 0 of them closures" "$(outcome <<'RUST'
use wasm_bindgen::prelude::*;
#[wasm_bindgen]
pub fn value(which: usize) -> f64 {
    if which == 0 { js_sys::Date::now() * 2.0 } else { js_sys::Date::now() / 2.0 }
}
RUST
)"
expect "a table of two functions" "24 functions, 17 of them closures" "$(outcome <<'RUST'
use wasm_bindgen::prelude::*;
fn double(number: f64) -> f64 { number * 2.0 }
fn half(number: f64) -> f64 { number / 2.0 }
static TABLE: [fn(f64) -> f64; 2] = [double, half];
#[wasm_bindgen]
pub fn value(which: usize) -> f64 {
    TABLE[which & 1](js_sys::Date::now())
}
RUST
)"
