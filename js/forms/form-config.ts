// The differences between the two forms, and what they have in common about outcomes.

import type { PasswordResetError } from "../index.js";
import type { Call, Language, Messages, Requirement, TextName } from "../messages/index.js";

/** The differences between the two forms. */
export interface FormConfig<Options> {
  call: Call;
  submit: TextName;
  /** The button's label once the value was accepted, if it can be sent again. */
  submitAgain?: TextName;
  done: TextName;
  /** Errors of the value. */
  fieldErrors: TextName[];
  /** What is in the field until the player edits it. */
  prefill?(options: Options): string | null | undefined;
  /** The value without a likely typing error, if there is one. */
  suggest?(value: string): Promise<string | undefined>;
  /** What is required of the value. May throw. */
  requirements?(messages: Messages, options: Options): Requirement[];
  /** Whether the value meets a requirement. */
  isMet?(value: string, requirement: Requirement): Promise<unknown>;
  /** Why nothing can be sent, whatever the value. */
  blocked(options: Options): TextName | undefined;
  inputError(value: string): TextName | undefined;
  /** @param isBeingTyped whether the last change appended one character: more may follow */
  warning(value: string, isBeingTyped: boolean): TextName | undefined;
  /** The options that the call takes as they are, besides those of both calls. */
  sent: string[];
  /** The other options of the call. */
  read(options: Options, value: string, language: Language): object;
  send(options: never): Promise<void>;
  /** What is wrong with options that are not the call's. */
  error?(options: Options): PasswordResetError | undefined;
}

/** The texts of an outcome. */
export interface ShownTexts {
  status?: TextName;
  isLate?: boolean;
  alert?: TextName;
  fieldError?: TextName;
}

/** Outcomes that are not logged: no developer needs them, or they would reveal whether an account exists. */
export const notLogged: TextName[] = ["sent", "linkDead", "cancelled", "offline"];

/** Failures after which the same call may succeed. */
export const retryable: (TextName | undefined)[] = [
  "network",
  "offline",
  "requestTimeout",
  "confirmTimeout",
  "cancelled",
  "failed",
  "rateLimited",
];
