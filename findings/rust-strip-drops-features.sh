#!/usr/bin/env bash
# `strip = true` makes a WebAssembly module that binaryen no longer takes as valid, although every engine runs it.
#
# Versions:  rustc 1.95.0 (target wasm32-unknown-unknown, as installed by rustup), binaryen 132.0.0 (npm).
# Behaviour: Stripping also removes the custom section target_features. Without it wasm-opt assumes an older feature set and rejects
#            memory.fill, which rustc emits by default. With `strip = "debuginfo"` it works.
# Output:    strip = true: "memory.fill operations require bulk memory" (exit 1); strip = "debuginfo": exit 0; both instantiate in Node
# Guess:     Stripping removes names and debug information. What describes the code itself stays, or binaryen 132 takes a feature set
#            as default that has been in all engines since 2021.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact binaryen@132.0.0
mkdir src
cat > src/lib.rs <<'RUST'
#[no_mangle]
pub extern "C" fn fill(n: usize) -> usize {
    vec![n as u8; n].iter().map(|byte| *byte as usize).sum()
}
RUST
export CARGO_TARGET_DIR=$work/target RUSTFLAGS=
outcome() {
  printf '[package]\nname = "fill"\nversion = "0.1.0"\nedition = "2021"\n[lib]\ncrate-type = ["cdylib"]\n[profile.release]\nstrip = %s\n' \
    "$1" > Cargo.toml
  cargo build --quiet --release --target wasm32-unknown-unknown
  cp target/wasm32-unknown-unknown/release/fill.wasm .
  node -e 'WebAssembly.compile(require("fs").readFileSync("fill.wasm")).then(() => process.stdout.write("valid in V8, "))'
  if node_modules/.bin/wasm-opt -O fill.wasm -o out.wasm 2> log; then echo "optimised"
  elif grep -q 'memory.fill.*require' log; then echo "memory.fill refused"
  else cat log; fi
}
expect 'strip = "debuginfo"' "valid in V8, optimised" "$(outcome '"debuginfo"')"
expect 'strip = true' "valid in V8, memory.fill refused" "$(outcome true)"
