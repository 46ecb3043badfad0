import { requestPasswordReset } from "../index.js";
import { emailLocale, type TextName } from "../messages/index.js";
import { FormElement } from "./form-element.js";

/**
 * `<password-reset-form>`: asks for an e-mail or username, and for the e-mail with the link.
 *
 * Whether an account exists makes no difference to what is seen. Events: `password-reset-requested` when the request
 * was accepted, `password-reset-failed` with the `PasswordResetError` as `detail` when not.
 */
export class PasswordResetForm extends FormElement {
  /** @internal */
  static observedAttributes = ["lang"];

  /** The Login project's ID. */
  declare projectId: string;
  /** Where the player lands afterwards: one of the project's Callback URLs. */
  declare loginUrl: string;
  /** The language of the e-mail; that of the form when not set. */
  declare locale: string;
  /** Where the API is; Xsolla Login when not set. */
  declare baseUrl: string;

  constructor() {
    super(
      {
        call: "request",
        intro: ["requestIntro"],
        label: "username",
        submit: "send",
        again: "sendAgain",
        done: "sent",
        doneEvent: "password-reset-requested",
        notes: ["usernameRequired", "usernameInvalid"],
        outcomes: [
          "sent", "misconfigured", "rateLimited", "offline", "network",
          "requestTimeout", "cancelled", "failed", "notLoaded",
        ],
      },
      { field: { name: "username", autocomplete: "username" } },
    );
  }

  protected override mistake(): TextName | undefined {
    return this.view.input.value.trim() ? undefined : "usernameRequired";
  }

  protected override send(signal: AbortSignal): Promise<void> {
    return requestPasswordReset({
      projectId: this.projectId,
      username: this.view.input.value,
      loginUrl: this.loginUrl || null,
      locale: this.locale || emailLocale(this.language),
      baseUrl: this.baseUrl || null,
      signal,
    });
  }
}
