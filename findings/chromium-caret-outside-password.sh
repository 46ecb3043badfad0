#!/usr/bin/env bash
# Chromium tells assistive programs that a Thai password of six letters has four characters, and that the caret stands at the sixth.
#
# Versions:  Chromium 156 and Firefox ESR 153.8.0 of Debian 12, AT-SPI 2.46. Debian keeps no older versions, so these are not pinned.
# Behaviour: Chromium has one dot for each cluster of a letter and its marks, and counts the caret in code units. So it is beyond the end
#            of any password with a vowel sign, a decomposed letter, which X's Vietnamese layout types, or a character outside of the
#            first plane. In the same text unmasked, and in Firefox, both count alike.
# Output:    Thai: Chromium 4 characters, caret 6; Firefox 6 and 6. Vietnamese, decomposed: 3 and 4. 𠮷田: 2 and 3; unmasked 2 and 2
# Guess:     The text and its caret are counted in the same unit, whichever that is.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/at-spi.sh"
need firefox-esr chromium $packages
cat > page.py <<'PY'
import sys
from at_spi import Atspi, Page

values = {"thai": "สวัสดี", "vietnamese": "\u00ea\u0301ab", "japanese": "\U00020bb7田", "latin": "secret"}
fields = "".join(f'<input aria-label="{name} {kind}" type="{kind}" value="{value}">'
                 for name, value in values.items() for kind in ("password", "text"))
page = Page(sys.argv[1], fields)
page.focus_window()
for name in values:
    for kind in ("password", "text"):
        field = page.named(f"{name} {kind}")
        page.wait(lambda: field.grab_focus() and field.get_state_set().contains(Atspi.StateType.FOCUSED), "focus")
        page.key("End")
        page.pump(1)
        print(name, kind, Atspi.Text.get_character_count(field), Atspi.Text.get_caret_offset(field))
page.close()
PY
expect "Chromium: characters and caret" "thai password 4 6;thai text 6 6;vietnamese password 3 4;vietnamese text 4 4;japanese password 2 3;\
japanese text 2 2;latin password 6 6;latin text 6 6;" "$(run page.py chromium | tr '\n' ';')"
expect "Firefox: characters and caret" "thai password 6 6;thai text 6 6;vietnamese password 4 4;vietnamese text 4 4;japanese password 3 3;\
japanese text 3 3;latin password 6 6;latin text 6 6;" "$(run page.py firefox | tr '\n' ';')"
