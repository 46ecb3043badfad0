#!/usr/bin/env bash
# espeak-ng reads ali@ornek.com in Turkish as "ali ornek com": of 130 voices, only this one skips the @, yet it can spell it.
#
# Versions:  espeak-ng 1.51+dfsg-10+deb12u2 (Debian 12), unpacked.
# Behaviour: The name "kuyruklu a" is marked for spelling only. A player who is told to which address the mail went hears no address.
#            Languages without a name of their own for the sign borrow the English "at".
# Output:    ali@ornek: Turkish "al'i ORn'Ek", as for "ali ornek"; spelled: "kUjRUkL'U'a"; voices that skip it: tr
# Guess:     One of the languages that lack a name for the sign skips it, not one that has its own.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/espeak.sh"
expect "Turkish, ali@ornek" "al'i ORn'Ek" "$(say tr "ali@ornek")"
expect "Turkish, ali ornek" "al'i ORn'Ek" "$(say tr "ali ornek")"
expect "Turkish, spelled" "kUjRUkL'U'a" "$(spell tr @)"
expect "German" "'Ali: 'Et 'Orne:k" "$(say de "ali@ornek" | tr -d '_!')"
sounds() { say "$1" "$2" | tr -d "_|!:', -"; } 2> log
skipping=""
# The voice for Cherokee has no Latin letters at all.
for voice in $(say en "" --voices | awk 'NR > 1 && $2 !~ /^chr/ { print $2 }' | sort -u); do
  [ "$(sounds "$voice" anna@ornek)" != "$(sounds "$voice" "anna ornek")" ] || skipping+="$voice "
done
expect "voices that skip the sign" "tr " "$skipping"
