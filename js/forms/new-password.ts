import { confirmPasswordReset } from "../index.js";
import { passwordLength } from "../messages/index.js";
import { createController, type FormConfig } from "./controller.js";
import type { FormController, FormOptions } from "./controller-types.js";

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
}

/** @internal */
export const newPassword: FormConfig<NewPasswordOptions> = {
  call: "confirm",
  submit: "setPassword",
  done: "passwordSet",
  fieldErrors: ["passwordRule", "passwordRefused"],
  blocked: ({ resetCode }) => (resetCode ? undefined : "linkDead"),
  inputError(value) {
    // Characters, not UTF-16 units.
    const { length } = [...value];
    return length < passwordLength.min || length > passwordLength.max ? "passwordRule" : undefined;
  },
  warning: (value) => (value === value.trim() ? undefined : "outerSpaces"),
  send: async ({ projectId, resetCode, userId, verifyCode, baseUrl, fetch }, password, _language, signal) =>
    confirmPasswordReset({
      projectId: projectId ?? "",
      newPassword: password,
      resetCode: resetCode ?? "",
      userId: userId || null,
      verifyCode: verifyCode || null,
      baseUrl: baseUrl || null,
      fetch: fetch ?? null,
      signal,
    }),
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
