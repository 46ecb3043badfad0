// The DOM of both forms.

type Attributes = Record<string, string>;

/** Creates an element that `::part()` can style. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: Node[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] as string);
  for (const child of children) element.appendChild(child);
  return element;
}

/** All elements of a form. */
export type View = ReturnType<typeof makeView>;

/** Creates the elements. Live regions are empty at first: screen readers ignore regions that are added with a text. */
export function makeView(fieldAttributes: Attributes) {
  const intro = make("p", { part: "intro", id: "intro" });
  const label = make("label", { part: "label", for: "field" });
  const input = make("input", {
    id: "field",
    part: "input",
    dir: "auto",
    required: "",
    autocapitalize: "none",
    autocorrect: "off",
    spellcheck: "false",
    "aria-describedby": "intro error warning",
    ...fieldAttributes,
  });
  const error = make("p", { part: "error", id: "error" });
  const warning = make("p", { part: "warning", id: "warning", "aria-live": "polite" });
  const title = make("p", { part: "title", role: "heading", "aria-level": "2" });
  const status = make("p", { part: "status", role: "status" });
  const address = make("p", { part: "address", dir: "auto", translate: "no" });
  const submit = make("button", { part: "submit", type: "submit", "aria-describedby": "wait" });
  const alert = make("p", { part: "alert", role: "alert" });
  const cancel = make("button", { part: "cancel", type: "button" });
  const edit = make("button", { part: "edit", type: "button" });
  const wait = make("p", { part: "wait", id: "wait" });
  const announcer = make("p", { class: "announcer", "aria-live": "polite" });
  // Whose password it is. The form for new passwords shows them, and extensions look for a field that is seen.
  const accountLabel = make("label", { part: "account-label", for: "account" });
  const account = make("input", {
    id: "account",
    part: "account",
    dir: "auto",
    readonly: "",
    name: "username",
    autocomplete: "username",
  });
  const toggle = make("button", { part: "toggle", type: "button", hidden: "" });
  const head = make("div", { class: "head" }, label, toggle);
  // An outcome appears after the button, or replaces the field: nothing that a player may be about to press moves.
  const form = make(
    "form",
    { part: "form", novalidate: "", tabindex: "-1", "data-loading": "" },
    make("div", { class: "field" }, intro, head, input),
    ...[error, warning, title, status, address, submit, alert, cancel, wait, edit, announcer],
  );
  const field = form.firstChild as HTMLElement;
  return {
    form,
    field,
    intro,
    label,
    toggle,
    input,
    error,
    warning,
    title,
    status,
    address,
    submit,
    alert,
    cancel,
    edit,
    wait,
    announcer,
    accountLabel,
    account,
  };
}
