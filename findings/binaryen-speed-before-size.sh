#!/usr/bin/env bash
# wasm-opt -O4 -Oz makes one module smaller than -Oz three times does, and the next one larger than it was before.
#
# Versions:  binaryen 132.0.0, input from web-tree-sitter 0.27.2 and argon2-browser 1.18.0 (npm).
# Behaviour: After a round for speed the passes for size find more in a large module: 117 bytes less than after three rounds of -Oz.
#            In a small one -Oz does not take back what -O4 has added.
# Output:    web-tree-sitter: -O4 -Oz is the smaller one; argon2: larger than the input; -Oz three times is below the input in both
# Guess:     Rounds for size only are never worse for size than one that starts with a round for speed.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact binaryen@132.0.0 web-tree-sitter@0.27.2 argon2-browser@1.18.0
size() { node_modules/.bin/wasm-opt --all-features --disable-compact-imports "$@" -o out.wasm 2> log; stat -c %s out.wasm; }
compare() {
  local input=$1 before size_only speed_first
  before=$(stat -c %s "$input") size_only=$(size "$input" -Oz -Oz -Oz) speed_first=$(size "$input" -O4 -Oz)
  echo "$input: $before, -Oz three times $size_only, -O4 -Oz $speed_first" >&2
  if [ "$speed_first" -lt "$size_only" ]; then echo "speed first is smaller"
  elif [ "$speed_first" -gt "$before" ] && [ "$size_only" -lt "$before" ]; then echo "speed first is larger than the input"
  else echo "size only is smaller"; fi
}
expect "web-tree-sitter" "speed first is smaller" "$(compare node_modules/web-tree-sitter/web-tree-sitter.wasm)"
expect "argon2-browser" "speed first is larger than the input" "$(compare node_modules/argon2-browser/dist/argon2.wasm)"
