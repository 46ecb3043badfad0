#!/usr/bin/env bash
# espeak-ng leaves every number out of a Hebrew sentence, without a pause, although it says each digit when it spells.
#
# Versions:  espeak-ng 1.51+dfsg-10+deb12u2 (Debian 12), unpacked.
# Behaviour: "At least 8 characters" and "in 60 seconds" become "at least characters" and "in seconds". Spelling takes another path, whose
#            digits are English, so who checks with the arrow keys hears them all. Of 130 voices, Chuvash, Nogai, Turkmen and two of
#            Tolkien's languages do the same.
# Output:    "60 שניות": "Sn'ivt", the same as "שניות"; 8 spelled: "(en)'eIt(he)"
# Guess:     A language without words for numbers borrows the English ones, as it does for every Latin letter.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/espeak.sh"
seconds=שניות
expect "60 seconds" "Sn'ivt" "$(say he "60 $seconds")"
expect "seconds" "Sn'ivt" "$(say he "$seconds")"
expect "at least 8 characters" "$(say he "לפחות תווים")" "$(say he "לפחות 8 תווים")"
expect "numbers alone" "" "$(say he "8")$(say he "64")$(say he "2026")"
expect "a Latin letter" "(en)'eI(he)" "$(say he "a" | tr -d '_:')"
expect "8, spelled" ":(en)'eIt(he)" "$(spell he 8)"
expect "Arabic, 8" "Tam'a:nij,a" "$(say ar 8)"
