#!/usr/bin/env bash
# swc, oxc-minify and Rolldown each remove another check that stands in a `try` block of its own.
#
# Versions:  @swc/core 1.16.22, oxc-minify 0.157.0, rolldown 1.3.3 (which is built on oxc), esbuild 0.28.2, terser 5.51.4; defaults.
# Behaviour: `try { CHECK; return true } catch { return false }` is how JavaScript asks whether a text is valid. swc takes RegExp of a
#            known text as pure, oxc-minify takes decodeURIComponent and String.fromCodePoint, Rolldown (no minifier on) only String.fromCodePoint.
#            The function then returns true for everything. `new URL` and `new Intl.Locale` survive in all five.
# Output:    the checks that always pass: swc RegExp; oxc decodeURIComponent fromCodePoint; rolldown fromCodePoint; the others none
# Guess:     A try block around a lone expression says that its exception is the point: no minifier removes it by default, and Rolldown
#            and oxc-minify, which share their code, agree.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact \
  @swc/core@1.16.22 oxc-minify@0.157.0 rolldown@1.3.3 esbuild@0.28.2 terser@5.51.4
cat > probe.js <<'JS'
import { writeFileSync } from "node:fs";
import swc from "@swc/core";
import { transform } from "esbuild";
import { minify as oxc } from "oxc-minify";
import { rolldown } from "rolldown";
import { minify as terser } from "terser";

const checks = {
  RegExp: ["new RegExp(value)", "["],
  decodeURIComponent: ["decodeURIComponent(value)", "100%"],
  fromCodePoint: ["String.fromCodePoint(value)", -1],
  URL: ["new URL(value)", "no url"],
  Locale: ["new Intl.Locale(value)", "a_b"],
};
const tools = {
  swc: async (code) => (await swc.minify(code, { compress: true, mangle: true, module: true })).code,
  oxc: async (code) => (await oxc("input.js", code)).code,
  rolldown: async () => (await (await rolldown({ input: "input.js" })).generate()).output[0].code,
  esbuild: async (code) => (await transform(code, { minify: true, format: "esm" })).code,
  terser: async (code) => (await terser(code, { module: true })).code,
  source: async (code) => code,
};
for (const [tool, run] of Object.entries(tools)) {
  const passed = [];
  for (const [name, [check, bad]] of Object.entries(checks)) {
    const judge = `function valid(value) { try { ${check}; return true; } catch { return false; } }`;
    const code = `${judge}\nexport const accepted = valid(${JSON.stringify(bad)});\n`;
    writeFileSync("input.js", code);
    const file = `./${tool}-${name}.js`;
    writeFileSync(file, await run(code));
    if ((await import(file)).accepted) passed.push(name);
  }
  console.log([tool, ...passed].join(" "));
}
JS
expect "checks that always pass" \
  "swc RegExp;oxc decodeURIComponent fromCodePoint;rolldown fromCodePoint;esbuild;terser;source;" "$(node probe.js | tr '\n' ';')"
