#!/usr/bin/env bash
# Firefox reports that a description has changed when somebody reads it, and otherwise never; Chromium reports each change.
#
# Versions:  Firefox ESR 153.8.0 and Chromium 156 of Debian 12, AT-SPI 2.46. Debian keeps no older versions, so these are not pinned.
# Behaviour: A focused button's aria-describedby text changes every half second. A program that only listens hears nothing in Firefox,
#            and each change in Chromium (so Orca speaks a countdown every second). As soon as any program asks Firefox for the
#            description, each question causes an event, for all listeners: a second watching program changes what the first one hears.
# Output:    events while listening for 4 s: Firefox 0, Chromium 4 or more; while reading four times: Firefox 4
# Guess:     Both browsers send an event for each change, or neither; reading has no effect.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/at-spi.sh"
need firefox-esr chromium $packages
cat > page.py <<'PY'
import sys
from at_spi import Page

page = Page(sys.argv[1], """<button aria-label="button" aria-describedby="text">x</button><p id="text">0</p>
<script>let count = 0; setInterval(() => { text.textContent = ++count; }, 500);</script>""")
page.focus_window()
button = page.named("button")
button.grab_focus()
page.pump(2)
page.listen("object:property-change:accessible-description")
page.pump(4)
listening = len(page.heard)
page.heard.clear()
for _ in range(4):
    button.get_description()
    page.pump(1)
print("none" if listening == 0 else "several" if listening >= 4 else listening, "several" if len(page.heard) >= 3 else len(page.heard))
page.close()
PY
expect "Chromium: listening, reading" "several several" "$(run page.py chromium)"
expect "Firefox: listening, reading" "none several" "$(run page.py firefox)"
