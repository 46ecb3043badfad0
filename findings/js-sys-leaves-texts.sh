#!/usr/bin/env bash
# A WebAssembly module of one function that reads no memory carries the error texts of js-sys and the path of the builder's home.
#
# Versions:  js-sys 0.3.107, wasm-bindgen 0.2.130, compiled with the installed Rust (1.95.0); binaryen 132.0.0 (npm).
# Behaviour: All functions of js-sys that an app does not call are exported until wasm-bindgen has read them, so the linker keeps their
#            texts, in one block. wasm-bindgen then drops the functions; nothing drops texts, because no tool knows that no address
#            leads to them: lto, `panic = "abort"` and wasm-opt --closed-world -Oz keep half a kilobyte.
# Output:    1 function, 0 loads, 4 of 4 texts: of closures, of RefCell, and the paths of dlmalloc and of js-sys in ~/.cargo
# Guess:     A function that calls Date.now, without a text of its own, makes a module without data.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/wasm-bindgen.sh"
npm install --silent --no-audit --no-fund --save-exact binaryen@132.0.0
echo 'js-sys = "=0.3.107"' >> Cargo.toml
cat > src/lib.rs <<'RUST'
use wasm_bindgen::prelude::*;
#[wasm_bindgen]
pub fn now() -> f64 { js_sys::Date::now() }
RUST
package_release
cat > outcome.cjs <<'JS'
const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
execFileSync("node_modules/.bin/wasm-opt", ["--all-features", "--closed-world", "-Oz", "out/app_bg.wasm", "-o", "small.wasm"]);
const wat = String(execFileSync("node_modules/.bin/wasm-dis", ["--all-features", "small.wasm"]));
const functions = wat.match(/^ \(func /gm).length;
const loads = wat.match(/\.load/g)?.length ?? 0;
const bytes = readFileSync("small.wasm").toString("latin1");
const texts = ["closure invoked recursively", "RefCell already borrowed", "dlmalloc.rs", "js-sys-0.3.107/src/futures/jspi.rs"];
console.log(`${functions} function, ${loads} loads, ${texts.filter((text) => bytes.includes(text)).length} of ${texts.length} texts`);
JS
expect "a function that calls Date.now" "1 function, 0 loads, 4 of 4 texts" "$(node outcome.cjs)"
