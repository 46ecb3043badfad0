// The DOM of both forms.

type TagName = keyof HTMLElementTagNameMap;

/** An element as in HTML, without brackets and quotes: `p id=intro`. No value contains a space. */
type Markup = TagName | `${TagName} ${string}`;
type ElementOf<Text> = Text extends `${infer Tag extends TagName} ${string}`
  ? HTMLElementTagNameMap[Tag]
  : Text extends TagName
    ? HTMLElementTagNameMap[Text]
    : never;

export function make<Text extends Markup>(markup: Text, ...children: (Node | string)[]): ElementOf<Text> {
  const [tag, ...attributes] = markup.split(" ");
  const element = document.createElement(tag as string);
  for (const attribute of attributes) {
    const [name, value = ""] = attribute.split("=");
    element.setAttribute(name as string, value);
  }
  element.append(...children);
  return element as ElementOf<Text>;
}

/** Adds elements, by name: each has its name as its class and, unless it is a box, for `::part()`. */
export function add<Table extends Record<string, Markup>>(parent: ParentNode, table: Table) {
  const added = {} as { [name in keyof Table]: ElementOf<Table[name]> };
  for (const name of Object.keys(table) as (keyof Table & string)[]) {
    const element = make(table[name] as Table[typeof name]);
    element.className = name;
    if (element.tagName !== "DIV") element.setAttribute("part", name);
    parent.append(element);
    added[name] = element;
  }
  return added;
}

/** All elements of a form. */
export type View = ReturnType<typeof makeView>;

/**
 * Creates the elements. What is spoken by itself is spoken by the announcer, and only by it; the rest is read on arrival.
 * No description may change: Chromium reports that each time, Firefox and WebKitGTK lead Orca 43 to read it twice or not.
 */
export function makeView(root: ShadowRoot, fieldAttributes: string) {
  const { form } = add(root, { form: "form novalidate data-loading" });
  const { body } = add(form, { body: "div" });
  // An outcome appears after the button, or replaces the field: nothing that a player may be about to press moves.
  const view = add(body, {
    field: "div",
    error: "p",
    warning: "p",
    // Gets the focus when it replaces the field. Orca 43 is silent about a heading there in Chromium and WebKitGTK, about a group
    // in WebKitGTK, and about an empty element where the field had the focus.
    outcome: "div tabindex=-1",
    submit: "button type=submit",
    alert: "p",
    cancel: "button type=button",
    wait: "p",
    edit: "button type=button",
    announcer: "div aria-live=polite",
  });
  const inField = add(view.field, {
    intro: "p id=intro",
    head: "div",
    // Not `required`: Firefox reports an empty field with it, and its form, as invalid.
    input: `input id=field dir=auto aria-required=true autocapitalize=none autocorrect=off spellcheck=false aria-describedby=intro ${fieldAttributes}`,
  });
  return {
    form,
    ...view,
    ...inField,
    ...add(inField.head, { label: "label for=field" }),
    ...add(view.outcome, {
      title: "p role=heading aria-level=2",
      status: "p",
      address: "p dir=auto translate=no",
    }),
  };
}
