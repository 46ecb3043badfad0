#!/usr/bin/env bash
# In Node 24, Node 26 and Deno, (?i:sku) makes every [A-Z] behind it ignore case, too, under the flag v; not one before it, nor an A.
#
# Versions:  Node 24.21.0 and 26.10.0, Deno 2.9.6, Bun 1.4.5 (all from npm).
# Behaviour: /^(?i:sku)-[A-Z]{2}$/v accepts "SKU-ab". The group's modifier stays on for the classes and \p{Lu} in the rest of the
#            pattern, but not for literal letters. A second group (?-i:...) around a class brings the case back. Bun does as the standard
#            says, and so do all four with these patterns under the flag u. The attribute `pattern` of HTML is compiled with v.
# Output:    with v, Node and Deno accept SKU-ab by [A-Z] and \p{Lu} behind the group, and do not accept SKU-AB by [^a-z]; Bun is right
# Guess:     The modifier ends with its parenthesis. If v differed from u here, the first user of both would have seen it.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact node24@npm:node@24.21.0 node@26.10.0 deno@2.9.6 bun@1.4.5
cat > match.js <<'JS'
const cases = [
  ["^(?i:sku)-[A-Z]{2}$", "SKU-ab"],
  ["^(?i:sku)-\\p{Lu}{2}$", "SKU-ab"],
  ["^(?i:sku)-[^a-z]{2}$", "SKU-AB"],
  ["^[A-Z]{2}-(?i:sku)$", "ab-SKU"],
  ["^(?i:sku)-AB$", "SKU-ab"],
  ["^(?i:sku)-(?-i:[A-Z]{2})$", "SKU-ab"],
];
for (const flag of ["u", "v"]) {
  const results = cases.map(([source, text]) => (new RegExp(source, flag).test(text) ? "yes" : "no"));
  console.log(`${flag}: ${results.join(" ")}`);
}
JS
right="u: no no yes no no no;v: no no yes no no no;"
leaks="u: no no yes no no no;v: yes yes no no no no;"
seen() { "$@" match.js | tr '\n' ';'; }
expect "Node 24" "$leaks" "$(seen node_modules/node24/bin/node)"
expect "Node 26" "$leaks" "$(seen node_modules/node/bin/node)"
expect "Deno" "$leaks" "$(seen node_modules/.bin/deno run --quiet)"
expect "Bun" "$right" "$(seen node_modules/.bin/bun)"
