#!/usr/bin/env bash
# Cargo ignores `lto = "fat"` for a library that is both cdylib and rlib, without a word.
#
# Versions:  cargo and rustc 1.95.0 (the toolchain is taken from rustup as it is installed).
# Behaviour: With crate-type ["cdylib", "rlib"], the rustc call has no `-C lto`. `cargo rustc --crate-type cdylib` on the same manifest
#            has it, and the library is smaller.
# Output:    cargo build: no lto; cargo rustc --crate-type cdylib: -C lto=fat, about 15 % smaller
# Guess:     The profile applies to every artefact that can take it; a crate type that cannot, the rlib, is left out, or there is a warning.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "both"
version = "0.1.0"
edition = "2021"
[lib]
crate-type = ["cdylib", "rlib"]
[profile.release]
lto = "fat"
TOML
cat > src/lib.rs <<'RUST'
#[no_mangle]
pub extern "C" fn digits(n: u32) -> usize {
    n.to_string().parse::<f64>().map_or(0, |value| format!("{value}").len())
}
RUST
export CARGO_TARGET_DIR=$work/target RUSTFLAGS=
lto_of() { { "$@" -v 2>&1 || true; } | tee log | { grep -o -- '-C lto=[a-z]*' || echo none; } | head -n 1; }
expect "cargo build" none "$(lto_of cargo build --release)"
both=$(stat -c %s target/release/libboth.so)
expect "cargo build warns" 0 "$(grep -c -i warning log || true)"
expect "cargo rustc --crate-type cdylib" "-C lto=fat" "$(lto_of cargo rustc --release --lib --crate-type cdylib)"
one=$(stat -c %s target/release/libboth.so)
expect "the second is smaller" yes "$([ "$one" -lt "$both" ] && echo yes || echo "no: $both, then $one")"
