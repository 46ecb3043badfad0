import { requestPasswordReset } from "../index.js";
import { emailLocale } from "../messages/index.js";
import { attempt } from "./attempt.js";
import { createController, type FormController, type FormOptions, type Purpose, trimName } from "./controller.js";

/** Options of `createPasswordReset`. Missing or malformed ones are reported when the form is sent. */
export interface PasswordResetOptions extends FormOptions {
  /** The Login project's ID. */
  projectId?: string | null;
  /** Where the player goes afterwards: one of the project's Callback URLs. */
  loginUrl?: string | null;
  /** The email's language, such as `de_DE`; the form's by default. */
  locale?: string | null;
}

/** @internal */
export const passwordReset: Purpose<PasswordResetOptions> = {
  call: "request",
  submit: "send",
  submitAgain: "sendAgain",
  done: "sent",
  fieldErrors: ["usernameRequired", "usernameInvalid"],
  blocked: () => undefined,
  inputError: (value) => (trimName(value) ? undefined : "usernameRequired"),
  warning: () => undefined,
  send: async ({ projectId, loginUrl, locale, baseUrl, fetch }, username, language, signal) =>
    requestPasswordReset({
      projectId: projectId ?? "",
      username,
      loginUrl: loginUrl || null,
      locale: locale || attempt(() => emailLocale(language)) || null,
      baseUrl: baseUrl || null,
      fetch: fetch ?? null,
      signal,
    }),
};

/** The form that requests the email, without DOM. Whether an account exists makes no difference to its state. */
export function createPasswordReset(options: PasswordResetOptions): FormController<PasswordResetOptions> {
  const controller = createController(passwordReset, {});
  void controller.update(options);
  return controller;
}
