#!/usr/bin/env bash
# walrus sorts the functions of a module by size when it writes one that nobody has changed, so every function index means another function.
#
# Versions:  walrus 0.28.0 (the library under wasm-bindgen), compiled with the installed Rust (1.95.0); binaryen 132.0.0 makes the input.
# Behaviour: Reading a module and writing it again moves the largest function to index 0. An engine names exported functions by their
#            index, and stack traces, profiles and size reports ("wasm-function[2]") do, too: compare none across that step.
# Output:    names of small, middle, large: 0 1 2 before, 2 1 0 after; a second pass changes nothing
# Guess:     Reading and writing keeps the order, as binaryen's wasm-opt without passes does.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact binaryen@132.0.0
mkdir -p rewrite/src
cat > rewrite/Cargo.toml <<'TOML'
[package]
name = "rewrite"
version = "0.1.0"
edition = "2021"
[dependencies]
walrus = "=0.28.0"
[profile.dev]
debug = false
TOML
cat > rewrite/src/main.rs <<'RUST'
fn main() {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let mut module = walrus::Module::from_file(&files[0]).unwrap();
    module.emit_wasm_file(&files[1]).unwrap();
}
RUST
cat > source.wat <<'WAT'
(module
  (func (export "small") (result i32) (i32.const 1))
  (func (export "middle") (param i32) (result i32) (i32.add (local.get 0) (i32.const 5)))
  (func (export "large") (param i32) (result i32)
    (i32.add (i32.mul (local.get 0) (local.get 0)) (i32.mul (i32.const 3) (local.get 0)))))
WAT
node_modules/.bin/wasm-as source.wat -o source.wasm
node_modules/.bin/wasm-opt source.wasm -o binaryen.wasm 2> log
CARGO_TARGET_DIR=$work/target RUSTFLAGS='' cargo build --quiet --manifest-path rewrite/Cargo.toml
target/debug/rewrite source.wasm walrus.wasm
target/debug/rewrite walrus.wasm again.wasm
indices() {
  node -e 'WebAssembly.instantiate(require("fs").readFileSync(process.argv[1])).then(({ instance: { exports: e } }) =>
    console.log(e.small.name, e.middle.name, e.large.name))' "$1"
}
expect "source" "0 1 2" "$(indices source.wasm)"
expect "binaryen" "0 1 2" "$(indices binaryen.wasm)"
expect "walrus" "2 1 0" "$(indices walrus.wasm)"
expect "walrus again" "2 1 0" "$(indices again.wasm)"
