#!/usr/bin/env bash
# Firefox for Linux hands assistive programs an invisible U+FEFF after each character outside of the first plane: 𠮷田 has three letters.
#
# Versions:  Firefox ESR 153.8.0 and Chromium 156 of Debian 12, AT-SPI 2.46. Debian keeps no older versions, so these are not pinned.
# Behaviour: It keeps the offsets of UTF-16, which AT-SPI counts in characters, so it fills up. The mark is in fields, paragraphs and
#            buttons, but not in names, so a button's name is not its text. liblouis writes the mark as the word "zero"
#            (liblouis-writes-word-for-word-joiner.sh).
# Output:    text: Firefox U+20BB7 U+FEFF U+7530, Chromium U+20BB7 U+7530; name of the button: U+20BB7 U+7530 in both
# Guess:     The text of the page, and offsets that are converted.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/at-spi.sh"
need firefox-esr chromium $packages
cat > page.py <<'PY'
import sys
from at_spi import Atspi, Page, walk

page = Page(sys.argv[1], '<input aria-label="field" value="𠮷田"><p>𠮷田</p><button>𠮷田</button>')
page.named("field")
for node in walk(page.document):
    if node.get_role_name() in ("entry", "paragraph", "push button"):
        points = [f"{ord(character):X}" for character in Atspi.Text.get_text(node, 0, -1)]
        name = [f"{ord(character):X}" for character in node.get_name()] if node.get_role_name() == "push button" else []
        print(node.get_role_name(), *points, *(["named", *name] if name else []))
page.close()
PY
expect "Firefox" "entry 20BB7 FEFF 7530;paragraph 20BB7 FEFF 7530;push button 20BB7 FEFF 7530 named 20BB7 7530;" \
  "$(run page.py firefox | tr '\n' ';')"
expect "Chromium" "entry 20BB7 7530;paragraph 20BB7 7530;push button 20BB7 7530 named 20BB7 7530;" "$(run page.py chromium | tr '\n' ';')"
