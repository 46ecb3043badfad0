#!/usr/bin/env bash
# liblouis shows the invisible marks that isolate a name in a sentence as '\x2068' on a braille display, in 185 of 219 tables.
#
# Versions:  liblouis 3.24.0-1 (Debian 12), unpacked. Screen readers write braille with it.
# Behaviour: U+2068 and U+2069, which MessageFormat and Fluent put around every value, are in no table but a few, and what a table lacks is
#            spelled out as an escape: 14 cells around a name of three, a third of a display of 40. Speech skips the marks.
# Output:    "ada" is ⠁⠙⠁; isolated, in English, ⠄⡳⠭⠃⠚⠋⠓⠄⠁⠙⠁⠄⡳⠭⠃⠚⠋⠊⠄; spelled out in 185 of 219 tables
# Guess:     Characters without a width have no cell in braille either.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/liblouis.sh"
expect "English" "⠁⠙⠁" "$(braille en-ueb-g1.ctb ada)"
expect "English, isolated" "⠄⡳⠭⠃⠚⠋⠓⠄⠁⠙⠁⠄⡳⠭⠃⠚⠋⠊⠄" "$(braille en-ueb-g1.ctb $'\u2068ada\u2069')"
all=0 longer=0
for table in "$tables"/*.[cu]tb; do
  case $table in *core*) continue ;; esac
  plain=$(braille "$table" ada) isolated=$(braille "$table" $'\u2068ada\u2069')
  [ -n "$plain" ] || continue
  all=$((all + 1))
  [ $((${#isolated} - ${#plain})) -le 4 ] || longer=$((longer + 1))
done
expect "tables with more than four cells for the marks" "185 of 219" "$longer of $all"
