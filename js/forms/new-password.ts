import { type ConfirmPasswordResetOptions, confirmPasswordReset, type PasswordPolicy } from "../index.js";
import { passwordLength } from "../messages/index.js";
import { attempt } from "./attempt.js";
import { createController } from "./controller.js";
import type { BeforeSend, FormController, FormOptions } from "./controller-types.js";
import type { FormConfig } from "./form-config.js";

/** Options of `createNewPassword`. */
export interface NewPasswordOptions extends FormOptions {
  /** The Login project's ID. */
  projectId?: string | null;
  /** The reset code in the link. Without it, nothing can be sent. */
  resetCode?: string | null;
  /** The user's ID in the link. */
  userId?: string | null;
  /** A second code, for projects with custom storage that require it. */
  verifyCode?: string | null;
  /** The project's password policy. */
  policy?: PasswordPolicy | string | null;
  /** The page with the form that requests an email, for `requestUrl` of the state; may be relative. */
  requestUrl?: string | null;
  /** Called before the password is sent. */
  beforeSend?: BeforeSend<ConfirmPasswordResetOptions>;
}

/**
 * The API's own rules for password managers, in WebKit's syntax. The numbers of `passwordLength`, whose use would add 37 bytes of
 * brotli.
 */
export const defaultRules = "minlength: 6; maxlength: 100;";

/** A policy as it is, or as JSON. The call reports what is neither. */
export const policyOf = ({ policy }: NewPasswordOptions) =>
  attempt<unknown>(
    () => JSON.parse(policy as string),
    () => policy,
  ) || null;

/** @internal */
export const newPassword: FormConfig<NewPasswordOptions> = {
  _call: "confirm",
  _intro: ["passwordRule", "passwordAdvice"],
  _label: "newPassword",
  _field: "type=password autocomplete=new-password name=new-password",
  _properties: ["projectId", "baseUrl", "resetCode", "userId", "verifyCode", "requestUrl", "policy", "username"],
  _event: "new-password-set",
  _submit: "setPassword",
  _done: "passwordSet",
  _fieldErrors: ["passwordRule", "passwordRefused"],
  _blocked: ({ resetCode }) => !resetCode && "linkDead",
  _isAdvised: ({ policy, requestUrl }) => policy || requestUrl,
  _loadAdvice: () => import("./new-password-extras.js"),
  _inputError(value) {
    // Characters, not UTF-16 units.
    const { length } = [...value];
    return (length < passwordLength.min || length > passwordLength.max) && "passwordRule";
  },
  _warning: (value) => value !== value.trim() && "outerSpaces",
  _sent: ["resetCode", "userId", "verifyCode"],
  _read: (options, newPassword) => ({ newPassword, passwordPolicy: policyOf(options) }),
  _send: confirmPasswordReset,
};

/**
 * The form that sets the new password, without DOM.
 *
 * @example
 * ```ts
 * const form = createNewPassword({ projectId, resetCode, userId });
 * form.setValue(newPassword);
 * const outcome = await form.submit();
 * if (outcome && !outcome.error) location.href = "/sign-in";
 * ```
 */
export function createNewPassword(options: NewPasswordOptions): FormController<NewPasswordOptions> {
  return createController(newPassword, options);
}
