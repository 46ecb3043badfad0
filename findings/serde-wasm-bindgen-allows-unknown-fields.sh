#!/usr/bin/env bash
# serde-wasm-bindgen ignores `deny_unknown_fields` for an object, and takes a Map for an object without fields.
#
# Versions:  serde-wasm-bindgen 0.6.5, serde 1.0.228, wasm-bindgen 0.2.130, compiled with the installed Rust (1.95.0).
# Behaviour: A struct asks an object for the fields that it knows and never sees the others, so a misspelt optional field is silently
#            the default. A Map, into which the same crate turns a Rust map by default, has no such fields: a struct of defaults accepts
#            it as empty. With #[serde(flatten)] on another field both are read entry by entry, and the Map is understood.
# Output:    {limit, typo} and deny_unknown_fields: limit 1; Map to the struct: limit 0; Map to the flattened struct: limit 1
# Guess:     "unknown field `typo`", as with every other format of serde; a Map is rejected or understood.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/wasm-bindgen.sh"
cat > src/lib.rs <<'RUST'
use serde::Deserialize;
use wasm_bindgen::prelude::*;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    #[serde(default)]
    limit: u32,
}

#[derive(Deserialize)]
struct Flattened {
    #[serde(flatten)]
    strict: Inner,
}

#[derive(Deserialize)]
struct Inner {
    #[serde(default)]
    limit: u32,
}

fn show(limit: Result<u32, serde_wasm_bindgen::Error>) -> String {
    limit.map_or_else(|error| error.to_string(), |limit| format!("limit {limit}"))
}

#[wasm_bindgen]
pub fn strict(value: JsValue) -> String {
    show(serde_wasm_bindgen::from_value(value).map(|value: Strict| value.limit))
}

#[wasm_bindgen]
pub fn flattened(value: JsValue) -> String {
    show(serde_wasm_bindgen::from_value(value).map(|value: Flattened| value.strict.limit))
}
RUST
package
js() { node -p "const app = require('./out/app.js'); $1"; }
expect "an unknown field" "limit 1" "$(js 'app.strict({ limit: 1, typo: 2 })')"
expect "a Map" "limit 0" "$(js 'app.strict(new Map([["limit", 1]]))')"
expect "a Map to a flattened struct" "limit 1" "$(js 'app.flattened(new Map([["limit", 1]]))')"
