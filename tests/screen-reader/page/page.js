// Shows the form that the address describes, reports what it shows, and gives way to the next page when it is told to.

import "/dist/forms.js";

const parameters = new URLSearchParams(location.search);
const name = parameters.get("name");
if (name) {
  const form = document.createElement(parameters.get("form"));
  const attributes = JSON.parse(parameters.get("attributes"));
  for (const attribute of Object.keys(attributes)) form.setAttribute(attribute, attributes[attribute]);
  document.querySelector("#place").append(form);
  let count = 0;
  const report = () => {
    count++;
    // biome-ignore lint/performance/useDomNodeTextContent: hidden texts are not shown.
    const text = form.shadowRoot.querySelector("form").innerText;
    const focus = form.shadowRoot.activeElement?.getAttribute("part");
    const body = JSON.stringify({ name, count, text, focus, hasFocus: document.hasFocus() });
    void fetch("/shown", { method: "POST", body });
  };
  new MutationObserver(report).observe(form.shadowRoot, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  addEventListener("focus", report);
  report();
}
const next = await fetch("/next", { cache: "no-store" });
location.replace(await next.text());
