// The public types of the controllers.

import type { Language, TextName, Texts } from "../messages/index.js";

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
  /** Changes options. Resolves once the texts are loaded. */
  update(this: void, options: Partial<Options>): Promise<void>;
  /** Returns one of the texts, in the language of the state. */
  text(this: void, name: TextName): string;
}
