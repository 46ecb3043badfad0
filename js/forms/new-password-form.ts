import { confirmPasswordReset } from "../index.js";
import { passwordLength, type TextName } from "../messages/index.js";
import { FormElement } from "./form-element.js";
import { make, put } from "./view.js";

/**
 * `<new-password-form>`: takes the new password, with the code that the link in the e-mail carries.
 *
 * Events: `new-password-set` when it was set, `password-reset-failed` with the `PasswordResetError` as `detail` when not.
 */
export class NewPasswordForm extends FormElement {
  /** @internal */
  static observedAttributes = ["lang", "reset-code", "user-id", "verify-code", "project-id"];

  /** The Login project's ID. */
  declare projectId: string;
  /** The user's ID, from the link. */
  declare userId: string;
  /** The reset code, from the link. */
  declare resetCode: string;
  /** One more code, for projects with custom storage that ask for it. */
  declare verifyCode: string;
  /** Where the API is; Xsolla Login when not set. */
  declare baseUrl: string;

  readonly #toggle: HTMLButtonElement;
  #isCapsLockOn = false;

  constructor() {
    const toggle = make("button", { className: "text", part: "toggle", type: "button" });
    super(
      {
        call: "confirm",
        intro: ["passwordRule", "passwordAdvice"],
        label: "newPassword",
        submit: "setPassword",
        again: "setPassword",
        done: "passwordSet",
        doneEvent: "new-password-set",
        notes: ["passwordRule", "passwordRefused", "capsLock", "outerSpaces"],
        outcomes: [
          "passwordSet", "misconfigured", "rateLimited", "offline", "network", "confirmTimeout",
          "cancelled", "failed", "notLoaded", "linkDead",
        ],
      },
      { field: { type: "password", name: "new-password", autocomplete: "new-password" }, beside: toggle },
    );
    this.#toggle = toggle;
    const { input } = this.view;
    toggle.addEventListener("click", () => {
      input.type = input.type === "password" ? "text" : "password";
      this.render();
    });
    for (const type of ["keydown", "keyup"] as const) {
      input.addEventListener(type, (event) => {
        this.#isCapsLockOn = event.getModifierState?.("CapsLock") ?? false;
        this.render();
      });
    }
  }

  protected override obstacle(): TextName | undefined {
    return this.resetCode ? super.obstacle() : "linkDead";
  }

  protected override mistake(): TextName | undefined {
    const { length } = [...this.view.input.value];
    return length < passwordLength.min || length > passwordLength.max ? "passwordRule" : undefined;
  }

  protected override send(signal: AbortSignal): Promise<void> {
    return confirmPasswordReset({
      projectId: this.projectId,
      newPassword: this.view.input.value,
      resetCode: this.resetCode,
      userId: this.userId || null,
      verifyCode: this.verifyCode || null,
      baseUrl: this.baseUrl || null,
      signal,
    });
  }

  protected override render(): void {
    super.render();
    const { input, error, warning } = this.view;
    const { value } = input;
    put(this.#toggle, this.say(input.type === "password" ? "showPassword" : "hidePassword"));
    const text = this.#isCapsLockOn ? "capsLock" : value === value.trim() ? undefined : "outerSpaces";
    put(warning, error.textContent ? "" : this.say(text));
  }
}
