import { type RequestPasswordResetOptions, requestPasswordReset, suggestMailAddress } from "../index.js";
import { emailLocale } from "../messages/index.js";
import { attempt } from "./attempt.js";
import { createController } from "./controller.js";
import type { BeforeSend, FormController, FormOptions } from "./controller-types.js";
import type { FormConfig } from "./form-config.js";
import { isUnusualAddress, trimName } from "./names.js";

/** Options of `createPasswordReset`. Missing or malformed ones are reported in the state and in the console. */
export interface PasswordResetOptions extends FormOptions {
  /** The Login project's ID. */
  projectId?: string | null;
  /** Where the player goes after the reset: one of the project's Callback URLs. */
  loginUrl?: string | null;
  /** The email's language, such as `de_DE`; the form's by default. */
  locale?: string | null;
  /** What is in the field until the player edits it: the name that was typed at sign-in, for instance. */
  username?: string | null;
  /** Called before each request. */
  beforeSend?: BeforeSend<RequestPasswordResetOptions>;
}

/** @internal */
export const passwordReset: FormConfig<PasswordResetOptions> = {
  call: "request",
  submit: "send",
  submitAgain: "sendAgain",
  done: "sent",
  fieldErrors: ["usernameRequired", "usernameInvalid"],
  prefill: ({ username }) => username,
  blocked: () => undefined,
  // Not for a username: the call loads a file.
  suggest: async (value) => (value.includes("@") ? suggestMailAddress(trimName(value)).catch(() => "") : ""),
  inputError: (value) => (trimName(value) ? undefined : "usernameRequired"),
  warning: (value, isBeingTyped) => (isUnusualAddress(value, isBeingTyped) ? "addressUnusual" : undefined),
  sent: ["loginUrl"],
  read: ({ locale }, username, language) => ({
    username,
    locale: locale || attempt(() => emailLocale(language)),
  }),
  send: requestPasswordReset,
};

/**
 * The form that requests the email, without DOM. Its state is the same whether an account exists or not.
 *
 * @example
 * ```ts
 * const reset = createPasswordReset({ projectId: "11111111-1111-4111-8111-111111111111" });
 * const unsubscribe = reset.subscribe((state) => {
 *   button.textContent = state.submitLabel;
 *   message.textContent = state.alert || state.status;
 * });
 * reset.setValue("player@example.com");
 * await reset.submit();
 * unsubscribe();
 * ```
 */
export function createPasswordReset(options: PasswordResetOptions): FormController<PasswordResetOptions> {
  const controller = createController(passwordReset, {});
  void controller.update(options);
  return controller;
}
