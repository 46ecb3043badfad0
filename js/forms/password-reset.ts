import { type RequestPasswordResetOptions, requestPasswordReset } from "../index.js";
import { emailLocale, trimName } from "../messages/index.js";
import { attempt } from "./attempt.js";
import { createController } from "./controller.js";
import type { BeforeSend, FormController, FormOptions } from "./controller-types.js";
import type { FormConfig } from "./form-config.js";

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
  _call: "request",
  _intro: ["requestIntro"],
  _label: "username",
  _field: "name=username autocomplete=username",
  _properties: ["projectId", "loginUrl", "locale", "baseUrl", "username"],
  _title: "sentTitle",
  _event: "password-reset-requested",
  _submit: "send",
  _submitAgain: "sendAgain",
  _done: "sent",
  _fieldErrors: ["usernameRequired", "usernameInvalid"],
  _prefill: "username",
  _blocked: () => false,
  _isAdvised: (_, value) => /\W/.test(value),
  _loadAdvice: () => import("./address-advice.js"),
  _inputError: (value) => !trimName(value) && "usernameRequired",
  _warning: () => false,
  _sent: ["loginUrl"],
  _read: ({ locale }, username, language) => ({
    username,
    locale: locale || attempt(() => emailLocale(language)),
  }),
  _send: requestPasswordReset,
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
  return createController(passwordReset, options);
}
