#!/usr/bin/env bash
# password-validator finds an uppercase character in "É", but no letter, no digit and no symbol.
#
# Versions:  password-validator 5.3.0 (npm).
# Behaviour: uppercase() and lowercase() ask Unicode, letters() only knows a to z. "ß" and "ж" are lowercase without being letters,
#            a Korean password is nothing at all, and "€" is a symbol. A policy of letters() refuses what lowercase() accepts.
# Output:    É: uppercase; ß: lowercase; ж: lowercase; 한: nothing; €: symbols; a: lowercase letters
# Guess:     Whatever is uppercase or lowercase is a letter; both know Unicode or neither does.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact password-validator@5.3.0
classes() {
  node -e 'const Validator = require("password-validator");
    const found = ["uppercase", "lowercase", "letters", "digits", "symbols", "spaces"].filter(
      (kind) => new Validator().has()[kind]().validate(process.argv[1]));
    console.log(found.join(" ") || "nothing")' "$1"
}
expect "a" "lowercase letters" "$(classes a)"
expect "É" "uppercase" "$(classes É)"
expect "ß" "lowercase" "$(classes ß)"
expect "ж" "lowercase" "$(classes ж)"
expect "한" "nothing" "$(classes 한)"
expect "€" "symbols" "$(classes €)"
