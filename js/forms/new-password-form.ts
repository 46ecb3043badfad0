import { createController, type FormState } from "./controller.js";
import { FormElement, reflectAttributes } from "./form-element.js";
import { newPassword, type NewPasswordOptions } from "./new-password.js";
import { make } from "./view.js";

/**
 * `<new-password-form>`: takes the new password, and sets it with the code in the email's link.
 *
 * Events: `new-password-set` when it was set, `password-reset-failed` with the `PasswordResetError` as `detail` when not.
 */
export class NewPasswordForm extends FormElement<NewPasswordOptions> {
  /** @internal */
  static override readonly tag = "new-password-form";
  /** @internal */
  static override readonly attributes = ["project-id", "user-id", "reset-code", "verify-code", "base-url", "username"];

  /** The Login project's ID. */
  declare projectId: string;
  /** The user's ID in the link. */
  declare userId: string;
  /** The reset code in the link. */
  declare resetCode: string;
  /** A second code, for projects with custom storage that require it. */
  declare verifyCode: string;
  /** The API's base URL; Xsolla Login's by default. */
  declare baseUrl: string;
  /** Whose password it is, for password managers; never sent. */
  declare username: string;

  private readonly usernameField: HTMLInputElement;
  private isCapsLockOn = false;

  constructor() {
    super(
      createController(newPassword, {}),
      { intro: ["passwordRule", "passwordAdvice"], label: "newPassword" },
      "new-password-set",
      { type: "password", name: "new-password", autocomplete: "new-password" },
    );
    // Password managers store the password under this name. Chromium asks for the field, hidden or not.
    this.usernameField = make("input", { name: "username", autocomplete: "username", readonly: "", hidden: "" });
    const { form, input, toggle } = this.view;
    toggle.hidden = false;
    form.insertBefore(this.usernameField, form.firstChild);
    const rerender = () => this.render(this.controller.getSnapshot());
    toggle.addEventListener("click", () => {
      input.type = input.type === "password" ? "text" : "password";
      rerender();
    });
    for (const type of ["keydown", "keyup"] as const) {
      input.addEventListener(type, (event) => {
        this.isCapsLockOn = event.getModifierState?.("CapsLock") ?? false;
        rerender();
      });
    }
  }

  protected override render(state: FormState): void {
    const { text } = this.controller;
    const warning = this.isCapsLockOn && !state.fieldError ? text("capsLock") : state.warning;
    super.render({ ...state, warning });
    this.usernameField.value = this.username;
    this.write("toggle", text(this.view.input.type === "password" ? "showPassword" : "hidePassword"));
  }
}

reflectAttributes(NewPasswordForm);
