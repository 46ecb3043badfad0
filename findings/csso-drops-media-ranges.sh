#!/usr/bin/env bash
# csso removes every rule behind `@media (width >= 400px)`, without an error, and keeps those behind `@container (width > 400px)`.
#
# Versions:  csso 5.0.5 (the newest; csso-cli and svgo use it), esbuild 0.28.2 as control
# Behaviour: A media query with a comparison, which all browsers have known since 2023, vanishes with its whole block: the parser cannot
#            read it and hands over a raw text, and the compressor removes an @media whose query is no list. The result is an empty
#            style sheet. `(min-width: 400px)` stays, and so does any @container and @supports.
# Output:    "" for both notations of a range; the rules for min-width and for @container
# Guess:     What a minifier cannot parse, it copies, as csso does with unknown properties; or it throws.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact csso@5.0.5 esbuild@0.28.2
cat > run.js <<'JS'
import { minify } from "csso";
import { transform } from "esbuild";
for (const query of [
  "@media (width >= 400px)",
  "@media (hover) and (400px <= width <= 800px)",
  "@media (min-width: 400px)",
  "@container (width > 400px)",
]) {
  const source = `${query} { a { color: red } }`;
  const { code } = await transform(source, { loader: "css", minify: true });
  console.log(`${minify(source).css || "nothing"}${code.includes("{a{color:red}}") ? "" : " esbuild, too"}`);
}
JS
expect "what csso leaves" \
  "nothing;nothing;@media (min-width:400px){a{color:red}};@container (width > 400px){a{color:red}};" \
  "$(node run.js | tr '\n' ';')"
