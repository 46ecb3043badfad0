#!/usr/bin/env bash
# liblouis writes A-Z and a-z as the same cells in German braille, contracted or not: a password's capital letters cannot be read.
#
# Versions:  liblouis 3.24.0-1 (Debian 12), unpacked. Screen readers write braille with it.
# Behaviour: The three ordinary tables, de-g0, de-g1 and de-g2, drop capitals, as German books do. The tables with "detailed" in their
#            names mark them. English, French, Dutch and Swedish tables of the same kind mark every capital.
# Output:    de-g1.ctb: A-Z is ⠁⠤⠵, a-z is ⠁⠤⠵; de-g1-detailed.ctb: ⠘⠁⠤⠘⠵ and ⠁⠤⠵
# Guess:     Braille marks a capital by a sign before it, above all in German, which writes every noun with one.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/liblouis.sh"
for table in de-g0.utb de-g1.ctb de-g2.ctb; do
  expect "$table, A-Z and a-z" "$(braille $table a-z)" "$(braille $table A-Z)"
  expect "$table, Berlin and berlin" "$(braille $table berlin)" "$(braille $table Berlin)"
done
expect "de-g1.ctb" "⠁⠤⠵" "$(braille de-g1.ctb A-Z)"
expect "de-g1-detailed.ctb" "⠘⠁⠤⠘⠵ ⠁⠤⠵" "$(braille de-g1-detailed.ctb A-Z) $(braille de-g1-detailed.ctb a-z)"
expect "English" "⠠⠁⠤⠰⠠⠵ ⠁⠤⠰⠵" "$(braille en-ueb-g2.ctb A-Z) $(braille en-ueb-g2.ctb a-z)"
expect "Swedish" "⠠⠁⠤⠠⠵ ⠁⠤⠵" "$(braille sv-g1.ctb A-Z) $(braille sv-g1.ctb a-z)"
