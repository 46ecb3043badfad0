#!/usr/bin/env bash
# clean-css joins `::part(option active)` to `::part(optionactive)`, and `:nth-child(2 of .paid)` to `:nth-child(2of.paid)`.
#
# Versions:  clean-css 5.3.3 at its default level, 2 and 1; csso 5.0.5, cssnano 9.9.0, esbuild 0.28.2 and lightningcss 1.33.0 as controls
# Behaviour: In the parentheses of a pseudo-class or pseudo-element, clean-css removes the space between two words, as if it were beside
#            a combinator. The first selector then names another part and matches nothing; the second is invalid, so browsers drop its
#            rule. Neither is reported. A space between two functions, `:not(.a .b)`, stays.
# Output:    b::part(optionactive), li:nth-child(2of.paid), p:not(.a .b); the others keep what stands in the parentheses
# Guess:     Only the spaces around it go; between two words a space is a token, so no minifier removes it.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact clean-css@5.3.3 csso@5.0.5 cssnano@9.9.0 postcss@8.5.33 esbuild@0.28.2 \
  lightningcss@1.33.0 node@26.10.0
cat > run.js <<'JS'
import CleanCSS from "clean-css";
import cssnano from "cssnano";
import { minify } from "csso";
import { transform as esbuild } from "esbuild";
import { transform } from "lightningcss";
import postcss from "postcss";
const source = "b::part(option active){color:red} li:nth-child(2 of .paid){color:tan} p:not(.a .b){top:0}";
for (const level of [1, 2]) console.log(new CleanCSS({ level }).minify(source).styles);
const others = [
  minify(source).css,
  postcss([cssnano()]).process(source, { from: undefined }).css,
  (await esbuild(source, { loader: "css", minify: true })).code,
  transform({ filename: "a.css", code: Buffer.from(source), minify: true }).code.toString(),
];
console.log(others.every((css) => css.includes("::part(option active)") && /nth-child\(2 of ?\.paid\)/.test(css)));
JS
joined='b::part(optionactive){color:red}li:nth-child(2of.paid){color:tan}p:not(.a .b){top:0}'
expect "clean-css, others" "$joined;$joined;true;" "$(node_modules/.bin/node run.js | tr '\n' ';')"
