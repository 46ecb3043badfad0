#!/usr/bin/env bash
# liblouis spells the hyphen of "e-mail" out as '\x002d' in Italian six-dot braille: its table defines the invisible soft hyphen instead.
#
# Versions:  liblouis 3.24.0-1 (Debian 12), unpacked. Screen readers write braille with it.
# Behaviour: The line of it-it-comp6.utb whose comment says "45 the hyphen-minus" has U+00AD, the soft hyphen, as its character. The text is
#            in the table for Italian texts, so it meets "e-mail", addresses and dates. The eight-dot table has the hyphen.
# Output:    e-mail in it-it-comp6.utb: ⠑⠄⠠⠭⠚⠚⠃⠙⠄⠍⠁⠊⠇; with a soft hyphen: ⠑⠤⠍⠁⠊⠇
# Guess:     A character on every keyboard is in every table of a library of twenty years.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/liblouis.sh"
expect "six dots, e-mail" "⠑⠄⠠⠭⠚⠚⠃⠙⠄⠍⠁⠊⠇" "$(braille it-it-comp6.utb e-mail)"
expect "six dots, a soft hyphen" "⠑⠤⠍⠁⠊⠇" "$(braille it-it-comp6.utb $'e\u00admail')"
cells=$(braille it-it-comp6.utb a_b)
expect "six dots, a_b: cells" 3 ${#cells}
expect "eight dots, e-mail" "⠑⠤⠍⠁⠊⠇" "$(braille it-it-comp8.utb e-mail)"
expect "the line in the table" "1" "$(grep -c $'^punctuation[ \t]*\u00ad.*the hyphen-minus' "$tables/it-it-comp6.utb")"
