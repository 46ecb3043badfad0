/**
 * The two elements, which are registered by importing this module, and the controllers that they are built on.
 *
 * @module xsolla-password-reset/forms
 */

import type { PasswordResetError } from "../index.js";
import type { NewLink, Sending } from "./controller-types.js";
import { NewPasswordForm } from "./new-password-form.js";
import { PasswordResetForm } from "./password-reset-form.js";

export type { Language, TextName, Texts } from "../messages/index.js";
export type {
  BeforeSend,
  FormController,
  FormOptions,
  FormState,
  NewLink,
  Outcome,
  RequirementState,
  Sending,
} from "./controller-types.js";
export { createNewPassword, type NewPasswordOptions } from "./new-password.js";
export { createPasswordReset, type PasswordResetOptions } from "./password-reset.js";
export { NewPasswordForm, PasswordResetForm };

PasswordResetForm.define();
NewPasswordForm.define();

declare global {
  interface HTMLElementTagNameMap {
    "password-reset-form": PasswordResetForm;
    "new-password-form": NewPasswordForm;
  }
  interface GlobalEventHandlersEventMap {
    "password-reset-sending": CustomEvent<Sending>;
    "password-reset-requested": CustomEvent<undefined>;
    "password-reset-failed": CustomEvent<PasswordResetError>;
    "new-password-set": CustomEvent<undefined>;
    "new-link-wanted": CustomEvent<NewLink>;
  }
}
