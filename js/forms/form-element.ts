// The base class of both elements: attributes in, the controller's state out.

// biome-ignore-all lint/complexity/noThisInStatic: each element has its own list of attributes and its own tag.

import { directionOf, joinSentences, preferredLanguages, type TextName, type Texts } from "../messages/index.js";
import { after, attempt, warnOnce } from "./attempt.js";
import type { FormController, FormOptions, FormState, Outcome } from "./controller-types.js";
import { watchLanguage } from "./page.js";
import { addStyles, nonceFor } from "./styles.js";
import { make, makeView, type View } from "./view.js";

/** When the texts are shown at the latest, in English if their language is not loaded yet. */
const SHOW_AFTER_MS = 2000;

/** Keys that always reach the page: to leave the field, to close a dialog, for the browser. */
const keysForPage = /^(Tab|Escape|F\d+)$/;

// A server has no HTMLElement, and importing must work there.
const Base = typeof HTMLElement === "undefined" ? (class {} as typeof HTMLElement) : HTMLElement;

/** The base class of both elements. */
export abstract class FormElement<Options extends FormOptions> extends Base {
  /** @internal */
  static readonly attributes: readonly string[];
  /** @internal */
  static readonly tag: string;
  /** @internal */
  static get observedAttributes(): string[] {
    return ["lang", "texts", ...this.attributes];
  }

  /** @internal */
  protected readonly view: View;
  private readonly written: { [name in keyof View]?: string } = {};
  private readonly given: { texts?: Partial<Texts> | null; fetch?: typeof fetch | null } = {};
  private isRepeating = false;
  private unsubscribe: (() => void) | undefined;
  private stopWatching: (() => void) | undefined;

  /** Registers the element, unless its name is taken. Each further name gets a separate class. */
  static define(name = this.tag): void {
    const element = this as unknown as CustomElementConstructor;
    // A second copy of this package, or a hot reload, may have taken the name.
    attempt(() => customElements.define(name, name === this.tag ? element : class extends element {}));
  }

  protected constructor(
    protected readonly controller: FormController<Options>,
    private readonly labels: { intro: TextName[]; label: TextName; sentTitle?: TextName },
    private readonly doneEvent: string,
    field: Record<string, string>,
  ) {
    super();
    this.view = makeView(field);
    const { form, input, submit, cancel, edit } = this.view;
    // It does not delegate focus: its text can be selected, and a tap opens no keyboard.
    const root = this.attachShadow({ mode: "open" });
    root.append(
      make("slot", { name: "title" }),
      form,
      make("slot", { name: "legal" }),
      make("slot", { name: "footer" }),
    );
    // A sandbox without allow-forms blocks the submit event, but not the click on the button that Enter causes. Where both
    // occur, the second finds the call in flight.
    submit.addEventListener("click", () => void this.submit());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
    input.addEventListener("input", () => this.controller.setValue(input.value));
    // A game may prevent the default action of a press, unless its target is a field, which it cannot see in here.
    input.addEventListener("click", () => input.focus());
    cancel.addEventListener("click", () => this.controller.cancel());
    edit.addEventListener("click", () => {
      this.controller.edit();
      this.focus();
    });
    // Outside, the target of these events is this element: a page's hotkeys would not recognize a text field.
    for (const type of ["keydown", "keypress", "keyup", "beforeinput", "paste", "copy", "cut"]) {
      form.addEventListener(type, (event) => {
        const { key, repeat } = event as KeyboardEvent;
        if (!keysForPage.test(key)) event.stopPropagation();
        // Enter held down would send the next request as soon as one has failed.
        if (repeat && key === "Enter") event.preventDefault();
      });
    }
  }

  /** Texts to use instead of the built-in ones. */
  get texts(): Partial<Texts> {
    return this.given.texts ?? {};
  }
  /** Texts that are left out stay as they are in the form's language. JSON is accepted as well. */
  set texts(texts: Partial<Texts> | string | null | undefined) {
    // Some frameworks set the value of an attribute as the property.
    this.given.texts = typeof texts === "string" ? this.parseTexts(texts) : (texts ?? null);
    void this.update();
  }

  /** Called instead of the global `fetch`, for instance to send requests through a launcher's bridge. */
  get fetch(): typeof fetch | null {
    return this.given.fetch ?? null;
  }
  /** Called instead of the global `fetch`, for instance to send requests through a launcher's bridge. */
  set fetch(fetch: typeof globalThis.fetch | null | undefined) {
    this.given.fetch = fetch ?? null;
    void this.update();
  }

  /** Focuses the field. */
  override focus(options?: FocusOptions): void {
    this.view.input.focus(options);
  }

  /** @internal */
  connectedCallback(): void {
    this.upgradeProperties();
    attempt(() => addStyles(this.shadowRoot as ShadowRoot, nonceFor(this)));
    this.unsubscribe = this.controller.subscribe((state) => this.render(state));
    this.stopWatching = attempt(() => watchLanguage(this, () => void this.update()));
    const { form } = this.view;
    const show = () => {
      if (!form.hasAttribute("data-loading") || !this.isConnected) return;
      form.removeAttribute("data-loading");
      // Like native autofocus, it takes the focus only from a container, such as a dialog, also outside of a frame.
      if (
        this.hasAttribute("autofocus") &&
        [this.ownerDocument.activeElement, attempt(() => top?.document.activeElement)].every(
          (focused) => !focused || focused.matches("body") || focused.contains(this),
        )
      )
        this.focus();
    };
    const cancel = after(SHOW_AFTER_MS, show);
    void this.update().then(() => {
      cancel();
      show();
    });
  }

