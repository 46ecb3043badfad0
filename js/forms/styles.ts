// Font, size and colours are the page's own. `--reset-*` properties set the rest, `::part()` everything.

const css = `
:host, slot { display: block }
:host([hidden]), [hidden] { display: none !important }

form {
  /* Styles that a page has for its headings, menus or canvas would be inherited, and make a form unreadable. */
  all: initial;
  /* Underscores: a property that a page registers with '@property' has its syntax in shadow trees, too. */
  --_accent: var(--reset-accent, #0b6e58);
  --_danger: var(--reset-danger, #dc4a41);
  --_line: var(--reset-line, color-mix(in srgb, currentColor 60%, transparent));
  --_soft: var(--reset-soft, rgba(128, 128, 128, .13));
  --_radius: var(--reset-radius, .6em);
  --_space: var(--reset-space, 1em);
  display: flex;
  flex-direction: column;
  color: var(--reset-text, inherit);
  color-scheme: inherit;
  font-family: var(--reset-font, inherit);
  font-size: inherit;
  /* Where the page's unit is a tiny root, for instance. */
  font-size: max(1em, 12px);
  font-weight: inherit;
  line-height: 1.5;
  pointer-events: inherit;
  visibility: inherit;
  -webkit-text-size-adjust: inherit;
  text-size-adjust: inherit;
  -webkit-user-select: text;
  user-select: text;
  word-break: break-word;
  overflow-wrap: anywhere;
}
*, ::before { box-sizing: border-box }
p { margin: var(--_space) 0 0 }
p:empty, [part=intro], [part=title] { margin: 0 }
::slotted([slot=legal]), ::slotted([slot=footer]) { margin-top: 1em }

[part=title] { font-size: 1.25em; font-weight: 600; line-height: 1.3 }
[part=address] { font-weight: 600; text-align: center }
.head {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: center;
  margin: var(--_space) 0 .35em;
}
label { margin-inline-end: 1em; font-weight: 600 }
input, button { font: inherit; color: inherit; letter-spacing: inherit }
input {
  display: block;
  width: 100%;
  min-height: 44px;
  margin: 0;
  padding: .6em .8em;
  border: 1px solid;
  /* Apart: an engine without color-mix falls back to the text's colour. */
  border-color: var(--_line);
  border-radius: var(--_radius);
  background: var(--reset-field, transparent);
}
input[aria-invalid=true] { padding: calc(.6em - 1px) calc(.8em - 1px); border: 2px solid var(--_danger) }
[part=error], [part=warning] { margin-top: .35em; font-size: .9375em }
[part=error] { font-weight: 600 }
[part=error]:not(:empty)::before { content: "⚠ "; color: var(--_danger) }

button {
  min-width: 44px;
  min-height: 44px;
  margin: 0;
  padding: .3em .5em;
  border: 0;
  border-radius: var(--_radius);
  background: none;
  cursor: pointer;
  text-decoration: underline;
  text-underline-offset: .2em;
}
[part=toggle] { min-height: 28px; padding: 0 .25em; margin-inline-end: -.25em }
[part=submit] {
  display: flex;
  align-items: center;
  justify-content: center;
  width: 100%;
  margin-top: calc(var(--_space) * 1.25);
  padding: .6em 1.25em;
  border: 1px solid transparent;
  background: var(--_accent);
  color: var(--reset-on-accent, #fff);
  font-weight: 600;
  text-decoration: none;
}
[part=submit]:hover { filter: brightness(1.1) }
[part=submit][aria-disabled=true] {
  border-color: var(--_line);
  background: var(--_soft);
  color: inherit;
  cursor: default;
  filter: none;
}
[part=submit]::before {
  content: "";
  display: none;
  width: 1em;
  height: 1em;
  margin-inline-end: .6em;
  border: 2px solid;
  border-top: 0;
  border-radius: 50%;
  animation: turn .9s linear infinite;
}
[aria-busy=true] [part=submit]::before { display: block }
@keyframes turn { to { transform: rotate(1turn) } }

[part=status]:not(:empty), [part=alert]:not(:empty) {
  padding: .7em 1em;
  border: 0 solid var(--_accent);
  border-inline-start-width: 3px;
  border-radius: .3em;
  background: var(--_soft);
}
[part=alert]:not(:empty) { border-color: var(--_danger) }
/* Below the button, so that nothing moves that the player may be about to press. */
.late [part=error], [aria-busy=true] .field:not([hidden]) ~ [part=status], [aria-busy=true] [part=submit] ~ * { order: 1 }
.late [part=error] { margin-top: .75em }
[aria-busy=true] .field:not([hidden]) ~ [part=status] { margin-top: .75em; padding: 0; border: 0; background: none; text-align: center }
[part=announcer] {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: 0;
  padding: 0;
  border: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
[part=cancel], [part=edit] { margin: .5em auto 0 }
[part=wait] { margin-top: .75em; text-align: center; font-size: .9375em; font-variant-numeric: tabular-nums }

/* Two colours: one of them contrasts with whatever is around. Where :focus-visible is unknown, every focus has the ring. */
:focus { outline: 2px solid var(--reset-focus-inner, #fff); box-shadow: 0 0 0 4px var(--reset-focus, #17201d) }
:focus:not(:focus-visible) { outline: 0; box-shadow: none }
form:focus { outline: 0; box-shadow: none }

@media (prefers-reduced-motion: reduce) {
  [part=submit]::before { animation-duration: 6s }
}
@media (forced-colors: active) {
  [part=submit] { border-color: ButtonText }
  [part=submit][aria-disabled=true] { border-color: GrayText; color: GrayText }
  [part=status]:not(:empty), [part=alert]:not(:empty) { border: 1px solid; border-inline-start-width: 4px }
}
`;

/** The nonce of the element, or else that of the page's own styles or scripts. */
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
