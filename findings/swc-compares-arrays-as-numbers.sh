#!/usr/bin/env bash
# swc's minifier takes every array that it compares by < or > for a number, so ["b"] > ["a"] and even ["a"] <= ["a"] become false.
#
# Versions:  @swc/core 1.16.22, esbuild 0.28.2, oxc-minify 0.157.0, terser 5.51.4; defaults of their minify functions.
# Behaviour: JavaScript turns an array into a text before it compares, and two texts are compared as texts. swc computes the comparison
#            with the numeric value of the array, NaN for most, and writes the result down. It joins the elements correctly for `+`.
# Output:    wrong in swc: 7 of 9 comparisons, all become false; in esbuild, oxc-minify and terser: none
# Guess:     A minifier that knows what ["b"] + ["a"] is, and has compared texts with texts for years, does not fold this one, or does
#            it right. The condition comes from a `const` as often as from a literal: swc inlines it first.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact @swc/core@1.16.22 esbuild@0.28.2 oxc-minify@0.157.0 terser@5.51.4
cat > probe.js <<'JS'
import swc from "@swc/core";
import { transform } from "esbuild";
import { minify as oxc } from "oxc-minify";
import { minify as terser } from "terser";
const pairs = [
  ["b", ">", "a"], [["b"], ">", ["a"]], [["b"], ">", "a"], [["a"], "<=", ["a"]], [[2], ">", [10]], [[1, 2], "<", [1, 3]],
  [["b"], ">", ["a", "c"]], [[], "<", "a"], [[2], ">", 1],
].map(([left, operator, right]) => [JSON.stringify(left), operator, JSON.stringify(right)]);
const tools = {
  source: (code) => code,
  swc: async (code) => (await swc.minify(code, { compress: true, mangle: true })).code,
  esbuild: async (code) => (await transform(code, { minify: true })).code,
  oxc: async (code) => (await oxc("input.js", code)).code,
  terser: async (code) => (await terser(code)).code,
};
const results = {};
for (const [name, run] of Object.entries(tools)) {
  results[name] = [];
  for (const [left, operator, right] of pairs) {
    const code = await run(`(function () { const left = ${left}, right = ${right}; return report(left ${operator} right); })();`);
    results[name].push(new Function("report", `return ${code}`)((value) => value));
  }
  const wrong = pairs.filter((_, index) => results[name][index] !== results.source[index]).map((pair) => pair.join(""));
  console.log([name, ...wrong].join(" "));
}
console.log("true in the source:", results.source.filter(Boolean).length);
console.log((await swc.minify('report(["b"] + ["a"])', { compress: true })).code);
JS
node probe.js > seen
expect "wrong in swc" 'swc ["b"]>["a"] ["b"]>"a" ["a"]<=["a"] [2]>[10] [1,2]<[1,3] ["b"]>["a","c"] []<"a"' "$(grep ^swc seen)"
expect "wrong in the others" "source;esbuild;oxc;terser;" "$(grep -v -e ^swc -e report -e true seen | tr '\n' ';')"
expect "all nine are true" "true in the source: 9" "$(grep ^true seen)"
expect "the same arrays added" 'report("ba");' "$(grep ^report seen)"
