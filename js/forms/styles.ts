// Colours, font and corners follow the page: `--reset-*` properties set them, `::part()` all the rest.

const css = `
:host { display: block; text-align: start }
:host([hidden]), [hidden] { display: none !important }
form {
  --accent: var(--reset-accent, #0b6e58);
  --on-accent: var(--reset-on-accent, #fff);
  --soft: var(--reset-soft, #e9f4f0);
  --danger: var(--reset-danger, #b3261e);
  --danger-soft: var(--reset-danger-soft, #fcefed);
  --line: var(--reset-line, #76837e);
  --field: var(--reset-field, #fff);
  --text: var(--reset-text, #17201d);
  --quiet: var(--reset-quiet, #52605b);
  --radius: var(--reset-radius, .6rem);
  display: grid;
  gap: 1.1rem;
  color: var(--text);
  font: 1rem/1.5 var(--reset-font, inherit);
  line-height: 1.5;
  word-break: break-word;
  overflow-wrap: anywhere;
}
form.dark {
  --accent: var(--reset-accent, #5fd3b4);
  --on-accent: var(--reset-on-accent, #06231b);
  --soft: var(--reset-soft, #15302a);
  --danger: var(--reset-danger, #ffb4a9);
  --danger-soft: var(--reset-danger-soft, #2f1c1a);
  --line: var(--reset-line, #74837d);
  --field: var(--reset-field, #151d1b);
  --text: var(--reset-text, #e8eeec);
  --quiet: var(--reset-quiet, #a4b2ad);
}
*, ::before, ::after { box-sizing: border-box }
p { margin: 0 }

.stack { display: grid; align-items: start }
.stack > * { grid-area: 1 / 1; min-width: 0 }
.stack > :empty { visibility: hidden }
.room > ::after { content: attr(data-text) }
.room, .off { visibility: hidden }
.voice {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.box {
  display: grid;
  align-self: stretch;
  align-content: center;
  padding: .7rem 1rem;
  border: 0 solid var(--accent);
  border-inline-start-width: 3px;
  border-radius: .3rem;
}
.intro { color: var(--quiet) }
.status:not(:empty) { background: var(--soft) }
.alert { border-color: var(--danger) }
.alert:not(:empty) { background: var(--danger-soft) }

.head {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: center;
  margin-bottom: .35rem;
}
label { margin-inline-end: 1rem; font-weight: 600 }
input, button { font: inherit }
input {
  display: block;
  width: 100%;
  min-height: 2.85rem;
  padding: .5rem .8rem;
  border: 1px solid var(--line);
  border-radius: var(--radius);
  background: var(--field);
  color: inherit;
  font-size: 1.0625em;
}
input[aria-invalid=true] { border-color: var(--danger); box-shadow: inset 0 0 0 1px var(--danger) }
.note { margin-top: .35rem; font-size: .9375em }
.error { color: var(--danger) }

button { cursor: pointer }
.submit {
  display: flex;
  align-items: center;
  justify-content: center;
  width: 100%;
  min-height: 2.9rem;
  padding: .5rem 1.25rem;
  border: 1px solid transparent;
  border-radius: var(--radius);
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 650;
}
.submit:hover { filter: brightness(.93) }
.dark .submit:hover { filter: brightness(1.08) }
.submit[aria-disabled=true] {
  background: var(--soft);
  border-color: var(--line);
  color: var(--quiet);
  cursor: default;
  filter: none;
}
.submit::before {
  content: "";
  width: 1em;
  height: 1em;
  margin-inline-start: -1.6em;
  margin-inline-end: .6em;
  border: 2px solid;
  border-top-color: transparent;
  border-radius: 50%;
  visibility: hidden;
}
[aria-busy=true] .submit::before { visibility: visible; animation: turn .9s linear infinite }
@keyframes turn { to { transform: rotate(1turn) } }
.text {
  min-width: 24px;
  margin-inline-end: -.25rem;
  min-height: 2rem;
  padding: 0 .25rem;
  border: 0;
  border-radius: .3rem;
  background: none;
  color: var(--accent);
  font-weight: 600;
  text-decoration: underline;
  text-underline-offset: .2em;
}
.after {
  margin-top: -.5rem;
  min-height: 2rem;
  align-items: center;
  justify-items: center;
  color: var(--quiet);
  font-size: .9375em;
  text-align: center;
  font-variant-numeric: tabular-nums;
}

/* Where :focus-visible is unknown (Chromium before 86, Safari before 15.4), every focus has the ring. */
:focus { outline: 3px solid var(--accent); outline-offset: 2px }
:focus:not(:focus-visible) { outline: 0 }
input:focus { outline-offset: 0 }

@media (prefers-reduced-motion: reduce) {
  .submit::before { animation-duration: 6s !important }
}
@media (forced-colors: active) {
  .submit { border-color: ButtonText }
  .submit[aria-disabled=true] { border-color: GrayText; color: GrayText }
  .box:not(:empty) { border: 1px solid; border-inline-start-width: 4px }
  input[aria-invalid=true] { outline: 2px solid Mark }
}
`;

/** The nonce of the element, or else that of the page's own styles or scripts. */
export function nonceFor(element: HTMLElement): string {
  const { ownerDocument: page } = element;
  const nonceOf = (source: HTMLElement | null) => source?.nonce || source?.getAttribute("nonce");
  const sources = [element, page.querySelector<HTMLElement>("style[nonce]"), page.querySelector<HTMLElement>("[nonce]")];
  return sources.map(nonceOf).find(Boolean) ?? "";
}

/** Adds the styles to a shadow root in a way that a strict `style-src` allows. */
export function addStyles(root: ShadowRoot, nonce: string): void {
  try {
    // A style sheet belongs to one document, and the element may have come from another.
    const { CSSStyleSheet } = root.ownerDocument.defaultView as unknown as { CSSStyleSheet: typeof window.CSSStyleSheet };
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
