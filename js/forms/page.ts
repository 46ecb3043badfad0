// What a form asks of the page around it.

import { attempt } from "./attempt.js";

/** Calls back when `lang` changes on the element or around it. Returns a function that stops watching. */
export function watchLanguage(element: Element, react: () => void): () => void {
  const observer = new MutationObserver(react);
  // An observer does not see into other trees: observe each shadow tree around the element.
  for (let place: Element | undefined = element; place; ) {
    const root = place.getRootNode();
    observer.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
    place = (root as ShadowRoot).host;
  }
  return () => observer.disconnect();
}

/**
 * Like native autofocus, an element takes the focus only from a container, such as a dialog, and in no frame of another origin,
 * which cannot read what has the focus around it.
 */
export function mayTakeFocus(element: Element): boolean | undefined {
  return attempt(() =>
    [element.ownerDocument.activeElement, (top as Window).document.activeElement].every(
      (focused) => !focused || focused.matches("body") || focused.contains(element),
    ),
  );
}
