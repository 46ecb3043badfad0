/** Calls back when `lang` changes on the element or around it. Returns a function that stops watching. */
export function watchLanguage(element: Element, react: () => void): () => void {
  const observer = new MutationObserver(react);
  // An observer does not see into other trees: observe each shadow tree around the element.
  for (let root: Node | undefined = element.getRootNode(); root; root = (root as ShadowRoot).host?.getRootNode()) {
    observer.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
  }
  return () => observer.disconnect();
}
