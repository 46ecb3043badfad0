// Advice is in files of its own, which a form loads when it has some to give.

import type { Messages, TextName } from "../messages/index.js";
import type { FormController, FormState } from "./controller-types.js";
import type { View } from "./view.js";

/** What advice is about. */
export interface Situation<Options> {
  _options: Options;
  /** The text that is shown as the alert or why nothing can be sent. */
  _problem: TextName | undefined;
  /** Whether the last change appended one character: more may follow. */
  _isBeingTyped: boolean;
  /** Whether the player pauses before a value that could be sent. */
  _isPausing: boolean;
  /** What {@link Advice.find} has found. */
  _found: unknown;
  /** Makes something of the texts; `undefined` if that throws. */
  _write<Result>(make: (messages: Messages) => Result): Result | undefined;
}

/** The exports of a file with advice. */
export interface Advice<Options> {
  /** Finds something out about a value that has changed or, later, before which the player pauses. */
  find(value: string, options: Options, isPausing: boolean): Promise<unknown> | undefined;
  /** What the advice changes in a state. */
  describe(state: FormState, situation: Situation<Options>): Partial<FormState>;
  /** Shows what no other element of a form does. */
  show(
    element: HTMLElement,
    view: View,
    controller: Pick<FormController<never>, "getSnapshot" | "setValue" | "text">,
    addStyles: (css: string) => void,
  ): void;
  /** Throws if options that are not the call's are unusable. */
  verify(options: Options): void;
}
