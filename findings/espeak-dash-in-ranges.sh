#!/usr/bin/env bash
# espeak-ng speaks the hyphen of 8-64 as "dash" in English, but the en dash of 8–64, which says "to", not at all: "eight sixty-four".
#
# Versions:  espeak-ng 1.51+dfsg-10+deb12u2 (Debian 12), unpacked.
# Behaviour: The en dash between digits gives not even a pause: it sounds like "8 64". German is like English ("Strich"); in French and
#            Polish both characters are silent. Between spaces either of them makes a pause.
# Output:    English: 8–64 sounds like 8 64; 8-64 has d'aS in between
# Guess:     Both say the same, as a pause or as "to"; if one of them counts as a range, it is the en dash.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/espeak.sh"
expect "English, 8–64" "$(say en "8 64")" "$(say en "8–64")"
expect "English, 8 – 64: two clauses" "$(say en "8. 64")" "$(say en "8 – 64")"
expect "English, 8-64" "'eIt d'aS s'Iksti f'o@" "$(say en "8-64")"
expect "English, 8 - 64" "'eIt_:_: s'Iksti f'o@" "$(say en "8 - 64")"
expect "German, 8-64" "_'axt Str'IC f'i:r _|Untz'ECtsIC" "$(say de "8-64")"
for language in fr pl; do expect "$language, 8-64" "$(say "$language" "8–64")" "$(say "$language" "8-64")"; done
