#!/usr/bin/env bash
# Firefox for Linux marks every live region as such for assistive programs, except the one that is meant to interrupt: role="alert".
#
# Versions:  Firefox ESR 153.8.0 and Chromium 156 of Debian 12, AT-SPI 2.46. Debian keeps no older versions, so these are not pinned.
# Behaviour: role="status", role="log", <output> and aria-live have the attribute container-live, by which Orca recognises a live region.
#            role="alert" has none in Firefox, "assertive" in Chromium. A text put into an empty alert that exists stays unspoken.
# Output:    container-live: Firefox alert none, status polite, log polite, output polite, aria-live assertive; Chromium alert assertive
# Guess:     An alert is by definition aria-live="assertive" (ARIA), and is exposed like the others.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/at-spi.sh"
need firefox-esr chromium $packages
cat > page.py <<'PY'
import sys
from at_spi import Page

page = Page(sys.argv[1], """<div role="alert" aria-label="alert">text</div><div role="status" aria-label="status">text</div>
<div role="log" aria-label="log">text</div><output aria-label="output">text</output>
<div aria-live="assertive" aria-label="aria-live">text</div>""")
live = lambda name: page.named(name).get_attributes().get("container-live")
page.wait(lambda: live("status") and live("log") and live("output") and live("aria-live"), "live regions")
page.pump(3)
for name in ("alert", "status", "log", "output", "aria-live"):
    print(name, live(name))
page.close()
PY
expect "container-live in Chromium" "alert assertive;status polite;log polite;output polite;aria-live assertive;" \
  "$(run page.py chromium | tr '\n' ';')"
expect "container-live in Firefox" "alert None;status polite;log polite;output polite;aria-live assertive;" \
  "$(run page.py firefox | tr '\n' ';')"
