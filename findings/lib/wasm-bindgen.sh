# Sourced by the findings about wasm-bindgen's companions. package compiles src/lib.rs to out/app.js, a module for Node.
# wasm-bindgen's own library stands in for its command line tool, which takes longer to compile.
mkdir -p glue/src src
cat > Cargo.toml <<'TOML'
[workspace]
members = ["glue"]
resolver = "2"
[profile.dev]
debug = false
[package]
name = "app"
version = "0.1.0"
edition = "2021"
[lib]
crate-type = ["cdylib"]
[dependencies]
serde = { version = "=1.0.228", features = ["derive"] }
serde-wasm-bindgen = "=0.6.5"
wasm-bindgen = "=0.2.130"
TOML
cat > glue/Cargo.toml <<'TOML'
[package]
name = "glue"
version = "0.1.0"
edition = "2021"
[dependencies]
wasm-bindgen-cli-support = "=0.2.130"
TOML
cat > glue/src/main.rs <<'RUST'
fn main() {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let input = "target/wasm32-unknown-unknown/debug/app.wasm";
    bindgen.input_path(input).nodejs(true).unwrap().generate("out").unwrap();
}
RUST
# package_release does the same with the smallest code that the compiler makes.
package_release() {
  export CARGO_TARGET_DIR=$work/target RUSTFLAGS= CARGO_PROFILE_RELEASE_OPT_LEVEL=z CARGO_PROFILE_RELEASE_LTO=true \
    CARGO_PROFILE_RELEASE_PANIC=abort CARGO_PROFILE_RELEASE_CODEGEN_UNITS=1
  cargo build --quiet --release --package app --target wasm32-unknown-unknown
  mkdir -p target/wasm32-unknown-unknown/debug
  cp target/wasm32-unknown-unknown/release/app.wasm target/wasm32-unknown-unknown/debug/
  cargo run --quiet --package glue
}
package() {
  export CARGO_TARGET_DIR=$work/target RUSTFLAGS=
  cargo build --quiet --package app --target wasm32-unknown-unknown
  cargo run --quiet --package glue
}
