// The base class of both elements: attributes in, the controller's state out.

// biome-ignore-all lint/complexity/noThisInStatic: each element has its own list of attributes and its own tag.

import { directionOf, joinSentences, preferredLanguages, type TextName, type Texts } from "../messages/index.js";
import { createAnnouncer, newsOf } from "./announcer.js";
import { after, attempt } from "./attempt.js";
import type { FormController, FormOptions, FormState } from "./controller-types.js";
import { askPage, dispatch } from "./dispatch.js";
import { keepEvents } from "./events.js";
import { watchLanguage } from "./page.js";
import { parseTexts, propertyOf, secret, upgradeProperties } from "./properties.js";
import { addStyles, nonceFor } from "./styles.js";
import { make, makeView, type View } from "./view.js";

/** When the texts are shown at the latest, in English if their language is not loaded yet. */
const SHOW_AFTER_MS = 2000;

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
  /** The properties that were set, by the names of their attributes. */
  private readonly given: Record<string, unknown> = {};
  /** @internal */
  protected readonly announce: (text: string) => void;
  private readonly askPage = askPage.bind(null, this);
  private previous: FormState | undefined;
  private unsubscribe: (() => void) | undefined;
  private stopWatching: (() => void) | undefined;

  /** Like native autofocus, when a dialog or popover opens. The same listener each time, so that it is added once. */
  private readonly onToggle = ({ newState, target }: Event & { newState?: string }) => {
    if (newState === "open" && (target as Element).contains(this)) this.focusAutomatically();
  };

  /** Registers the element, unless its name is taken. Each further name gets a separate class. */
  static define(name = this.tag): void {
    const element = this as unknown as CustomElementConstructor;
    // For frameworks, which set properties.
    for (const attribute of this.attributes) {
      Object.defineProperty(this.prototype, propertyOf(attribute), {
        configurable: true,
        get(this: FormElement<FormOptions>) {
          return this.readOption(attribute) ?? "";
        },
        set(this: FormElement<FormOptions>, value: unknown) {
          const json = attribute === "policy" && typeof value === "object" && attempt(() => JSON.stringify(value));
          const text = value == null ? null : `${json || value}`;
          const shown = this.getAttribute(attribute);
          // A copy of the element has its attributes only. One that the page's HTML has stays as it is.
          if (text != null && !secret.test(attribute) && (shown === null || shown === this.given[attribute]))
            this.setAttribute(attribute, text);
          this.setOption(attribute, text);
        },
      });
    }
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
    this.announce = createAnnouncer(this.view.announcer);
    const { form, input, submit, suggestion, cancel, edit } = this.view;
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
    submit.addEventListener("click", () => void this.submitValue());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submitValue();
    });
    input.addEventListener("input", () => this.controller.setValue(input.value));
    // A game may prevent the default action of a press, unless its target is a field, which it cannot see in here.
    input.addEventListener("click", () => input.focus());
    cancel.addEventListener("click", () => this.controller.cancel());
    suggestion.addEventListener("click", () => {
      this.controller.setValue(this.controller.getSnapshot().suggestion);
      this.focus();
    });
    edit.addEventListener("click", () => {
      this.controller.edit();
      this.focus();
    });
    // Before the field keeps the event inside.
    form.addEventListener(
      "focusin",
      ({ target }) => {
        const { fieldError, hint, warning, wait } = this.controller.getSnapshot();
        this.announce(target === input ? fieldError || warning || hint : target === submit ? wait : "");
      },
      true,
    );
    keepEvents(form, input);
    form.addEventListener("keydown", (event) => {
      // Enter held down would send the next request as soon as one has failed.
      if (event.repeat && event.key === "Enter") event.preventDefault();
    });
  }

  /** Texts to use instead of the built-in ones. */
  get texts(): Partial<Texts> {
    return parseTexts(this.readOption("texts")) ?? {};
  }
  /** Texts that are left out stay as they are in the form's language. JSON is accepted as well. */
  set texts(texts: Partial<Texts> | string | null | undefined) {
    // Some frameworks set the value of an attribute as the property.
    this.setOption("texts", texts);
  }

  /** Called instead of the global `fetch`, for instance to send requests through a launcher's bridge. */
  get fetch(): typeof fetch | null {
    return (this.given.fetch as typeof fetch | undefined) ?? null;
  }
  /** Called instead of the global `fetch`, for instance to send requests through a launcher's bridge. */
  set fetch(fetch: typeof globalThis.fetch | null | undefined) {
    this.setOption("fetch", fetch);
  }

  /** Focuses the field. */
  override focus(options?: FocusOptions): void {
    this.view.input.focus(options);
  }

  /** @internal */
  connectedCallback(): void {
    upgradeProperties(this);
    attempt(() => addStyles(this.shadowRoot as ShadowRoot, nonceFor(this)));
    this.unsubscribe = this.controller.subscribe((state) => this.render(state));
    this.stopWatching = attempt(() => watchLanguage(this, () => void this.applyOptions()));
    this.closest("dialog,[popover]")?.addEventListener("toggle", this.onToggle);
    const { form } = this.view;
    const show = () => {
      if (!form.hasAttribute("data-loading") || !this.isConnected) return;
      form.removeAttribute("data-loading");
      // Like native autofocus, it takes the focus only from a container, such as a dialog, and in no frame of another origin,
      // which cannot read what has the focus around it.
      const focused = attempt(() => [this.ownerDocument.activeElement, top?.document.activeElement]);
      if (focused?.every((element) => !element || element.matches("body") || element.contains(this)))
        this.focusAutomatically();
    };
    const cancel = after(SHOW_AFTER_MS, show);
    void this.applyOptions().then(() => {
      cancel();
      show();
    });
  }

  private focusAutomatically(): void {
    if (this.hasAttribute("autofocus")) this.focus();
  }

  /** @internal */
  disconnectedCallback(): void {
    this.unsubscribe?.();
    attempt(() => this.stopWatching?.());
  }

  /** @internal */
  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    // The last value that was set applies. One that is removed is none: a page that rewrites itself removes all attributes
    // that its HTML does not have.
    if (value !== null) {
      const isSecret = secret.test(name);
      this.given[name] = isSecret ? value : undefined;
      if (isSecret) this.removeAttribute(name);
    }
    void this.applyOptions();
  }

  private readOption(attribute: string): unknown {
    return this.given[attribute] ?? this.getAttribute(attribute);
  }

  private setOption(attribute: string, value: unknown): void {
    this.given[attribute] = value;
    if (value == null) this.removeAttribute(attribute);
    void this.applyOptions();
  }

  /** Passes attributes, properties and the page's language to the controller. */
  private applyOptions(): Promise<void> {
    const { fetch, texts } = this;
    const options: Record<string, unknown> = {
      fetch,
      texts,
      language: attempt(() => preferredLanguages(this)) ?? [],
      beforeSend: this.askPage,
    };
    for (const attribute of (this.constructor as typeof FormElement).attributes)
      options[propertyOf(attribute)] = this.readOption(attribute);
    return this.controller.update(options as Partial<Options>);
  }

  private async submitValue(): Promise<void> {
    const { value } = this.view.input;
    if (value !== this.controller.getSnapshot().value) this.controller.setValue(value);
    const { canSubmit, isBusy, alert, wait } = this.controller.getSnapshot();
    // Why nothing happens.
    if (!canSubmit && !isBusy) this.announce(joinSentences([alert, wait]));
    const outcome = await this.controller.submit();
    const { fieldError } = this.controller.getSnapshot();
    if (fieldError) this.focus();
    this.announce(fieldError);
    if (outcome)
      attempt(() => dispatch(this, "error" in outcome ? "password-reset-failed" : this.doneEvent, outcome.error));
  }

  /**
   * Writes a text only if it differs from the last one written, so that a browser's translation of it stays.
   *
   * @internal
   */
  protected write(name: keyof View, text: string): void {
    if (this.written[name] !== text) this.view[name].textContent = this.written[name] = text;
  }

  /**
   * Updates the DOM to match the state.
   *
   * @internal
   */
  protected render(state: FormState): void {
    const { form, field, input, outcome, title, address, submit, suggestion, cancel, edit } = this.view;
    const { text } = this.controller;
    const { isBusy, isDone, isInvalid } = state;
    const focused = this.shadowRoot?.activeElement;
    const { sentTitle } = this.labels;
    field.hidden = isDone;
    title.hidden = address.hidden = edit.hidden = !isDone || !sentTitle;
    submit.hidden = isDone && !sentTitle;
    suggestion.hidden = !state.suggestion;
    cancel.hidden = !state.canCancel;
    // Focus that would be lost stays in the form.
    if (focused === cancel && cancel.hidden) submit.focus();

    form.lang = state.language;
    form.dir = directionOf(state.language);
    form.className = state.isFieldErrorLate ? "late" : "";
    form.setAttribute("aria-busy", String(isBusy));
    // Only when it changes: the field may be ahead of the state, because password managers may fill it without an event.
    if (this.written.input !== state.value) input.value = this.written.input = state.value;
    input.readOnly = isBusy;
    input.setAttribute("aria-invalid", String(isInvalid));
    submit.setAttribute("aria-disabled", String(!state.canSubmit));

    // The list says the rule, if there is one.
    this.write("intro", joinSentences(this.labels.intro.slice(state.requirements.length && 1).map(text)));
    this.write("label", text(this.labels.label));
    this.write("error", state.fieldError);
    this.write("warning", state.warning);
    this.write("title", isDone && sentTitle ? text(sentTitle) : "");
    this.write("status", state.status);
    this.write("address", isDone ? state.shortValue : "");
    this.write("submit", state.submitLabel);
    this.write("alert", state.alert);
    this.write("suggestion", state.suggestion && state.hint);
    this.write("cancel", text("cancel"));
    this.write("wait", state.wait);
    this.write("edit", text("useAnother"));
    const label = isDone ? joinSentences([this.written.title ?? "", state.status]) : "";
    outcome.setAttribute("aria-label", label);
    // WebKitGTK keeps the role that an element has without a name.
    outcome.setAttribute("role", label && "region");
    const { previous = state } = this;
    this.previous = state;
    // What gets the focus is read.
    if (label && focused && previous.isBusy && !isBusy) outcome.focus();
    else this.announce(newsOf(state, previous, text("working"), label, Boolean(focused), focused === submit));
  }
}
