#!/usr/bin/env bash
# Firefox tells assistive programs that an empty required field is invalid, even with aria-invalid="false" in a form with novalidate.
#
# Versions:  Firefox ESR 153.8.0 and Chromium 156 of Debian 12, AT-SPI 2.46. Debian keeps no older versions, so these are not pinned.
# Behaviour: `required` puts the state invalid-entry on the untouched field and on its whole <form>, so a screen reader says "invalid
#            entry" before the user has done anything. Neither aria-invalid="false" nor novalidate changes it; aria-required does not
#            cause it. Chromium exposes the state in none of these cases.
# Output:    invalid: Firefox form, required, required with aria-invalid=false; Chromium nothing
# Guess:     aria-invalid="false" overrides what the browser derives, and the state belongs to :user-invalid, not to :invalid.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/at-spi.sh"
need firefox-esr chromium $packages
cat > page.py <<'PY'
import sys
from at_spi import Page

page = Page(sys.argv[1], """<form novalidate aria-label="form"><input required aria-label="required">
<input required aria-invalid="false" aria-label="required-false"><input aria-required="true" aria-label="aria-required"></form>""")
for name in ("form", "required", "required-false", "aria-required"):
    states = [state.value_nick for state in page.named(name).get_state_set().get_states()]
    print(name, "invalid" if "invalid-entry" in states else "-")
page.close()
PY
expect "Chromium" "form -;required -;required-false -;aria-required -;" "$(run page.py chromium | tr '\n' ';')"
expect "Firefox" "form invalid;required invalid;required-false invalid;aria-required -;" "$(run page.py firefox | tr '\n' ';')"
