// The public types of the controllers.

import type { ConfirmPasswordResetOptions, RequestPasswordResetOptions } from "../index.js";
import type { Call, Language, TextName, Texts } from "../messages/index.js";

/**
 * Called before a call, with its options, which it may change, and the name of the call. The call waits for a promise that it
 * returns, for any time, unless the player cancels. If it returns `false`, throws or rejects, nothing is sent, and the form is as
 * before: say why yourself.
 */
export type BeforeSend<CallOptions> = ((options: CallOptions, call: Call) => unknown) | null;

/** The detail of the event `password-reset-sending`. */
export interface Sending {
  /** The call that is about to be made. */
  call: Call;
  /** Its options, which may be changed. They contain what the player typed: do not log them. */
  options: RequestPasswordResetOptions | ConfirmPasswordResetOptions;
  /** Delays the call until the promise resolves; if it rejects, nothing is sent. */
  waitUntil(promise: Promise<unknown>): void;
}

/** The detail of the event `new-link-wanted`. */
export interface NewLink {
  /** Whose link no longer works, if the form knows: hand the name on without putting it into a URL, which servers log. */
  username: string;
}

/** Options that both controllers share. */
export interface FormOptions {
  /** The API's base URL; Xsolla Login's by default. */
  baseUrl?: string | null;
  /** Called instead of the global `fetch`, for instance to send requests through a launcher's bridge. */
  fetch?: typeof fetch | null;
  /** Languages of the texts, as BCP 47 tags, most preferred first; by default the page's, then the browser's. */
  language?: string | readonly string[] | null;
  /** Texts that replace the built-in ones. */
  texts?: Partial<Texts> | null;
  /** Called before each call: see {@link BeforeSend}. */
  beforeSend?: BeforeSend<never>;
}

/** One requirement of the password policy. */
export interface RequirementState {
  /** The requirement, as a sentence. */
  readonly text: string;
  /** Whether the value meets it. */
  readonly isMet: boolean;
  /** The same for the attribute `passwordrules` of the field, in WebKit's syntax; otherwise empty. */
  readonly rule: string;
}

/** The state of a form. Each change creates a new object. */
export interface FormState {
  /** The text in the field. */
  readonly value: string;
  /** The text for display: a long one has its middle cut out. */
  readonly shortValue: string;
  /** Whether a call is in flight. */
  readonly isBusy: boolean;
  /** Whether the call in flight has taken so long that the player may want to cancel it. */
  readonly canCancel: boolean;
  /** Whether `submit` would send the value. */
  readonly canSubmit: boolean;
  /** Whether the value was accepted: a confirmation replaces the field, until `edit`. */
  readonly isDone: boolean;
  /** Whether the value was rejected. */
  readonly isInvalid: boolean;
  /** The language of the texts. */
  readonly language: Language;
  /** The submit button's label. */
  readonly submitLabel: string;
  /** Progress or success; otherwise empty. */
  readonly status: string;
  /** Why the last call failed, or why none can be made; otherwise empty. */
  readonly alert: string;
  /** What is wrong with the value; otherwise empty. */
  readonly fieldError: string;
  /** Whether `fieldError` came with a response: then show it where it moves neither field nor button. */
  readonly isFieldErrorLate: boolean;
  /** Advice about the value; otherwise empty. */
  readonly warning: string;
  /** What the project requires of a password, for a list; empty without a policy, and until the file for it is loaded. */
  readonly requirements: readonly RequirementState[];
  /**
   * Advice that comes when the player pauses, for a live region: a question that offers `suggestion`, or the requirements that
   * are not met yet. Otherwise empty.
   */
  readonly hint: string;
  /** The value without a likely typing error, for a button that passes it to `setValue`; otherwise empty. */
  readonly suggestion: string;
  /** Where a new link can be requested, when this one may no longer work; otherwise empty. */
  readonly requestUrl: string;
  /** How long until the next request is possible; otherwise empty. It changes every second. */
  readonly wait: string;
  /** The same in seconds; otherwise 0. */
  readonly waitSeconds: number;
}

/** How a call ended. */
export interface Outcome {
  /** Why it failed; absent if it succeeded. */
  error?: unknown;
}

/** A form without DOM: render its state, and call its methods. */
export interface FormController<Options> {
  /** Returns the current state: the same object until something changes. */
  getSnapshot(this: void): FormState;
  /** Calls back with the state, immediately and after each change. Returns a function that unsubscribes. */
  subscribe(this: void, listener: (state: FormState) => void): () => void;
  /** Sets the text in the field. Ignored while a call is in flight. */
  setValue(this: void, value: string): void;
  /** Sends the value, unless `canSubmit` is false. Never rejects; resolves with `undefined` if nothing was sent. */
  submit(this: void): Promise<Outcome | undefined>;
  /** Returns from the confirmation to the field. */
  edit(this: void): void;
  /** Cancels the call in flight. */
  cancel(this: void): void;
  /** Changes options. Resolves once the texts are loaded, and what lists the requirements of a policy. */
  update(this: void, options: Partial<Options>): Promise<void>;
  /** Returns one of the texts, in the language of the state. */
  text(this: void, name: TextName): string;
}
