// What there is to see, and where it lies.

type Properties = Record<string, string | boolean>;

/** Makes an element, with properties where it has them and attributes where not. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties,
  ...children: HTMLElement[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name !== "part" && name in element) Object.assign(element, { [name]: value });
    else element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/** Sets a text. What has not changed is not said again by screen readers. */
export function put(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** The texts that there may be in each place. */
export type Room = Record<"outcome" | "note" | "after", string[]>;

/** What differs between the forms. */
export interface Parts {
  /** The field's attributes. */
  field: Properties;
  /** Beside its label. */
  beside?: HTMLElement;
}

/** Everything there is to see. */
export type View = ReturnType<typeof makeView>;

export function makeView({ field, beside }: Parts) {
  const intro = make("p", { className: "intro", part: "intro", id: "intro" });
  const status = make("p", { className: "box status", part: "status", role: "status" });
  const alert = make("p", { className: "box alert", part: "alert", role: "alert" });
  const label = make("label", { part: "label", htmlFor: "field" });
  const input = make("input", {
    ...{ id: "field", part: "input", dir: "auto", required: true, autocapitalize: "none", spellcheck: false },
    "aria-describedby": "intro error warning",
    ...field,
  });
  const error = make("p", { className: "error", part: "error", id: "error" });
  const warning = make("p", { part: "warning", id: "warning", "aria-live": "polite" });
  const submit = make("button", { className: "submit", part: "submit", type: "submit", "aria-describedby": "wait" });
  const cancel = make("button", { className: "text", part: "cancel", type: "button", hidden: true });
  const wait = make("p", { part: "wait", id: "wait" });
  const voice = make("p", { className: "voice", "aria-live": "polite" });

  // In each place lies one thing at a time. All texts that there may be lie there too, unseen, and keep the room for it,
  // so that nothing ever shifts.
  const rooms = {
    outcome: make("div", { className: "stack room", "aria-hidden": "true" }),
    note: make("div", { className: "stack room", "aria-hidden": "true" }),
    after: make("div", { className: "stack room", "aria-hidden": "true" }),
  };
  const made = new Map<HTMLElement, string>();
  const makeRoom = (room: Room) => {
    for (const [place, element] of Object.entries(rooms)) {
      const texts = room[place as keyof Room];
      if (made.get(element) === texts.join()) continue;
      made.set(element, texts.join());
      element.textContent = "";
      element.append(
        ...texts.map((text) => make("span", { className: place === "outcome" ? "box" : "", "data-text": text })),
      );
    }
  };

  const head = make("div", { className: "head" }, label);
  if (beside) head.append(beside);
  const form = make(
    "form",
    { part: "form", noValidate: true, hidden: true },
    make("div", { className: "stack" }, intro, status, alert, rooms.outcome),
    make("div", {}, head, input, make("div", { className: "stack note" }, error, warning, rooms.note)),
    submit,
    make("div", { className: "stack after" }, cancel, wait, rooms.after),
    voice,
  );
  return { form, intro, status, alert, label, input, error, warning, submit, cancel, wait, voice, makeRoom };
}
