#!/usr/bin/env bash
# serde-wasm-bindgen turns every i128 into a BigInt, and fails on a u64 above 2^53.
#
# Versions:  serde-wasm-bindgen 0.6.5, serde 1.0.228, wasm-bindgen 0.2.130, compiled with the installed Rust (1.95.0).
# Behaviour: to_value(&9007199254740993_u64) is an error, to_value(&9007199254740993_i128) is 9007199254740993n, and so is the small
#            number 1: 1n. Back, a u64 takes the BigInt 2n**53n and rejects the number 2**53, which it has just refused to write.
# Output:    u64: "9007199254740993 can't be represented as a JavaScript number"; i128: 9007199254740993n, 1n
# Guess:     The wider type fails earlier, or both become BigInt once they do not fit.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/wasm-bindgen.sh"
cat > src/lib.rs <<'RUST'
use wasm_bindgen::prelude::*;

fn show(value: Result<JsValue, serde_wasm_bindgen::Error>) -> JsValue {
    value.unwrap_or_else(|error| error.to_string().into())
}

#[wasm_bindgen]
pub fn as_u64(value: u64) -> JsValue {
    show(serde_wasm_bindgen::to_value(&value))
}

#[wasm_bindgen]
pub fn as_i128(value: u64) -> JsValue {
    show(serde_wasm_bindgen::to_value(&i128::from(value)))
}

#[wasm_bindgen]
pub fn read_u64(value: JsValue) -> String {
    serde_wasm_bindgen::from_value::<u64>(value).map_or_else(|_| "error".into(), |value| value.to_string())
}
RUST
package
js() { node -p "const app = require('./out/app.js'); $1"; }
expect "a large u64" "Error: 9007199254740993 can't be represented as a JavaScript number" "$(js 'app.as_u64(2n ** 53n + 1n)')"
expect "a large i128" "9007199254740993n" "$(js 'app.as_i128(2n ** 53n + 1n)')"
expect "a small u64 and i128" "number bigint" "$(js '`${typeof app.as_u64(1n)} ${typeof app.as_i128(1n)}`')"
expect "u64 from a BigInt, from a number" "9007199254740992 error" "$(js 'app.read_u64(2n ** 53n) + " " + app.read_u64(2 ** 53)')"
