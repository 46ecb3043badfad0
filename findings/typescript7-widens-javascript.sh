#!/usr/bin/env bash
# TypeScript 7 declares an exported constant of a JavaScript file as `string` where it takes it for "a" | "b" itself.
#
# Versions:  typescript 7.0.2 and 6.0.3.
# Behaviour: For `export const size = big ? "large" : "small"` in a .js file, version 6 writes the union into the .d.ts, version 7
#            `string`; functions that return the same keep the union. Version 7 lets an importer assign it to the union as long as it
#            reads the source, and rejects that with its own declaration. Writing the declarations reports nothing.
# Output:    6: size: "large" | "small"; 7: size: string; an importer: 0 errors from the source, TS2322 from the declaration of 7
# Guess:     Only the order of a union's members and the forms of JSDoc that 7 drops differ; what the checker infers, it declares.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact ts6@npm:typescript@6.0.3 ts7@npm:typescript@7.0.2
cat > sizes.js <<'JS'
const big = Math.random() > 0.5;
export const size = big ? "large" : "small";
export const read = () => (big ? "large" : "small");
JS
cat > importer.ts <<'TS'
import { read, size } from "./sizes.js";
const fromConstant: "large" | "small" = size;
const fromFunction: "large" | "small" = read();
export { fromConstant, fromFunction };
TS
options="--strict --target es2022 --module nodenext --allowJs --checkJs"
tsc() { local version=$1; shift; node "node_modules/$version/bin/tsc" $options "$@"; }
errors() { { tsc "$@" --noEmit || true; } | grep -o 'importer.ts.*TS[0-9]*' | tr '\n' ' '; }
declared() { sed -n 's/.*const size: \(.*\);/\1/p' "$1/sizes.d.ts"; }
for version in ts6 ts7; do
  expect "$version on the source" "" "$(errors $version importer.ts)"
  tsc $version --declaration --emitDeclarationOnly --outDir $version sizes.js
  cp importer.ts $version
done
expect "declared by 6" '"large" | "small"' "$(declared ts6)"
expect "declared by 7" "string" "$(declared ts7)"
expect "importer of the declaration by 6" "" "$(errors ts7 ts6/importer.ts)"
expect "importer of the declaration by 7" "importer.ts(2,7): error TS2322 " "$(errors ts7 ts7/importer.ts)"
