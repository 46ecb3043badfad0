#!/usr/bin/env bash
# A circular import that Node and Rollup reject with a ReferenceError works once Rolldown has bundled it, if the constant is a literal.
#
# Versions:  rolldown 1.3.3, rollup 4.68.8, esbuild 0.28.2, bun 1.4.5; default options, no minifier; Node 20 or newer.
# Behaviour: A module reads a constant of the module that imports it, before that one has run. Rolldown, on which Vite 8 builds, writes
#            the text into the reader, and the error is gone; esbuild and Bun write `var`, and the reader sees undefined. An array in
#            place of the text brings Rolldown's error back. So what fails as separate modules works in the bundle, until somebody
#            makes a list of the constant.
# Output:    a text: Node and Rollup ReferenceError, Rolldown "de", esbuild and Bun undefined; an array: Rolldown ReferenceError, too
# Guess:     The bundlers that keep `const` fail as Node does; inlining happens where the value is known to be there.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact rolldown@1.3.3 rollup@4.68.8 esbuild@0.28.2 bun@1.4.5
for kind in text array; do
  [ $kind = text ] && value='"de"' || value='["de"]'
  mkdir $kind
  printf 'import { describe } from "./reader.js";\nexport const language = %s;\nconsole.log(describe());\n' "$value" > $kind/main.js
  cat > $kind/reader.js <<'JS'
import { language } from "./main.js";
const read = () => { try { return String(language); } catch (error) { return error.name; } };
console.log(read());
export const describe = () => `later ${read()}`;
JS
done
cat > bundle.js <<'JS'
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { rollup } from "rollup";
for (const kind of ["text", "array"]) {
  const input = `${kind}/main.js`;
  await (await rolldown({ input, logLevel: "silent" })).write({ file: `${kind}.rolldown.js` });
  await (await rollup({ input, logLevel: "silent" })).write({ file: `${kind}.rollup.js` });
  await build({ entryPoints: [input], bundle: true, format: "esm", outfile: `${kind}.esbuild.js` });
}
JS
node bundle.js
for kind in text array; do node_modules/.bin/bun build $kind/main.js --target=node --outfile=$kind.bun.js > log; done
seen() { node "$1" | tr '\n' ';'; }
expect "Node, a text" "ReferenceError;later de;" "$(seen text/main.js)"
expect "Rollup, a text" "ReferenceError;later de;" "$(seen text.rollup.js)"
expect "Rolldown, a text" "de;later de;" "$(seen text.rolldown.js)"
expect "Rolldown, an array" "ReferenceError;later de;" "$(seen array.rolldown.js)"
expect "esbuild, a text" "undefined;later de;" "$(seen text.esbuild.js)"
expect "Bun, a text" "undefined;later de;" "$(seen text.bun.js)"
