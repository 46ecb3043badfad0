#!/usr/bin/env bash
# Bitwarden's generator makes 10 characters where 8 are asked for, if the least numbers of digits and signs leave no room for letters.
#
# Versions:  @bitwarden/cli 2026.9.0 (npm), `bw generate`, without an account.
# Behaviour: A capital and a small letter are added to 4 digits and 4 signs, and the length grows without a word. A length below 5 becomes
#            5. A field with maxlength cuts the end off when such a password is pasted.
# Output:    length 8 with 4 digits and 4 signs: 10 characters; length 4: 5; length 8 with 3 and 3: 8
# Guess:     The length is what was asked for, and the minimums give way, or an error says that they do not fit.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm init --yes > log
npm install --silent --no-audit --no-fund --save-exact @bitwarden/cli@2026.9.0
export BITWARDENCLI_APPDATA_DIR=$work/data
lengths() {
  for _ in 1 2 3; do printf '%s ' "$(node_modules/.bin/bw generate "$@" 2> log | tr -d '\n' | wc -c | tr -d ' ')"; done
}
expect "length 8, 4 digits, 4 signs, both letters" "10 10 10 " "$(lengths -ulns --length 8 --minNumber 4 --minSpecial 4)"
expect "length 8, 3 digits, 3 signs, both letters" "8 8 8 " "$(lengths -ulns --length 8 --minNumber 3 --minSpecial 3)"
expect "length 4" "5 5 5 " "$(lengths -n --length 4)"
