#!/usr/bin/env bash
# espeak-ng reads 1234 as French writes it, with a narrow no-break space, as "one, two hundred thirty-four"; a plain space is right.
#
# Versions:  espeak-ng 1.51+dfsg-10+deb12u2 (Debian 12), unpacked; node 24.21.0 (npm) writes the number.
# Behaviour: A space that may break keeps the number together, and the two that may not break (U+202F of Intl, U+00A0) cut it in two.
#            Polish, Swedish and Norwegian are cut in the same way; Russian and Czech are cut at a plain space, too.
# Output:    "1 234" with a plain space: "mil dYsA~ trA~tk'atr"; from Intl: "'W~ dYsA~ trA~tk'atr"
# Guess:     The spaces that typography asks for are what the French rules were made for; a plain one separates two numbers.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact node@24.21.0
. "$lib/espeak.sh"
written() { node_modules/node/bin/node -p 'new Intl.NumberFormat(process.argv[1]).format(process.argv[2])' "$1" "$2"; }
expect "what Intl writes" "$(printf '1\u202f234')" "$(written fr 1234)"
expect "French, from Intl" "'W~ dYsA~ trA~tk'atr" "$(say fr "$(written fr 1234)")"
expect "French, with U+00A0" "'W~ dYsA~ trA~tk'atr" "$(say fr "$(printf '1\u00a0234')")"
expect "French, with a space" "m'il_! dYsA~ trA~tk'atr" "$(say fr "1 234")"
expect "French, without" "mil dYsA~ trA~tk'atr" "$(say fr "1234")"
expect "Swedish, with a space" "$(say sv 1234 | tr -d _!)" "$(say sv "1 234" | tr -d _!)"
expect "Swedish, with U+00A0" "'Et tv'o:h'8ndRa tR,EtIf'y:Ra" "$(say sv "$(printf '1\u00a0234')")"
