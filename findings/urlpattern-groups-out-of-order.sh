#!/usr/bin/env bash
# Node's URLPattern reads /2026/11/29 by /:year/:month/:day and hands over month, day, year: its groups come in the order of a hash table.
#
# Versions:  Node 24.21.0 and 26.10.0, Deno 2.9.6, Bun 1.4.5, urlpattern-polyfill 10.1.0.
# Behaviour: The values are right, but Object.values, Object.entries, JSON.stringify and a spread of `groups` have another order, which
#            depends on the names, but not on the address or the run. Two groups are always the wrong way round.
# Output:    of the 990 pairs of 45 common names in /:a/:b, Node reverses all; Deno, Bun and the polyfill none
# Guess:     Object keys keep the order in which they are inserted, and a pattern is matched from left to right.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact node24@npm:node@24.21.0 node@26.10.0 deno@2.9.6 bun@1.4.5 urlpattern-polyfill@10.1.0
cat > count.js <<'JS'
export default function (URLPattern) {
  const groups = (pathname, input) => Object.keys(new URLPattern({ pathname }).exec({ pathname: input }).pathname.groups);
  const names = ("id user userId account accountId group team org project repo branch path file page slug tag category product item " +
    "order customer invoice post comment author lang locale country city region year month day date from to action type name key " +
    "version api service method token").split(" ");
  let pairs = 0, reversed = 0;
  for (const [index, first] of names.entries()) {
    for (const second of names.slice(index + 1)) {
      pairs += 1;
      reversed += groups(`/:${first}/:${second}`, "/1/2")[0] === second;
    }
  }
  return `${groups("/:year/:month/:day", "/2026/11/29").join(" ")}; ${reversed} of ${pairs}`;
}
JS
echo 'import count from "./count.js"; console.log(count(URLPattern));' > builtin.js
echo 'import { URLPattern } from "urlpattern-polyfill/urlpattern"; import count from "./count.js"; console.log(count(URLPattern));' > polyfill.js
ordered="year month day; 0 of 990"
hashed="month day year; 990 of 990"
expect "Node 24" "$hashed" "$(node_modules/node24/bin/node builtin.js)"
expect "Node 26" "$hashed" "$(node_modules/node/bin/node builtin.js)"
expect "Deno" "$ordered" "$(node_modules/.bin/deno run --quiet builtin.js)"
expect "Bun" "$ordered" "$(node_modules/.bin/bun builtin.js)"
expect "polyfill" "$ordered" "$(node polyfill.js)"
