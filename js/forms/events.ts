// Outside, the target of every event in the shadow tree is the element, so a page cannot tell that it came from a field.
// What pages leave to fields stays inside; everything else passes. The table in docs/architecture.md has the reasons.

/**
 * Keys that a field of one line uses: characters, and those that edit. `^` stands for Ctrl or Meta: the clipboard, undo, and
 * words. `!` stands for Alt: AltGr and Option write characters, but no plain letter or digit.
 */
const fieldKeys = /^(.$|Enter|Dead|\^?(Insert|Home|End|Arrow[LR])|\^?!?(Backspace|Delete)|\^[acvxyz]$|\^?![^a-z\d]$)/iu;
/** Keys that press a button. */
const buttonKeys = /^(Enter| )$/;

/** Keeps the events inside that pages leave to fields. */
export function keepEvents(form: HTMLElement, field: HTMLElement): void {
  const listen = (target: HTMLElement, types: string, listener: (event: Event) => void) => {
    for (const type of types.split(" ")) target.addEventListener(type, listener, { passive: true });
  };
  const stop = (event: Event) => event.stopPropagation();
  /** The keys whose press stayed inside: their release does, too. */
  let held: { [key: string]: boolean | undefined } = {};

  listen(form, "touchstart touchmove touchend touchcancel contextmenu", stop);
  listen(field, "click mousedown focusin selectstart beforeinput paste copy cut", stop);
  listen(form, "keydown keypress keyup", (event) => {
    const { altKey, code, ctrlKey, isComposing, key, keyCode, metaKey, repeat, target, type } = event as KeyboardEvent;
    const isPress = type !== "keyup";
    const isKept = isPress
      ? // An input method takes any key.
        isComposing ||
        keyCode === 229 ||
        (target === field ? fieldKeys : buttonKeys).test((ctrlKey || metaKey ? "^" : "") + (altKey ? "!" : "") + key)
      : held[code || key];
    if (isKept) stop(event);
    // A key that repeats may have been pressed outside.
    if (!repeat && type !== "keypress") held[code || key] = isPress && isKept;
  });
  // The keys that are down now were pressed outside.
  listen(field, "focus", () => {
    held = {};
  });
}
