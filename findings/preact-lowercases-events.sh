#!/usr/bin/env bash
# Preact 11 hears "savedone" where Preact 10 and React hear "SaveDone", yet leaves the capital of `onsaveDone` alone.
#
# Versions:  preact 11.2.0, preact 10.27.2, react-dom 19.3.1, in jsdom 26.1.0.
# Behaviour: `onSaveDone` on a custom element listens to "savedone" in Preact 11 and to "SaveDone" in Preact 10 and React 19: a capital
#            after `on` makes the whole name lower-case, while `onsaveDone` keeps its capital. So "saveDone" can be heard by the
#            spelling that looks like a mistake, and "SaveDone" by none.
# Output:    onSaveDone: 11 savedone, 10 SaveDone, React SaveDone; onsaveDone: saveDone in all three
# Guess:     As before: the rest of the name as it is written, unless the element has a property in lower case.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact preact@11.2.0 preact10@npm:preact@10.27.2 react@19.3.1 react-dom@19.3.1 jsdom@26.1.0
cat > run.js <<'JS'
import { JSDOM } from "jsdom";
const { window } = new JSDOM("<body></body>");
for (const name of ["document", "HTMLElement", "Node", "Event", "Element", "navigator", "HTMLIFrameElement"]) Object.defineProperty(globalThis, name, { value: window[name] });
globalThis.window = window;
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
const events = ["savedone", "SaveDone", "saveDone"];
async function heard(draw, property) {
  const root = document.createElement("div");
  document.body.append(root);
  const names = [];
  await draw(root, { [property]: (event) => names.push(event.type) });
  for (const type of events) root.firstElementChild.dispatchEvent(new window.Event(type, { bubbles: true }));
  return names.join("+");
}
const preact = await import("preact");
const preact10 = await import("preact10");
const { act, createElement } = await import("react");
const { createRoot } = await import("react-dom/client");
const libraries = {
  preact11: (root, props) => preact.render(preact.h("x-form", props), root),
  preact10: (root, props) => preact10.render(preact10.h("x-form", props), root),
  react: (root, props) => act(async () => createRoot(root).render(createElement("x-form", props))),
};
for (const [name, draw] of Object.entries(libraries)) {
  console.log(name, await heard(draw, "onSaveDone"), await heard(draw, "onsaveDone"));
}
JS
expect "events heard" "preact11 savedone saveDone;preact10 SaveDone saveDone;react SaveDone saveDone;" "$(node run.js | tr '\n' ';')"
