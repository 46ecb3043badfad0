#!/usr/bin/env bash
# Morphing a form into the very same HTML erases what the user typed, with idiomorph, morphdom and nanomorph, but not with Alpine's morph.
#
# Versions:  idiomorph 0.8.0, morphdom 2.7.8, nanomorph 5.4.3, micromorph 0.4.5, @alpinejs/morph 3.17.4, in jsdom 26.1.0.
# Behaviour: New HTML equal to the old empties a typed name and password, clears a tick, resets a selection and closes an open
#            <details>. Alpine's morph changes nothing; micromorph closes the <details> only.
# Output:    idiomorph, morphdom, nanomorph: "" "" false 0 false; micromorph: typed secret true 1 false; alpine: typed secret true 1 true
# Guess:     Equal HTML is a no-op: morphing exists to keep the state of the page, and an input without `value` says nothing about it.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact idiomorph@0.8.0 morphdom@2.7.8 nanomorph@5.4.3 micromorph@0.4.5 \
  @alpinejs/morph@3.17.4 jsdom@26.1.0
cat > morph.js <<'JS'
import { JSDOM } from "jsdom";
const { window } = new JSDOM("<body></body>", { pretendToBeVisual: true });
globalThis.window = window;
for (const name of ["document", "Node", "Element", "HTMLElement", "HTMLInputElement", "HTMLTextAreaElement", "HTMLOptionElement",
  "HTMLTemplateElement", "DocumentFragment", "Document", "DOMParser", "NodeFilter", "CustomEvent", "Event", "MutationObserver"]) {
  globalThis[name] = window[name];
}
const { Idiomorph } = await import("idiomorph");
const { default: morphdom } = await import("morphdom");
const { default: nanomorph } = await import("nanomorph");
const { default: micromorph } = await import("micromorph");
const { morph: alpine } = await import("@alpinejs/morph");
const html = '<form><input id="name"><input id="password" type="password"><input id="tick" type="checkbox">'
  + '<select id="choice"><option>a</option><option>b</option></select><details id="more">text</details></form>';
const parsed = () => Object.assign(document.createElement("div"), { innerHTML: html }).firstElementChild;
const libraries = {
  idiomorph: (form) => Idiomorph.morph(form, html),
  morphdom: (form) => morphdom(form, html),
  nanomorph: (form) => nanomorph(form, parsed()),
  micromorph: (form) => micromorph(form, parsed()),
  alpine: (form) => alpine(form, html, {}),
};
const $ = (id) => document.getElementById(id);
for (const [name, run] of Object.entries(libraries)) {
  document.body.innerHTML = html;
  $("name").value = "typed";
  $("password").value = "secret";
  $("tick").checked = true;
  $("choice").selectedIndex = 1;
  $("more").open = true;
  await run(document.body.firstElementChild);
  console.log(name, $("name").value || '""', $("password").value || '""', $("tick").checked, $("choice").selectedIndex, $("more").open);
}
JS
expect "state after the morph" 'idiomorph "" "" false 0 false;morphdom "" "" false 0 false;nanomorph "" "" false 0 false;'\
'micromorph typed secret true 1 false;alpine typed secret true 1 true;' "$(node morph.js | tr '\n' ';')"
