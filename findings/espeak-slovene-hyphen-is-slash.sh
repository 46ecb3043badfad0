#!/usr/bin/env bash
# espeak-ng spells the hyphen in Slovene as "poševnica", the slash, so 24-7 and 24/7 are the same password to the ear.
#
# Versions:  espeak-ng 1.51+dfsg-10+deb12u2 (Debian 12), unpacked.
# Behaviour: Of 130 voices, three others give two signs of ASCII one name: Maltese names "!" like ".", and all of ( ) [ ] alike; Lithuanian
#            and Lule Sami do not tell opening from closing brackets.
# Output:    Slovene: "-" pOS'e:wnitsa, "/" pOS'e:wnitsa; Maltese: "!" p'unt, "." p'unt
# Guess:     A name may be missing and then be English, but a character of every second password has no other character's name.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/espeak.sh"
expect "Slovene, hyphen" "pOS'e:wnitsa" "$(spell sl -)"
expect "Slovene, slash" "pOS'e:wnitsa" "$(spell sl /)"
expect "Slovene, underscore" "pOttS@Rt'a:j" "$(spell sl _)"
expect "Slovene, bracket" "OklEp'a:j" "$(spell sl "(")"
expect "Croatian" "ts'r-t'its& kr**'oz" "$(spell hr -) $(spell hr /)"
expect "Maltese, ! and ." "p'unt p'unt" "$(spell mt !) $(spell mt .)"
expect "Maltese, brackets" "p,arent'ezi p,arent'ezi p,arent'ezi" "$(spell mt "(") $(spell mt ")") $(spell mt "[")"
expect "Lithuanian, brackets" "$(spell lt "(")" "$(spell lt ")")"
