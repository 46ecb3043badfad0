#!/usr/bin/env bash
# Chromium offers to save a new password after a fetch with 200, but after a 204 only if the page reads the body that a 204 cannot have.
#
# Versions:  Chromium 156 of Debian 12 (Debian keeps no older versions, so it is not pinned), playwright-core 1.65.1.
# Behaviour: The form stays in the page, sends its password with fetch and disappears. The password manager takes that for a success
#            when the request has finished. A 204 whose body nobody reads never counts as finished.
# Output:    200 unread: offered; 204 unread: not offered; 204 with text() or arrayBuffer(): offered
# Guess:     There is no body to read: the response's headers end a 204.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/save-prompt.sh"
expect "save prompt" "200,,display,kept offered;204,,display,kept not offered;204,text,display,kept offered;204,arrayBuffer,display,kept offered;" \
  "$(prompts 200,,display,kept 204,,display,kept 204,text,display,kept 204,arrayBuffer,display,kept)"
