// Shows a form as the address says, and reports to `form-page.js` what happens in it:
//
//   name         of the case
//   form         the element's name
//   attributes   of the element, as JSON
//   place        page; dialog: in a dialog that closes on success; app: a view that another one replaces on success
//   unfocused    the form does not have the focus from the start
//   next         asks the test for the next page: for programs without a driver

import "/dist/forms.js";

const query = new URLSearchParams(location.search);
if (query.has("name")) await showForm();
if (query.has("next")) location.replace(await (await fetch("/next", { cache: "no-store" })).text());

async function showForm() {
  const form = document.createElement(query.get("form"));
  for (const [name, value] of Object.entries(JSON.parse(query.get("attributes")))) form.setAttribute(name, value);

  /** @returns {HTMLInputElement} or another element */
  const part = (wanted) => form.shadowRoot.querySelector(`[part=${wanted}]`);
  /**
   * One after the other, so that they arrive in order.
   *
   * @type {Promise<unknown>}
   */
  let reports = Promise.resolve();
  let before = "";
  function report(type, { key = "", isComposing = false, repeat = false } = {}) {
    const state = {
      value: part("input").value,
      isHidden: part("input").type === "password",
      warning: part("warning").textContent,
      // biome-ignore lint/performance/useDomNodeTextContent: hidden texts are not shown.
      text: part("form").innerText,
    };
    if (type === "change" && JSON.stringify(state) === before) return;
    before = JSON.stringify(state);
    const body = JSON.stringify({ name: query.get("name"), type, key, isComposing, repeat, ...state });
    reports = reports.then(() => fetch("/report", { method: "POST", body })).catch(() => {});
  }

  placeForm(form);
  for (const type of ["keydown", "keyup", "compositionstart", "compositionend", "input"])
    addEventListener(type, (event) => report(type, /** @type {KeyboardEvent} */ (event)), true);
  const changes = { attributes: true, characterData: true, childList: true, subtree: true };
  new MutationObserver(() => report("change")).observe(form.shadowRoot, changes);
  for (const type of ["new-password-set", "password-reset-requested", "password-reset-failed"])
    form.addEventListener(type, () => report(type));

  // The window manager may give the window the focus later.
  const isReady = () => part("submit").textContent && part("submit").offsetHeight && document.hasFocus();
  while (!isReady()) await new Promise((resolve) => setTimeout(resolve, 20));
  if (!query.has("unfocused")) form.focus();
  report("ready");
}

function placeForm(form) {
  const view = document.querySelector("#place");
  if (query.get("place") === "dialog") {
    const dialog = document.createElement("dialog");
    dialog.append(form);
    view.append(dialog);
    dialog.showModal();
    form.addEventListener("new-password-set", () => dialog.close());
    return;
  }
  view.append(form);
  if (query.get("place") === "app")
    form.addEventListener("new-password-set", () => {
      history.pushState(null, "", "/signed-in");
      view.textContent = "Signed in";
    });
}
