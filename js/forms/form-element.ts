// The base class of both elements: attributes in, the controller's state out.

// biome-ignore-all lint/complexity/noThisInStatic: each element has its own list of attributes and its own tag.

import {
  type Call,
  directionOf,
  joinSentences,
  preferredLanguages,
  type TextName,
  type Texts,
} from "../messages/index.js";
import { createAnnouncer, newsOf } from "./announcer.js";
import { attempt } from "./attempt.js";
import { createController } from "./controller.js";
import type { FormController, FormOptions, FormState, Sending } from "./controller-types.js";
import { askPage, dispatch } from "./dispatch.js";
import { handleEvents } from "./events.js";
import type { FormConfig } from "./form-config.js";
import { mayTakeFocus, watchLanguage } from "./page.js";
import { attributeOf, parseTexts, secret, upgradeProperties } from "./properties.js";
import css from "./styles.css";
import { addStyles } from "./styles.js";
import { after } from "./time.js";
import { make, makeView, type View } from "./view.js";

/** When the texts are shown at the latest, in English if their language is not loaded yet. */
const SHOW_AFTER_MS = 2000;

// A server has no HTMLElement, and importing must work there.
const Base = typeof HTMLElement === "undefined" ? (class {} as typeof HTMLElement) : HTMLElement;

/** The base class of both elements. */
export abstract class FormElement<Options extends FormOptions> extends Base {
  /** @internal */
  static readonly _config: FormConfig<never>;
  /** @internal */
  static readonly tag: string;
  /** @internal */
  static get observedAttributes(): string[] {
    return ["lang", "texts", ...this._config._properties.map(attributeOf)];
  }

  /** @internal */
  private readonly setup: FormConfig<never>;
  /** @internal */
  protected readonly controller: FormController<Options>;
  /** @internal */
  protected readonly view: View;
  private readonly root: ShadowRoot;
  private readonly written: Record<string, string | false> = {};
  /** The properties that were set, by the names of their attributes. */
  private readonly given: Record<string, unknown> = {};
  /** @internal */
  protected readonly announce: (text: string) => void;
  private css = css;
  /** What was shown of the advice. */
  private advice = "[]";
  private previous: FormState | undefined;
  private unsubscribe = () => {};
  private stopWatching = () => {};

  /** Like native autofocus, when a dialog or popover opens. The same listener each time, so that it is added once. */
  private readonly onToggle = ({ newState, target }: Event & { newState?: string }) => {
    if (newState === "open" && (target as Element).contains(this)) this.focusAutomatically();
  };

