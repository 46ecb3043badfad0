#!/usr/bin/env bash
# liblouis writes the invisible word joiner as the letters "word" on a braille display, and U+FEFF as "zero", in 93 of 219 tables.
#
# Versions:  liblouis 3.24.0-1 (Debian 12), unpacked. Screen readers write braille with it.
# Behaviour: Two lines of spaces.uti, which are to remove the marks, have no replacement, so the first word of the remark behind them,
#            WORD JOINER and ZERO WIDTH NO-BREAK SPACE, is taken for it. U+200B, which is handled by another rule, becomes a space. Firefox for
#            Linux adds U+FEFF to every character outside of the first plane (firefox-pads-rare-letters.sh).
# Output:    English: "a", U+2060, "b" is ⠁⠺⠕⠗⠙⠃, as for "awordb"; with U+FEFF ⠁⠵⠑⠗⠕⠃; with U+200B ⠁⠀⠃
# Guess:     Nothing at all, since the table names the marks, or the escape '\x2060', as for marks that it does not name.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/liblouis.sh"
expect "English, a and b joined" "⠁⠺⠕⠗⠙⠃" "$(braille en-ueb-g1.ctb $'a\u2060b')"
expect "English, awordb" "⠁⠺⠕⠗⠙⠃" "$(braille en-ueb-g1.ctb awordb)"
expect "Russian and Arabic" "⠠⠁⠺⠕⠗⠙⠃ ⠁⠺⠕⠗⠙⠃" "$(braille ru-litbrl.ctb $'a\u2060b') $(braille ar-ar-g1.utb $'a\u2060b')"
expect "English, U+FEFF" "⠁⠵⠑⠗⠕⠃" "$(braille en-ueb-g1.ctb $'a\ufeffb')"
expect "English, U+200B" "⠁⠀⠃" "$(braille en-ueb-g1.ctb $'a\u200bb')"
all=0 words=0
for table in "$tables"/*.[cu]tb; do
  case $table in *core*) continue ;; esac
  [ -n "$(braille "$table" ab)" ] || continue
  all=$((all + 1))
  [ "$(braille "$table" $'a\u2060b')" != "$(braille "$table" awordb)" ] || words=$((words + 1))
done
expect "tables in which both are the same" "93 of 219" "$words of $all"
