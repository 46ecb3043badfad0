import css from "./styles.css";

/** The nonce of the element, or else that of the page's styles or scripts. */
export function nonceFor(element: HTMLElement): string {
  const { ownerDocument: page } = element;
  const nonceOf = (source: HTMLElement | null) => source?.nonce || source?.getAttribute("nonce");
  const sources = [
    element,
    page.querySelector<HTMLElement>("style[nonce]"),
    page.querySelector<HTMLElement>("[nonce]"),
  ];
  return sources.map(nonceOf).find(Boolean) ?? "";
}

/** Adds the styles to a shadow root in a way that a strict `style-src` allows. */
export function addStyles(root: ShadowRoot, nonce: string): void {
  try {
    // A style sheet belongs to one document, and the element may have come from another.
    const { CSSStyleSheet } = root.ownerDocument.defaultView as unknown as {
      CSSStyleSheet: typeof window.CSSStyleSheet;
    };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets[0] === sheet && "adoptedStyleSheets" in Document.prototype) return;
  } catch {
    // Safari before 16.4, Firefox before 101 and Chromium before 73 have no such style sheets.
  }
  if (root.querySelector("style")) return;
  const style = document.createElement("style");
  style.setAttribute("nonce", nonce);
  style.textContent = css;
  root.append(style);
}
