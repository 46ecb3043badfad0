#!/usr/bin/env bash
# Svelte and Solid write the source text of a function into server-rendered HTML when it is given to a custom element.
#
# Versions:  svelte 5.57.3, solid-js 1.9.20 with babel-preset-solid 1.9.16, and for comparison preact-render-to-string 6.8.2 with
#            preact 11.2.0, react-dom 19.3.1, vue 3.5.45.
# Behaviour: `<x-form send={callback}>` becomes an attribute with the callback's code, so code of the server, with every constant in it,
#            is sent to the browser. Preact, React and Vue leave the attribute out.
# Output:    svelte, solid: send="function send() { return &quot;internal-host&quot;; }"; the others: no attribute
# Guess:     A function cannot be an attribute; every framework leaves it out, and at worst warns.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact svelte@5.57.3 solid-js@1.9.20 babel-preset-solid@1.9.16 \
  @babel/core@7.29.13 preact@11.2.0 preact-render-to-string@6.8.2 react@19.3.1 react-dom@19.3.1 vue@3.5.45
cat > render.js <<'JS'
import { writeFileSync } from "node:fs";
import babel from "@babel/core";
import { h } from "preact";
import { renderToString as preact } from "preact-render-to-string";
import { createElement } from "react";
import { renderToString as react } from "react-dom/server";
import { compile } from "svelte/compiler";
import { render as svelte } from "svelte/server";
import { createSSRApp, h as vueH } from "vue";
import { renderToString as vue } from "vue/server-renderer";

const send = function send() { return "internal-host"; };
const source = "<script>let { send } = $props();</script><x-form {send}></x-form>";
writeFileSync("App.js", compile(source, { generate: "server" }).js.code);
const jsx = 'import { renderToString } from "solid-js/web";\nexport default (p) => renderToString(() => <x-form send={p.send} />);';
writeFileSync("solid.js", babel.transformSync(jsx, { presets: [["babel-preset-solid", { generate: "ssr" }]] }).code);
const html = {
  svelte: svelte((await import("./App.js")).default, { props: { send } }).body,
  solid: (await import("./solid.js")).default({ send }),
  preact: preact(h("x-form", { send })),
  react: react(createElement("x-form", { send })),
  vue: await vue(createSSRApp({ render: () => vueH("x-form", { send }) })),
};
for (const [name, text] of Object.entries(html)) {
  console.log(name, /send="function send\(\) ?\{.*internal-host/s.test(text) ? "source" : text.includes("send") ? text : "nothing");
}
JS
expect "what becomes of the function" "svelte source;solid source;preact nothing;react nothing;vue nothing;" \
  "$(node render.js 2>/dev/null | tr '\n' ';')"
