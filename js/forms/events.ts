// The events of a form.
//
// Outside, the target of every event in the shadow tree is the element, so a page cannot tell that it came from a field.
// What pages leave to fields stays inside; everything else passes. The table in docs/architecture.md has the reasons.

import type { FormController } from "./controller-types.js";
import type { View } from "./view.js";

/**
 * Keys that a field of one line uses: characters, and those that edit. `^` stands for Ctrl or Meta: the clipboard, undo, and
 * words. `!` stands for Alt: AltGr and Option write characters, but no plain letter or digit.
 */
const fieldKeys =
  /^(.$|Enter|!?Dead|\^?(Insert|Home|End|Arrow[LR])|\^?!?(Backspace|Delete)|\^([acvxyz]|[^ -~])$|\^?![^a-z\d]$)/iu;
/** Keys that press a button. */
const buttonKeys = /^(Enter| )$/;

/** Keeps the events inside that pages leave to fields. */
function keepEvents(form: HTMLElement, field: HTMLElement): void {
  const listen = (target: HTMLElement, types: string, listener: (event: KeyboardEvent) => void) => {
    for (const type of types.split(" ")) target.addEventListener(type, listener as EventListener, { passive: true });
  };
  const stop = (event: Event) => event.stopPropagation();
  /** The keys whose press stayed inside: their release does, too. */
  let held: { [key: string]: boolean | undefined } = {};

  listen(form, "touchstart touchmove touchend touchcancel contextmenu", stop);
  listen(field, "click mousedown focusin selectstart beforeinput paste copy cut", stop);
  listen(form, "keydown keypress keyup", (event) => {
    const { key, type } = event;
    const name = event.code || key;
    const isPress = type !== "keyup";
    const isKept = isPress
      ? // An input method takes any key.
        event.isComposing ||
        event.keyCode === 229 ||
        (event.target === field ? fieldKeys : buttonKeys).test(
          (event.ctrlKey || event.metaKey ? "^" : "") + (event.altKey ? "!" : "") + key,
        )
      : held[name];
    if (isKept) stop(event);
    // A key that repeats may have been pressed outside.
    if (!event.repeat && type !== "keypress") held[name] = isPress && isKept;
  });
  // The keys that are down now were pressed outside.
  listen(field, "focus", () => {
    held = {};
  });
}

/** Lets the events of a form do what they are for. */
export function handleEvents(
  element: HTMLElement,
  { form, input, submit, cancel, edit }: View,
  controller: Pick<FormController<never>, "getSnapshot" | "setValue" | "cancel" | "edit">,
  announce: (text: string) => void,
  send: () => void,
): void {
  // A sandbox without allow-forms blocks the submit event, but not the click on the button that Enter causes. Where both
  // occur, the second finds the call in flight.
  submit.addEventListener("click", send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  input.addEventListener("input", () => controller.setValue(input.value));
  // A game may prevent the default action of a press, unless its target is a field, which it cannot see in here.
  input.addEventListener("click", () => input.focus());
  cancel.addEventListener("click", controller.cancel);
  edit.addEventListener("click", () => {
    controller.edit();
    element.focus();
  });
  // Before the field keeps the event inside.
  form.addEventListener(
    "focusin",
    ({ target }) => {
      const { fieldError, hint, warning, wait } = controller.getSnapshot();
      announce(target === input ? fieldError || warning || hint : target === submit ? wait : "");
    },
    true,
  );
  keepEvents(form, input);
  form.addEventListener("keydown", (event) => {
    // Enter held down would send the next request as soon as one has failed.
    if (event.repeat && event.key === "Enter") event.preventDefault();
  });
}
