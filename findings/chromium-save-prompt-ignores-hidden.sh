#!/usr/bin/env bash
# Chromium offers to save a new password when the form vanishes by display: none, and not when it vanishes by the attribute hidden.
#
# Versions:  Chromium 156 of Debian 12 (Debian keeps no older versions, so it is not pinned), playwright-core 1.65.1.
# Behaviour: The same page, the same successful call. `form.style.display = "none"` is taken as a submission that worked;
#            `form.hidden = true`, which has the same computed style and the same picture, is not.
# Output:    display offered, hidden not offered
# Guess:     What counts is that the field is no longer visible: both, or neither.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/save-prompt.sh"
expect "save prompt" "200,text,display offered;200,text,hidden not offered;" \
  "$(prompts 200,text,display 200,text,hidden)"
