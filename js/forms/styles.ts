import { attempt } from "./attempt.js";

/** The nonce of the element, or else that of the page's styles or scripts. */
function nonceFor(element: HTMLElement): string {
  const { ownerDocument: page } = element;
  const nonceOf = (source: HTMLElement | null) => source && (source.nonce || source.getAttribute("nonce"));
  const sources = [
    element,
    page.querySelector<HTMLElement>("style[nonce]"),
    page.querySelector<HTMLElement>("[nonce]"),
  ];
  return sources.map(nonceOf).find(Boolean) || "";
}

/** Adds the styles to a shadow root in a way that a strict `style-src` allows. */
export function addStyles(root: ShadowRoot, css: string): void {
  attempt<unknown>(
    () => {
      // A style sheet belongs to one document, and the element may have come from another.
      const sheet = new (root.ownerDocument.defaultView as Window & typeof globalThis).CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
      return (root.adoptedStyleSheets[0] === sheet && "adoptedStyleSheets" in Document.prototype) || undefined;
    },
    // Safari before 16.4, Firefox before 101 and Chromium before 73 have no such style sheets.
    () => {
      const style = root.querySelector("style") || document.createElement("style");
      style.setAttribute("nonce", nonceFor(root.host as HTMLElement));
      style.textContent = css;
      root.append(style);
    },
  );
}
