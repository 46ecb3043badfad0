import {
  type ConfirmPasswordResetOptions,
  confirmPasswordReset,
  type Issue,
  type PasswordPolicy,
  PasswordResetError,
} from "../index.js";
import { passwordLength, requirementsOf } from "../messages/index.js";
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

/** A policy as it is, or as JSON. The call reports what is neither. */
const policyOf = ({ policy }: NewPasswordOptions) =>
  attempt(() => JSON.parse(policy as string) as PasswordPolicy) ?? (policy || null);

/** Schemes that run code or show what a link contains. Browsers ignore control characters in them, and spaces before them. */
const unusable = /^(javascript|data|blob):/i;

const schemeRule = "requestUrl must not use javascript:, data: or blob:";

/** @internal */
export const newPassword: FormConfig<NewPasswordOptions> = {
  call: "confirm",
  submit: "setPassword",
  done: "passwordSet",
  fieldErrors: ["passwordRule", "passwordRefused"],
  blocked: ({ resetCode }) => (resetCode ? undefined : "linkDead"),
  error: ({ requestUrl }) =>
    unusable.test(`${requestUrl}`.replace(/[\0- ]+/g, ""))
      ? new PasswordResetError(schemeRule, {
          kind: "invalid_input",
          issues: [{ field: "requestUrl", rule: "scheme", message: schemeRule }],
        })
      : undefined,
  requirements(messages, options) {
    const policy = policyOf(options) as PasswordPolicy | null | undefined;
    return policy ? requirementsOf(messages, policy) : [];
  },
  // Rust decides. Without the other options, nothing is sent.
  isMet: (newPassword, { policy, broken }) =>
    confirmPasswordReset({ newPassword, passwordPolicy: policy } as never).catch((error) =>
      error.issues?.every(({ rule }: Issue) => !broken.test(rule)),
    ),
  inputError(value) {
    // Characters, not UTF-16 units.
    const { length } = [...value];
    return length < passwordLength.min || length > passwordLength.max ? "passwordRule" : undefined;
  },
  warning: (value) => (value === value.trim() ? undefined : "outerSpaces"),
  sent: ["resetCode", "userId", "verifyCode"],
  read: (options, newPassword) => ({ newPassword, passwordPolicy: policyOf(options) }),
  send: confirmPasswordReset,
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
  const controller = createController(newPassword, {});
  void controller.update(options);
  return controller;
}