  /** Registers the element, unless its name is taken. Each further name gets a separate class. */
  static define(name = this.tag): void {
    const element = this as unknown as CustomElementConstructor;
    // For frameworks, which set properties.
    for (const property of this._config._properties) {
      const attribute = attributeOf(property);
      Object.defineProperty(this.prototype, property, {
        configurable: true,
        get(this: FormElement<FormOptions>) {
          return this.readOption(attribute) || "";
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

  constructor() {
    super();
    this.setup = (this.constructor as typeof FormElement)._config as FormConfig<never>;
    this.controller = createController<Options>(this.setup);
    // It does not delegate focus: its text can be selected, and a tap opens no keyboard.
    this.root = this.attachShadow({ mode: "open" });
    this.root.append(make("slot name=title"));
    this.view = makeView(this.root, this.setup._field);
    this.root.append(make("slot name=legal"), make("slot name=footer"));
    this.announce = createAnnouncer(this.view.announcer);
    handleEvents(this, this.view, this.controller, this.announce, () => void this.submitValue());
  }

  /** Texts to use instead of the built-in ones. */
  get texts(): Partial<Texts> {
    return parseTexts(this.readOption("texts")) || {};
  }
  /** Texts that are left out stay as they are in the form's language. JSON is accepted as well. */
  set texts(texts: Partial<Texts> | string | null | undefined) {
    // Some frameworks set the value of an attribute as the property.
    this.setOption("texts", texts);
  }

  /** Called instead of the global `fetch`, for instance to send requests through a launcher's bridge. */
  get fetch(): typeof fetch | null {
    return (this.given.fetch as typeof fetch | undefined) || null;
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
    this.addStyles("");
    this.unsubscribe = this.controller.subscribe((state) => this.render(state));
    attempt(() => {
      this.stopWatching = watchLanguage(this, () => void this.applyOptions());
    });
    this.closest("dialog,[popover]")?.addEventListener("toggle", this.onToggle);
    const { form } = this.view;
    const show = () => {
      if (!form.hasAttribute("data-loading") || !this.isConnected) return;
      form.removeAttribute("data-loading");
      if (mayTakeFocus(this)) this.focusAutomatically();
    };
    const cancel = after(SHOW_AFTER_MS, show);
    void this.applyOptions().then(() => {
      cancel();
      show();
    });
  }

  /** Adds styles, and again all of them: an element that has moved to another document has none. */
  private addStyles(css: string): void {
    this.css += css;
    addStyles(this.root, this.css);
  }

  private focusAutomatically(): void {
    if (this.hasAttribute("autofocus")) this.focus();
  }

  /** @internal */
  disconnectedCallback(): void {
    this.unsubscribe();
    attempt(this.stopWatching);
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

  /** @internal */
  protected get state(): FormState {
    return this.controller.getSnapshot();
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
    const options: Record<string, unknown> = {
      fetch: this.fetch,
      texts: this.texts,
      language: preferredLanguages(this),
      beforeSend: (options: Sending["options"], call: Call) => askPage(this, options, call),
    };
    for (const property of this.setup._properties) options[property] = this.readOption(attributeOf(property));
    return this.controller.update(options as Partial<Options>);
  }

  private async submitValue(): Promise<void> {
    const { value } = this.view.input;
    if (value !== this.state.value) this.controller.setValue(value);
    const { canSubmit, isBusy, alert, wait } = this.state;
    // Why nothing happens.
    if (!canSubmit && !isBusy) this.announce(joinSentences([alert, wait]));
    const outcome = await this.controller.submit();
    const { fieldError } = this.state;
    if (fieldError) this.focus();
    this.announce(fieldError);
    if (outcome)
      attempt(() => dispatch(this, outcome.error ? "password-reset-failed" : this.setup._event, outcome.error));
  }

  /**
   * Shows texts, and hides elements whose text is `false`. It writes a text only if it differs from the last one written, so
   * that a browser's translation of it stays.
   *
   * @internal
   */
  protected write(texts: Record<string, string | false>): void {
    for (const name of Object.keys(texts) as (keyof View)[]) {
      const text = texts[name] as string | false;
      if (this.written[name] === text) continue;
      this.written[name] = text;
      this.view[name].textContent = text || "";
      this.view[name].hidden = text === false;
    }
  }

  /**
   * Updates the DOM to match the state.
   *
   * @internal
   */
  protected render(state: FormState): void {
    const { form, field, input, outcome, submit, cancel } = this.view;
    const { text } = this.controller;
    const { isBusy, isDone } = state;
    const { activeElement } = this.root;
    const { setup, previous = state } = this;
    const isTitled = isDone && Boolean(setup._title);
    const heading = isTitled && text(setup._title as TextName);
    const done = isDone ? joinSentences([heading || "", state.status]) : "";
    this.previous = state;

    field.hidden = isDone;
    form.lang = state.language;
    form.dir = directionOf(state.language);
    form.className = state.isFieldErrorLate ? "late" : "";
    form.setAttribute("aria-busy", `${isBusy}`);
    // Only when it changes: the field may be ahead of the state, because password managers may fill it without an event.
    if (this.written.value !== state.value) input.value = this.written.value = state.value;
    input.readOnly = isBusy;
    input.setAttribute("aria-invalid", `${state.isInvalid}`);
    submit.setAttribute("aria-disabled", `${!state.canSubmit}`);
    this.write({
      // The list says the rule, if there is one.
      intro: joinSentences(setup._intro.slice(state.requirements.length && 1).map(text)),
      label: text(setup._label),
      error: state.fieldError,
      warning: state.warning,
      title: heading,
      status: state.status,
      address: isTitled && state.shortValue,
      submit: isTitled === isDone && state.submitLabel,
      alert: state.alert,
      cancel: state.canCancel && text("cancel"),
      wait: state.wait,
      edit: isTitled && text("useAnother"),
    });
    // Focus that would be lost stays in the form.
    if (activeElement === cancel && cancel.hidden) submit.focus();
    outcome.setAttribute("aria-label", done);
    // WebKitGTK keeps the role that an element has without a name.
    outcome.setAttribute("role", done && "region");
    const { requirements, requestUrl, suggestion, hint } = state;
    const advice =
      (requestUrl && requestUrl + text("requestLink")) + (suggestion && hint) + JSON.stringify(requirements);
    if (advice !== this.advice) {
      this.advice = advice;
      void setup._loadAdvice().then(({ show }) => show(this, this.view, this.controller, (css) => this.addStyles(css)));
    }
    // What gets the focus is read.
    if (done && activeElement && previous.isBusy && !isBusy) outcome.focus();
    else
      this.announce(newsOf(state, previous, text("working"), done, Boolean(activeElement), activeElement === submit));
  }
}