  /** @internal */
  disconnectedCallback(): void {
    this.unsubscribe?.();
    attempt(() => this.stopWatching?.());
  }

  /** @internal */
  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === "texts") this.texts = this.parseTexts(value);
    else void this.update();
  }

  private parseTexts(json: string | null): Partial<Texts> | null {
    return json === null
      ? null
      : (attempt(
          () => JSON.parse(json) as Partial<Texts>,
          () => {
            warnOnce('"texts" is not valid JSON');
            return null;
          },
        ) ?? null);
  }

  /** Re-applies properties that were set before the element was defined; they would shadow the accessors. */
  private upgradeProperties(): void {
    for (const name of Object.keys(this) as (keyof this)[]) {
      if (!(name in Object.getPrototypeOf(this))) continue;
      attempt(() => {
        const value = this[name];
        delete this[name];
        this[name] = value;
      });
    }
  }

  /** Passes attributes, properties and the page's language to the controller. */
  private update(): Promise<void> {
    const options: Record<string, unknown> = {
      ...this.given,
      language: attempt(() => preferredLanguages(this)) ?? [],
    };
    const { attributes } = this.constructor as typeof FormElement;
    for (const attribute of attributes) options[propertyOf(attribute)] = this.getAttribute(attribute);
    return this.controller.update(options as Partial<Options>);
  }

  private async submit(): Promise<void> {
    const { value } = this.view.input;
    if (value !== this.controller.getSnapshot().value) this.controller.setValue(value);
    const { canSubmit, isBusy, alert, wait } = this.controller.getSnapshot();
    if (!canSubmit && !isBusy) {
      // Announce why nothing happens.
      this.write("announcer", "");
      this.write("announcer", alert || wait);
    }
    const outcome = await this.controller.submit();
    if (this.controller.getSnapshot().isInvalid) this.focus();
    if (outcome) attempt(() => this.dispatchOutcome(outcome));
  }

  private dispatchOutcome(outcome: Outcome): void {
    const isFailure = "error" in outcome;
    const name = isFailure ? "password-reset-failed" : this.doneEvent;
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: outcome.error }));
  }

  /**
   * Writes a text only if it differs from the last one written, so that a browser's translation of it stays.
   *
   * @internal
   */
  protected write(name: keyof View, text: string): void {
    if (this.written[name] === text) return;
    this.written[name] = text;
    this.view[name].textContent = text;
  }

  /**
   * Updates the DOM to match the state.
   *
   * @internal
   */
  protected render(state: FormState): void {
    const { form, field, input, title, address, submit, cancel, edit } = this.view;
    const { text } = this.controller;
    const { isBusy, isDone, isInvalid } = state;
    const focused = this.shadowRoot?.activeElement;
    const { sentTitle } = this.labels;
    field.hidden = isDone;
    title.hidden = address.hidden = edit.hidden = !isDone || !sentTitle;
    submit.hidden = isDone && !sentTitle;
    cancel.hidden = !state.canCancel;
    // Focus that would be lost stays in the form.
    if (focused === cancel && cancel.hidden) submit.focus();
    else if (isDone && (field.contains(focused ?? null) || (focused === submit && submit.hidden))) form.focus();

    form.lang = state.language;
    form.dir = directionOf(state.language);
    form.className = state.isFieldErrorLate ? "late" : "";
    form.setAttribute("aria-busy", String(isBusy));
    // Otherwise the field may be ahead of the state: password managers may fill it without an event.
    if (isDone) input.value = state.value;
    input.readOnly = isBusy;
    input.setAttribute("aria-invalid", String(isInvalid));
    submit.setAttribute("aria-disabled", String(!state.canSubmit));

    // Screen readers announce the start and the outcome of every call, also of a repeated one.
    const wasRepeating = this.isRepeating;
    this.isRepeating = isBusy && isDone;
    if (wasRepeating && !isBusy) delete this.written.status;
    // Clear what no longer applies: it could still be read when browsing the page.
    if (wasRepeating || isBusy || state.canSubmit) this.write("announcer", this.isRepeating ? text("working") : "");

    this.write("intro", joinSentences(this.labels.intro.map(text)));
    this.write("label", text(this.labels.label));
    this.write("error", state.fieldError);
    this.write("warning", state.warning);
    this.write("title", isDone && sentTitle ? text(sentTitle) : "");
    this.write("status", state.status);
    this.write("address", isDone ? state.shortValue : "");
    this.write("submit", state.submitLabel);
    this.write("alert", state.alert);
    this.write("cancel", text("cancel"));
    this.write("wait", state.wait);
    this.write("edit", text("useAnother"));
  }
}

/** Replaces option names with attribute names in a message for developers. */
export const nameAttributes = (attributes: readonly string[]) => (message: string) =>
  attributes.reduce((text, attribute) => text.split(propertyOf(attribute)).join(attribute), message);

/** The property of an attribute: `project-id` → `projectId`. */
function propertyOf(attribute: string): string {
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Mirrors each attribute as a property, for frameworks that set properties. */
export function reflectAttributes(element: { attributes: readonly string[]; prototype: HTMLElement }): void {
  for (const attribute of element.attributes) {
    Object.defineProperty(element.prototype, propertyOf(attribute), {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(attribute) ?? "";
      },
      set(this: HTMLElement, value: string | null | undefined) {
        if (value == null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}
