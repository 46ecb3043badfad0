// What both forms do alike: one call at a time, its progress and outcome, the wait before the next one.

import { isPasswordResetError } from "../index.js";
import { chooseLanguage, english, loadMessages, sentence, textFor, waitSentence, wantedLanguages } from "../messages/index.js";
import type { Call, Messages, TextName, Texts } from "../messages/index.js";
import { isDark, tellDeveloper, watchPage } from "./page.js";
import { addStyles, nonceFor } from "./styles.js";
import { makeView, put, type Parts, type View } from "./view.js";

/** When *Cancel* shows. */
const CANCEL_AFTER_MS = 3000;
/** No outcome shows sooner: answers that come quickly then take the same, whatever they are. */
const OUTCOME_AFTER_MS = 500;
/** The wait before asking again, where the server names none. */
const DEFAULT_WAIT_MS = 60_000;

/** What a form is for, in the names of its texts. */
export interface Purpose {
  call: Call;
  /** Said until there is an outcome. */
  intro: TextName[];
  label: TextName;
  submit: TextName;
  /** What the button says once this was sent. */
  again: TextName;
  done: TextName;
  doneEvent: string;
  /** What may be said beside the field, and above the form. */
  notes: TextName[];
  outcomes: TextName[];
}

interface Shown {
  status?: TextName;
  alert?: TextName;
  error?: TextName;
}

/** What a developer need not hear of; of accounts, nobody shall. */
const playersBusiness: TextName[] = ["sent", "linkDead", "cancelled", "offline"];

// There is no HTMLElement on a server, where importing must work.
const Base = typeof HTMLElement === "undefined" ? (class {} as typeof HTMLElement) : HTMLElement;

/** What the two elements share. */
export abstract class FormElement extends Base {
  protected readonly view: View;
  private readonly purpose: Purpose;
  private messages: Messages = english;
  private ownTexts: Partial<Texts> = {};
  private shown: Shown = {};
  private call: AbortController | undefined;
  private isDone = false;
  /** When one may ask again, and for whom; for nobody at all if that is not set. */
  private waitUntil = 0;
  private askedFor: string | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;
  private stopWatching: (() => void) | undefined;

