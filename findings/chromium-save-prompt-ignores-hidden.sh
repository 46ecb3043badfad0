#!/usr/bin/env bash
# Chromium offers to save a new password when the form vanishes by display: none, and not when it vanishes by the attribute hidden.
#
# Versions:  Chromium 156 of Debian 12 (Debian keeps no older versions, so it is not pinned), playwright-core 1.65.1.
# Behaviour: The same page, the same successful call. `form.style.display = "none"` is taken as a submission that worked;
#            `form.hidden = true`, which has the same computed style and the same picture, is not.
# Output:    display offered, hidden not offered
# Guess:     What counts is that the field is no longer visible: both, or neither.
set -euo pipefail
lib=$(cd "$(dirname "$0")/lib" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
expect() {
  [ "$2" = "$3" ] || { printf 'changed: %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3" >&2; exit 1; }
  printf 'holds: %s: %s\n' "$1" "$3"
}
. "$lib/save-prompt.sh"
expect "save prompt" "200,text,display offered;200,text,hidden not offered;" \
  "$(prompts 200,text,display 200,text,hidden)"
