# The beginning of every script: a temporary folder, which is removed at the end, and a check.
lib=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# expect WHAT WAS NOW: fails if what was seen has changed.
expect() {
  [ "$2" = "$3" ] || { printf 'changed: %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3" >&2; exit 1; }
  printf 'holds: %s: %s\n' "$1" "$3"
}
