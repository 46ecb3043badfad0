#!/usr/bin/env bash
# gloo-timers takes milliseconds as a u32, and a sleep of 25 days is over at once: it passes the number to the page as an i32.
#
# Versions:  gloo-timers 0.4.0, compiled with the installed Rust; in Node.
# Behaviour: From 2^31 on the number is negative, and a timer fires at once. Without a panic, an error or a word in its documentation, which
#            calls the parameter milliseconds. `sleep(Duration)` panics only above 2^32.
# Output:    2147483647: pending after 100 ms; 2147483648: over
# Guess:     A type that has no negative number means what it says, up to its end.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/wasm-bindgen.sh"
echo 'gloo-timers = "=0.4.0"' >> Cargo.toml
cat > src/lib.rs <<'RUST'
use wasm_bindgen::prelude::*;
#[wasm_bindgen]
pub fn start(milliseconds: u32) {
    gloo_timers::callback::Timeout::new(milliseconds, || over()).forget();
}
#[wasm_bindgen(inline_js = "exports.over = () => { globalThis.isOver = true; };")]
extern "C" {
    fn over();
}
RUST
package
cat > outcome.cjs <<'JS'
const { start } = require("./out/app.js");
process.removeAllListeners("warning");
start(Number(process.argv[2]));
setTimeout(() => {
  console.log(globalThis.isOver ? "over" : "pending");
  process.exit();
}, 100);
JS
for milliseconds in 2147483647 2147483648 3000000000; do
  [ "$milliseconds" = 2147483647 ] && wanted=pending || wanted=over
  expect "$milliseconds ms, after 100 ms" "$wanted" "$(node outcome.cjs "$milliseconds" 2> log)"
done
