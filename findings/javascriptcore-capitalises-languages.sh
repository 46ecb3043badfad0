#!/usr/bin/env bash
# Bun writes "Español" and "Русский" where Node writes "español" and "русский", from the same ICU; "français" is small in both.
#
# Versions:  Bun 1.4.5 (JavaScriptCore, as in Safari and WebKitGTK) and Node 26.10.0 (V8), both with ICU 78.3 and CLDR 48.0, from npm.
# Behaviour: JavaScriptCore asks ICU for the form that stands alone, and CLDR capitalises that in 10 of the 23 languages that write their
#            names small. Intl.DisplayNames has no option for it, so a list mixes Čeština and polski in one engine.
# Output:    capital in Bun: cs es hr it pt-BR pt-PT ru sk sv uk; small in both: bg ca da et fi fr hu lt lv pl ro sl sr
# Guess:     The same names from the same data, or else a difference in all languages that write them small.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm init --yes > log
npm install --silent --no-audit --no-fund --save-exact bun@1.4.5 node@26.10.0
cat > names.js <<'JS'
const languages = `ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nl pl pt-BR pt-PT ro ru sk sl sr sv th tr uk vi
  zh-CN`.split(/\s+/);
const names = languages.map((language) => [language, new Intl.DisplayNames(language, { type: "language" }).of(language)]);
console.log(JSON.stringify([process.versions.icu, Object.fromEntries(names)]));
JS
node_modules/.bin/bun names.js > bun.json
node_modules/.bin/node names.js > node.json
cat > compare.js <<'JS'
const [[bunIcu, bun], [nodeIcu, node]] = [require("./bun.json"), require("./node.json")];
const languages = Object.keys(bun);
const small = (name) => name[0] !== name[0].toUpperCase();
console.log("ICU", bunIcu, nodeIcu, "of", languages.length);
console.log("capital in Bun:", ...languages.filter((language) => bun[language] !== node[language]));
console.log("small in both:", ...languages.filter((language) => bun[language] === node[language] && small(node[language])));
console.log(bun.es, node.es, bun.ru, node.ru, bun.fr, node.fr);
JS
expect "the names" "ICU 78.3 78.3 of 38;capital in Bun: cs es hr it pt-BR pt-PT ru sk sv uk;\
small in both: bg ca da et fi fr hu lt lv pl ro sl sr;Español español Русский русский français français;" \
  "$(node_modules/.bin/node compare.js | tr '\n' ';')"
