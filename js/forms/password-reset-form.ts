import { createController } from "./controller.js";
import { FormElement, reflectAttributes } from "./form-element.js";
import { passwordReset, type PasswordResetOptions } from "./password-reset.js";

/**
 * `<password-reset-form>`: takes an email address or username, and requests the email with the link.
 *
 * Whether an account exists makes no difference to what players see. Events: `password-reset-requested` when the request
 * was accepted, `password-reset-failed` with the `PasswordResetError` as `detail` when it was not.
 */
export class PasswordResetForm extends FormElement<PasswordResetOptions> {
  /** @internal */
  static override readonly tag = "password-reset-form";
  /** @internal */
  static override readonly attributes = ["project-id", "login-url", "locale", "base-url"];

  /** The Login project's ID. */
  declare projectId: string;
  /** Where the player goes afterwards: one of the project's Callback URLs. */
  declare loginUrl: string;
  /** The email's language; the form's by default. */
  declare locale: string;
  /** The API's base URL; Xsolla Login's by default. */
  declare baseUrl: string;

  constructor() {
    super(
      createController(passwordReset, {}),
      { intro: ["requestIntro"], label: "username" },
      "password-reset-requested",
      { name: "username", autocomplete: "username" },
    );
  }
}

reflectAttributes(PasswordResetForm);
