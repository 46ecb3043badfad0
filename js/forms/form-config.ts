// The differences between the two forms, and what they have in common about outcomes.

import type { Call, Language, TextName } from "../messages/index.js";
import type { Advice } from "./advice.js";

/** The differences between the two forms. */
export interface FormConfig<Options> {
  _call: Call;
  /** What the element says above the field; the first is left out if the requirements of a policy are listed. */
  _intro: TextName[];
  _label: TextName;
  /** The field's own attributes. */
  _field: string;
  /** The properties of the element that are attributes, too. */
  _properties: string[];
  /** The heading of the confirmation, if it says where the player goes on, and leads back to the field. */
  _title?: TextName;
  /** The element's event after success. */
  _event: string;
  _submit: TextName;
  /** The button's label once the value was accepted, if it can be sent again. */
  _submitAgain?: TextName;
  _done: TextName;
  /** Errors of the value. */
  _fieldErrors: TextName[];
  /** The option that is in the field until the player edits it. */
  _prefill?: "username";
  /** Whether there may be advice for these options, or this value. */
  _isAdvised(options: Options, value: string): unknown;
  _loadAdvice(): Promise<Advice<Options>>;
  /** Why nothing can be sent, whatever the value. */
  _blocked(options: Options): TextName | "" | false;
  _inputError(value: string): TextName | "" | false;
  _warning(value: string): TextName | "" | false;
  /** The options that the call takes as they are, besides those of both calls. */
  _sent: string[];
  /** The other options of the call. */
  _read(options: Options, value: string, language: Language): object;
  _send(options: never): Promise<void>;
}

/** The texts of an outcome. */
export interface ShownTexts {
  _status?: TextName;
  _isLate?: boolean;
  _alert?: TextName | undefined;
  _fieldError?: TextName;
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
