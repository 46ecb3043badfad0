// Advice about what looks like an email address. In a file of its own, since a username needs none.

import { suggestMailAddress } from "../index.js";
import { sentence, trimName } from "../messages/index.js";
import type { Advice } from "./advice.js";
import { attempt } from "./attempt.js";
import type { PasswordResetOptions } from "./password-reset.js";
import { add, type View } from "./view.js";

type AddressAdvice = Advice<PasswordResetOptions>;

/**
 * An address: nothing around it, and only letters, digits, full stops and hyphens after the `@`. No literal, for which engines
 * that do not know the escapes would reject the whole script.
 */
const plainAddress = attempt(() => /^(?!.*[.-]$)[^\s<>()[\]",;:@\p{C}]*@[\p{L}\p{M}\p{N}.-]*$/u);

/** Whether a name looks like an address with characters that do not belong to it. */
function isUnusualAddress(value: string, isBeingTyped: boolean): boolean {
  const name = trimName(value);
  // Chinese and Japanese keyboards have a wide `＠`, and wide letters.
  const narrow = name.normalize("NFKC");
  // More may follow a full stop.
  const isPlain =
    !plainAddress || (plainAddress.test(isBeingTyped ? `${narrow}x` : narrow) && narrow === name.normalize());
  return /@|^mailto:/i.test(narrow) && !isPlain;
}

/** The address without a likely typing error. Not for a username: the call loads a file. */
export const find: AddressAdvice["find"] = (value, _, isPausing) =>
  isPausing && value.includes("@") ? suggestMailAddress(trimName(value)).catch(() => "") : undefined;

export const describe: AddressAdvice["describe"] = (state, situation) => {
  const { _isBeingTyped: isBeingTyped, _isPausing: isPausing, _found: found, _write: write } = situation;
  const isUnusual = !state.isInvalid && !state.isDone && isUnusualAddress(state.value, isBeingTyped);
  const suggestion = isPausing ? ((found as string | undefined) ?? "") : "";
  return {
    warning: (isUnusual && write((messages) => sentence(messages, "addressUnusual"))) || "",
    hint: (suggestion && write((messages) => sentence(messages, "didYouMean", { address: suggestion }))) || "",
    suggestion,
  };
};

/** The button of each form that has shown a suggestion. */
const buttons = new WeakMap<View, HTMLButtonElement>();

/** Below the submit button: it appears while the player may be about to press that. */
export const show: AddressAdvice["show"] = (element, view, { getSnapshot, setValue }) => {
  const { hint, suggestion } = getSnapshot();
  let button = buttons.get(view);
  if (!button) {
    ({ suggestion: button } = add(view.field, { suggestion: "button type=button" }));
    view.alert.after(button);
    button.addEventListener("click", () => {
      setValue(getSnapshot().suggestion);
      element.focus();
    });
    buttons.set(view, button);
  }
  button.hidden = !suggestion;
  button.textContent = hint;
};

/** Every option is the call's, or cannot be unusable. */
export const verify: AddressAdvice["verify"] = () => {};
