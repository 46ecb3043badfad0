/** Calls back when `lang` changes on the element or around it. Returns how to stop. */
export function watchLanguage(element: Element, react: () => void): () => void {
  const observer = new MutationObserver(react);
  // Mutations inside of one tree are not seen from another: each shadow tree around the element is observed.
  for (let root: Node | undefined = element.getRootNode(); root; root = (root as ShadowRoot).host?.getRootNode()) {
    observer.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
  }
  return () => observer.disconnect();
}
