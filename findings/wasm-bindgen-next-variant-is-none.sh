#!/usr/bin/env bash
# wasm-bindgen takes the first number that an enum does not use for None: of an Option<Plan> of 0, 1, 2, a 3 is None and a 4 an error.
#
# Versions:  wasm-bindgen 0.2.130, compiled with the installed Rust (1.95.0).
# Behaviour: JavaScript gives numbers. A function of Plan rejects each undeclared number. A function of Option<Plan> rejects them, too,
#            except one: the lowest unused one stands for None inside, and the glue does not look whether the caller meant it. It is
#            just the number that the next version of the enum is going to use, so a newer caller's new variant silently becomes "none".
# Output:    Plan from 3: error; Option<Plan> from 3: None, from 4: error, from null: None; with variants 1 and 2, a 0 is None
# Guess:     Both functions check their argument in the same way, as the error for 4 shows, and only null and undefined are None.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/wasm-bindgen.sh"
cat > src/lib.rs <<'RUST'
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
#[derive(Debug, Clone, Copy)]
pub enum Plan {
    Free,
    Team,
    Company,
}

#[wasm_bindgen]
#[derive(Debug, Clone, Copy)]
pub enum Level {
    Low = 1,
    High = 2,
}

#[wasm_bindgen]
pub fn plan(value: Plan) -> String {
    format!("{value:?}")
}

#[wasm_bindgen]
pub fn option(value: Option<Plan>) -> String {
    format!("{value:?}")
}

#[wasm_bindgen]
pub fn level(value: Option<Level>) -> String {
    format!("{value:?}")
}
RUST
package
seen() {
  node -p 'const app = require("./out/app.js"), [name, ...values] = JSON.parse(process.argv[1]);
    values.map((value) => { try { return app[name](value); } catch { return "error"; } }).join(" ")' "$1"
}
expect "Plan of 2, 3, 4" "Company error error" "$(seen '["plan", 2, 3, 4]')"
expect "Option<Plan> of 2, 3, 4, 5, null" "Some(Company) None error error None" "$(seen '["option", 2, 3, 4, 5, null]')"
expect "Option<Level> of 0, 1, 2, 3" "None Some(Low) Some(High) error" "$(seen '["level", 0, 1, 2, 3]')"