  protected constructor(purpose: Purpose, parts: Parts) {
    super();
    this.purpose = purpose;
    this.view = makeView(parts);
    const { form, input, cancel } = this.view;
    this.attachShadow({ mode: "open" }).append(form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
    input.addEventListener("input", () => {
      delete this.shown.error;
      this.render();
    });
    cancel.addEventListener("click", () => this.call?.abort());
  }

  /** Sends what was typed. */
  protected abstract send(signal: AbortSignal): Promise<void>;

  /** What is wrong with what was typed. */
  protected abstract mistake(): TextName | undefined;

  /** Why nothing can be sent now. */
  protected obstacle(): TextName | undefined {
    return navigator.onLine ? undefined : "offline";
  }

  /** Texts to use in place of the form's own. */
  get texts(): Partial<Texts> {
    return this.ownTexts;
  }
  /** Each that is left out stays as it is in the language of the page. */
  set texts(texts: Partial<Texts>) {
    this.ownTexts = texts ?? {};
    this.render();
  }

  /** @internal */
  connectedCallback(): void {
    this.takeEarlyProperties();
    if (this.shadowRoot) addStyles(this.shadowRoot, nonceFor(this));
    this.stopWatching = watchPage(() => void this.update());
    this.startClock();
    void this.update();
  }

  /** What was set before this element was defined hides the accessors. */
  private takeEarlyProperties(): void {
    for (const [name, value] of Object.entries(this)) {
      if (!(name in Object.getPrototypeOf(this))) continue;
      delete this[name as keyof this];
      Object.assign(this, { [name]: value });
    }
  }

  /** Focuses the field. The root does not delegate focus, so that text can be selected and a tap opens no keyboard. */
  override focus(options?: FocusOptions): void {
    this.view.input.focus(options);
  }

  /** @internal */
  disconnectedCallback(): void {
    this.stopWatching?.();
    clearInterval(this.clock);
  }

  /** @internal */
  attributeChangedCallback(name: string): void {
    if (name !== "lang") this.isDone = false;
    if (this.isConnected) void this.update();
  }

  /** The language of the form's texts. */
  protected get language() {
    return this.messages.language;
  }

  /** Follows language and colours of the page. Nothing shows before it can be read. */
  private async update(): Promise<void> {
    this.render();
    const language = chooseLanguage(wantedLanguages(this));
    const messages = language === this.language ? this.messages : await loadMessages(language);
    if (language !== chooseLanguage(wantedLanguages(this))) return;
    this.messages = messages;
    this.view.form.hidden = false;
    this.render();
  }

  private async submit(): Promise<void> {
    const { cancel, input, voice } = this.view;
    if (this.call) return;
    if (this.isDisabled) {
      // For those who do not see why.
      const reason = this.obstacle();
      put(voice, "");
      put(voice, reason ? this.say(reason) : this.waitText);
      return;
    }
    const mistake = this.mistake();
    if (mistake) return this.blame(mistake);
    const call = (this.call = new AbortController());
    this.show({ status: "working" });
    const askedFor = input.value.trim();
    const toCancel = setTimeout(() => (cancel.hidden = false), CANCEL_AFTER_MS);
    const noSooner = new Promise((resolve) => setTimeout(resolve, OUTCOME_AFTER_MS));
    let failure: unknown;
    try {
      await this.send(call.signal);
    } catch (error) {
      failure = error;
    }
    if (!call.signal.aborted) await noSooner;
    clearTimeout(toCancel);
    this.call = undefined;
    this.settle(failure, askedFor);
  }

  /** One path for all outcomes: what is done, and when, tells nothing about accounts. */
  private settle(failure: unknown, askedFor: string): void {
    const { call, done, doneEvent, notes } = this.purpose;
    const { input, cancel, submit } = this.view;
    const error = isPasswordResetError(failure) ? failure : undefined;
    const outcome = error ? textFor(error, call) : failure ? "failed" : done;
    if (this.shadowRoot?.activeElement === cancel) submit.focus();
    cancel.hidden = true;
    if (outcome === "passwordSet") {
      this.isDone = true;
      input.value = "";
    }
    if (outcome === "sent" || outcome === "rateLimited") {
      this.askedFor = outcome === "sent" ? askedFor : undefined;
      this.waitUntil = Date.now() + ((error?.kind === "rate_limited" && error.retryAfterMs) || DEFAULT_WAIT_MS);
      this.startClock();
    }
    if (notes.includes(outcome)) this.blame(outcome);
    else this.show(outcome === done ? { status: outcome } : { alert: outcome });
    const isPlayersBusiness = [...playersBusiness, ...notes].includes(outcome);
    if (error && !isPlayersBusiness) tellDeveloper(error.message);
    const name = failure ? "password-reset-failed" : doneEvent;
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: failure }));
  }

  private blame(error: TextName): void {
    this.show({ error });
    this.view.input.focus();
  }

  private show(shown: Shown): void {
    this.shown = shown;
    this.render();
  }

  private get isWaiting(): boolean {
    const isSame = this.askedFor === undefined || this.askedFor === this.view.input.value.trim();
    return isSame && this.waitUntil > Date.now();
  }

  private get isDisabled(): boolean {
    return Boolean(this.call || this.isDone || this.isWaiting || this.obstacle());
  }

  private get waitText(): string {
    return this.isWaiting ? waitSentence(this.spoken, this.waitUntil - Date.now()) : "";
  }

  private startClock(): void {
    clearInterval(this.clock);
    if (this.waitUntil <= Date.now()) return;
    this.clock = setInterval(() => {
      if (this.waitUntil <= Date.now()) clearInterval(this.clock);
      this.render();
    }, 1000);
  }

  private get spoken(): Messages {
    return { ...this.messages, texts: { ...this.messages.texts, ...this.ownTexts } };
  }

  /** A text of the form's. */
  protected say(name: TextName | undefined): string {
    return name ? sentence(this.spoken, name) : "";
  }

  /** Brings all that is seen in line with what is the case. */
  protected render(): void {
    const { form, intro, status, alert, label, input, error, submit, cancel, wait, makeRoom } = this.view;
    const { purpose, shown } = { purpose: this.purpose, shown: this.shown };
    const isBusy = Boolean(this.call);
    if (shown.alert === "offline") delete shown.alert;
    const alertName = (isBusy ? undefined : this.obstacle()) ?? shown.alert;
    const statusName = alertName ? undefined : shown.status;
    const isRepeat = this.askedFor !== undefined && this.askedFor === input.value.trim();

    if (this.isConnected) form.classList.toggle("dark", isDark(this));
    form.lang = this.language;
    form.dir = ["ar", "he"].includes(this.language) ? "rtl" : "";
    form.setAttribute("aria-busy", String(isBusy));
    const introText = purpose.intro.map((name) => this.say(name)).join(" ");
    put(intro, introText);
    intro.classList.toggle("off", Boolean(alertName ?? statusName));
    put(status, this.say(statusName));
    put(alert, this.say(alertName));
    put(label, this.say(purpose.label));
    put(error, this.say(shown.error));
    input.setAttribute("aria-invalid", String(Boolean(shown.error)));
    put(submit, this.say(isRepeat ? purpose.again : purpose.submit));
    submit.setAttribute("aria-disabled", String(this.isDisabled));
    put(cancel, this.say("cancel"));
    put(wait, this.waitText);
    makeRoom({
      outcome: [introText, ...purpose.outcomes.map((name) => this.say(name))],
      note: purpose.notes.map((name) => this.say(name)),
      after: [119_000, 3_600_000].map((ms) => waitSentence(this.spoken, ms)),
    });
  }
}
