// The DOM of both forms.

type Attributes = Record<string, string>;

/** Creates an element that `::part()` can style. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] as string);
  element.append(...children);
  return element;
}

/** All elements of a form. */
export type View = ReturnType<typeof makeView>;

/**
 * Creates the elements. What is spoken by itself is spoken by the announcer, and only by it; the rest is read on arrival.
 * No description may change: Chromium reports that each time, Firefox and WebKitGTK lead Orca 43 to read it twice or not.
 */
export function makeView(fieldAttributes: Attributes) {
  const intro = make("p", { part: "intro", id: "intro" });
  const label = make("label", { part: "label", for: "field" });
  const input = make("input", {
    id: "field",
    part: "input",
    dir: "auto",
    // Not `required`: Firefox reports an empty field with it, and its form, as invalid.
    "aria-required": "true",
    autocapitalize: "none",
    autocorrect: "off",
    spellcheck: "false",
    "aria-describedby": "intro",
    ...fieldAttributes,
  });
  const requirements = make("ul", { part: "requirements", role: "list", hidden: "" });
  const error = make("p", { part: "error" });
  const warning = make("p", { part: "warning" });
  const title = make("p", { part: "title", role: "heading", "aria-level": "2" });
  const status = make("p", { part: "status" });
  const address = make("p", { part: "address", dir: "auto", translate: "no" });
  // Gets the focus when it replaces the field. Orca 43 is silent about a heading there in Chromium and WebKitGTK, about a group
  // in WebKitGTK, and about an empty element where the field had the focus.
  const outcome = make("div", { class: "outcome", tabindex: "-1" }, title, status, address);
  const submit = make("button", { part: "submit", type: "submit" });
  const alert = make("p", { part: "alert" });
  const requestLink = make("a", { part: "request-link", hidden: "" });
  // Below the button as well: it appears while the player may be about to press that.
  const suggestion = make("button", { part: "suggestion", type: "button" });
  const cancel = make("button", { part: "cancel", type: "button" });
  const edit = make("button", { part: "edit", type: "button" });
  const wait = make("p", { part: "wait" });
  const announcer = make("div", { class: "announcer", "aria-live": "polite" });
  const toggle = make("button", { part: "toggle", type: "button", "aria-pressed": "false", hidden: "" });
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
  const head = make("div", { class: "head" }, label, toggle);
  const field = make("div", { class: "field" }, intro, head, input);
  // An outcome appears after the button, or replaces the field: nothing that a player may be about to press moves.
  const form = make(
    "form",
    { part: "form", novalidate: "", "data-loading": "" },
    make(
      "div",
      { class: "body" },
      ...[
        field,
        requirements,
        error,
        warning,
        outcome,
        submit,
        alert,
        requestLink,
        suggestion,
        cancel,
        wait,
        edit,
        announcer,
      ],
    ),
  );
  return {
    form,
    field,
    intro,
    label,
    toggle,
    input,
    requirements,
    error,
    warning,
    outcome,
    title,
    status,
    address,
    submit,
    alert,
    requestLink,
    suggestion,
    cancel,
    edit,
    wait,
    announcer,
    accountLabel,
    account,
  };
}
