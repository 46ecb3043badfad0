#!/usr/bin/env bash
# The number behind `enum { Fee = 10 ** -5 }` depends on the compiler and on the Node that runs it: five of them write down four sets.
#
# Versions:  typescript 6.0.3 on Node 20.20.2 and on Node 26.10.0, typescript 7.0.2, esbuild 0.28.2 (no minifier), rolldown 1.3.3.
# Behaviour: A compiler computes the members of an enum, each with the power function of its own language. Of 10 ** n for n from -300 to
#            300, this many are not the nearest number, which the literal 1e-5 would have given; the declaration files say the same.
#            A `.d.ts` and a `.js` built on two machines therefore contradict one another. Outside of enums, the running engine computes.
# Output:    typescript 6: 66 on Node 20, 10 ** -4 and 10 ** -5 first; 2 on Node 26: 10 ** 23 and 10 ** 210; rolldown the same 2;
#            typescript 7: 245 and esbuild: 489, although both are written in Go
# Guess:     Compilers do not depend on the machine, newer Node is at most better than older, and powers of ten are exact in all of them.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact ts6@npm:typescript@6.0.3 ts7@npm:typescript@7.0.2 \
  node20@npm:node@20.20.2 node26@npm:node@26.10.0 esbuild@0.28.2 rolldown@1.3.3
cat > make.js <<'JS'
import { writeFileSync } from "node:fs";
const members = Array.from({ length: 601 }, (_, index) => `m${index} = 10 ** ${index - 300}`);
writeFileSync("powers.ts", `export enum Powers { ${members.join(", ")} }\n`);
JS
cat > bundle.js <<'JS'
import { rolldown } from "rolldown";
await (await rolldown({ input: "powers.ts" })).write({ file: "rolldown/powers.js" });
JS
cat > count.js <<'JS'
const { Powers } = await import(`./${process.argv[2]}/powers.js`);
const wrong = Array.from({ length: 601 }, (_, index) => index - 300).filter((n) => Powers[`m${n + 300}`] !== Number(`1e${n}`));
wrong.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
console.log(`${wrong.length}:`, ...wrong.slice(0, 4));
JS
node make.js
compile() { "$1" "node_modules/$2/bin/tsc" --ignoreConfig --target esnext --module esnext --declaration --outDir "$3" powers.ts; }
compile node_modules/node20/bin/node ts6 typescript6-node20
compile node_modules/node26/bin/node ts6 typescript6-node26
compile node ts7 typescript7
node_modules/.bin/esbuild powers.ts --outfile=esbuild/powers.js --log-level=error
node bundle.js
expect "typescript 6 on Node 20" "66: -4 -5 -17 -20" "$(node count.js typescript6-node20)"
expect "typescript 6 on Node 26" "2: 23 210" "$(node count.js typescript6-node26)"
expect "typescript 7" "245: -23 -24 -25 -26" "$(node count.js typescript7)"
expect "esbuild" "489: -23 -24 -25 -26" "$(node count.js esbuild)"
expect "rolldown" "2: 23 210" "$(node count.js rolldown)"
expect "declared by 6 on Node 20" "m295 = 0.000009999999999999999" "$(grep -o 'm295 = [^,]*' typescript6-node20/powers.d.ts)"
