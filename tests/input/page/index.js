// Puts a form on the page, as the query says, and reports every event of its field to the test:
//
//   form     the element's name
//   place    page; dialog: in a dialog that closes on success; app: a view that another one replaces on success
//   name     of the case
//   api      the path of the API
//   username for the new-password form

import "/dist/forms.js";

const query = new URLSearchParams(location.search);
const name = query.get("name");
const form = document.createElement(query.get("form"));
const attributes = {
  "project-id": "11111111-1111-4111-8111-111111111111",
  "base-url": new URL(query.get("api"), location.origin).href,
  "reset-code": "code",
};
for (const [attribute, value] of Object.entries(attributes)) form.setAttribute(attribute, value);
if (query.has("username")) form.setAttribute("username", query.get("username"));

/**
 * One after the other, so that they arrive in order.
 *
 * @type {Promise<unknown>}
 */
let reports = Promise.resolve();
/** @returns {HTMLInputElement} or another element */
const part = (wanted) => form.shadowRoot.querySelector(`[part=${wanted}]`);
const texts = () => ["error", "warning", "status", "alert"].map((each) => [each, part(each).textContent]);

function report(type, event = {}) {
  const { key, isComposing, repeat } = event;
  const state = {
    type,
    key,
    isComposing,
    repeat,
    value: part("input").value,
    isHidden: part("input").type === "password",
    focused: form.shadowRoot.activeElement?.getAttribute("part"),
    ...Object.fromEntries(texts()),
  };
  const body = JSON.stringify(state);
  reports = reports.then(() => fetch(`/report/${name}`, { method: "POST", body })).catch(() => {});
}

const places = {
  page() {
    document.body.append(form);
  },
  dialog() {
    const dialog = document.createElement("dialog");
    dialog.append(form);
    document.body.append(dialog);
    dialog.showModal();
    form.addEventListener("new-password-set", () => dialog.close());
  },
  app() {
    const view = document.createElement("main");
    view.append(form);
    document.body.append(view);
    form.addEventListener("new-password-set", () => {
      history.pushState(null, "", "/page/signed-in");
      view.textContent = "Signed in";
    });
  },
};
places[query.get("place") ?? "page"]();

for (const type of ["keydown", "keyup", "compositionstart", "compositionend", "input"])
  addEventListener(type, (event) => report(type, event), true);
new MutationObserver(() => report("text")).observe(form.shadowRoot, { subtree: true, childList: true });
part("form").addEventListener("focusin", () => report("focus"));
for (const type of ["new-password-set", "password-reset-requested", "password-reset-failed"])
  form.addEventListener(type, () => report(type));

// The window manager may give the window the focus later.
const isReady = () => part("submit").textContent && part("submit").offsetHeight && document.hasFocus();
while (!isReady()) await new Promise((resolve) => setTimeout(resolve, 20));
form.focus();
report("ready");

// Programs without a driver ask for the next page.
if (query.has("next")) location.assign(await (await fetch("/next")).text());
