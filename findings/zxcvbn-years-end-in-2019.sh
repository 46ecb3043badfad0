#!/usr/bin/env bash
# zxcvbn rates Summer2026 higher than Summer2019, in JavaScript and Python, but not in Rust: its years end in 2019.
#
# Versions:  zxcvbn 4.4.2 (npm), zxcvbn 4.5.0 (PyPI), zxcvbn 3.1.1 (crates.io), compiled with the installed Rust (1.95.0).
# Behaviour: A pattern of the original takes 1900 to 2019 for years; 2026 counts as four unknown digits, so guessing takes about 85 times
#            longer. The Python port has the same pattern, the one in Rust goes on to 2099.
# Output:    scores of Summer2019 and Summer2026: npm 1 2, PyPI 1 2, crates.io 1 1
# Guess:     The same score for both: the original's date matcher takes today's year from the clock, so its years go on, too.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact zxcvbn@4.4.2
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check zxcvbn==4.5.0
mkdir -p src
printf '[package]\nname = "scores"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nzxcvbn = "=3.1.1"\n' > Cargo.toml
cat > src/main.rs <<'RUST'
fn main() {
    let scores = std::env::args().skip(1).map(|password| u8::from(zxcvbn::zxcvbn(&password, &[]).score()).to_string());
    println!("{}", scores.collect::<Vec<_>>().join(" "));
}
RUST
passwords="Summer2019 Summer2026"
expect "npm" "1 2" "$(node -p 'process.argv.slice(1).map((password) => require("zxcvbn")(password).score).join(" ")' $passwords)"
expect "PyPI" "1 2" "$(python/bin/python -c 'import sys; from zxcvbn import zxcvbn
print(*[zxcvbn(password)["score"] for password in sys.argv[1:]])' $passwords)"
expect "crates.io" "1 1" "$(CARGO_TARGET_DIR=$work/target RUSTFLAGS='' cargo run --quiet -- $passwords)"
