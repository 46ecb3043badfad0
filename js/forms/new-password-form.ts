import type { PasswordPolicy } from "../index.js";
import { attempt } from "./attempt.js";
import type { FormState } from "./controller-types.js";
import { FormElement } from "./form-element.js";
import { defaultRules, type NewPasswordOptions, newPassword } from "./new-password.js";
import { add, type View } from "./view.js";

/**
 * `<new-password-form>`: takes the new password, and sets it with the code in the email's link.
 *
 * @example
 * ```ts
 * // A reset code may contain "+", which URLSearchParams reads as a space.
 * const link = new URLSearchParams(location.search.replace(/\+/g, "%2B"));
 * const form = document.createElement("new-password-form");
 * form.projectId = "11111111-1111-4111-8111-111111111111";
 * form.resetCode = link.get("reset_code") ?? "";
 * form.userId = link.get("user_id") ?? "";
 * form.addEventListener("new-password-set", () => location.assign("/sign-in"));
 * document.body.append(form);
 * ```
 *
 * @attr {string} project-id - The Login project's ID. Required.
 * @attr {string} reset-code - The reset code in the link. Required.
 * @attr {string} user-id - The user's ID in the link.
 * @attr {string} verify-code - A second code, for projects with custom storage that require it.
 * @attr {string} username - Whose password it is: shown, and stored by password managers; never sent.
 * @attr {string} policy - The project's password policy, as JSON. The form lists its requirements. The property also takes an object.
 * @attr {string} request-url - The page with the form that requests an email: where a link leads when the player's link no longer works.
 * @attr {string} base-url - The API's base URL; Xsolla Login's by default.
 * @attr {string} texts - Texts that replace the built-in ones, as JSON. The property also takes an object.
 * @attr {boolean} autofocus - Focuses the field when the form appears, unless something else has the focus.
 * @attr {string} lang - The language of the texts; the page's by default.
 * @attr {string} nonce - For the styles, in engines without adopted style sheets if the policy requires one; the page's by default.
 *
 * @fires {CustomEvent<undefined>} new-password-set - The password was set.
 * @fires {CustomEvent<Sending>} password-reset-sending - The password is about to be sent. Cancelled, nothing is sent.
 * @fires {CustomEvent<NewLink>} new-link-wanted - The player follows the link to `request-url`. Cancelled, the page stays.
 * @fires {CustomEvent<PasswordResetError>} password-reset-failed - The call failed. `detail` is the error.
 *
 * @slot title - Above the form.
 * @slot legal - Below the form.
 * @slot footer - At the end, for instance a link back to the sign-in page.
 *
 * @csspart form - Everything except the slots.
 * @csspart intro - The introduction.
 * @csspart account-label - The label of the account.
 * @csspart account - The account whose password it is, if `username` is set.
 * @csspart label - The field's label.
 * @csspart input - The field.
 * @csspart toggle - The button that shows the password.
 * @csspart requirements - The list of what the policy requires.
 * @csspart requirement - An item of it.
 * @csspart met - An item that the password meets.
 * @csspart error - The error of the field.
 * @csspart warning - The advice about the text in the field.
 * @csspart submit - The main button.
 * @csspart status - The progress, or the message after success.
 * @csspart alert - The message after a failure.
 * @csspart request-link - The link to `request-url`.
 * @csspart cancel - The button that cancels a slow call.
 * @csspart wait - The countdown to the next attempt.
 *
 * @cssproperty --reset-accent - The main button, and the bar of the status.
 * @cssproperty --reset-on-accent - Text on the main button.
 * @cssproperty --reset-danger - The field after an error, and the bar of the alert.
 * @cssproperty --reset-line - The field's border; derived from the page's text colour.
 * @cssproperty --reset-soft - Background of status, alert and the disabled button; a translucent grey by default.
 * @cssproperty --reset-field - The field's background; transparent by default.
 * @cssproperty --reset-text - Texts; the page's colour by default.
 * @cssproperty --reset-font - The font family; the page's by default.
 * @cssproperty --reset-radius - Rounding of field and buttons.
 * @cssproperty --reset-space - Distance between parts.
 * @cssproperty --reset-focus - Outer colour of the focus ring.
 * @cssproperty --reset-focus-inner - Inner colour of the focus ring.
 */
export class NewPasswordForm extends FormElement<NewPasswordOptions> {
  /** @internal */
  static override readonly tag = "new-password-form";
  /** @internal */
  static override readonly _config = newPassword;

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
  /** Whose password it is: shown, and stored by password managers; never sent. */
  declare username: string;
  /** The project's password policy: an object, or JSON. Read as JSON. */
  declare policy: PasswordPolicy | string;
  /** The page with the form that requests an email: where a link leads when the player's link no longer works. */
  declare requestUrl: string;

  private isCapsLockOn = false;
  private readonly parts: View & ReturnType<typeof addParts>;

  constructor() {
    super();
    this.parts = Object.assign(this.view, addParts(this.view));
    const { form, input, toggle } = this.parts;
    input.setAttribute("passwordrules", defaultRules);
    toggle.addEventListener("click", () => {
      const isShown = input.type === "password";
      input.type = isShown ? "text" : "password";
      toggle.setAttribute("aria-pressed", `${isShown}`);
    });
    let wasOn = false;
    const watch = (event: KeyboardEvent | MouseEvent): void => {
      if (event.type === "keydown") wasOn = this.isCapsLockOn;
      // On X11, the key that switches it off still says that it is on.
      const isSwitchedOff = wasOn && event.type === "keyup" && (event as KeyboardEvent).key === "CapsLock";
      this.isCapsLockOn = !isSwitchedOff && Boolean(attempt(() => event.getModifierState("CapsLock")));
      this.render(this.state);
    };
    form.addEventListener("keydown", watch);
    form.addEventListener("keyup", watch);
    // Orca calls an element "clickable" that is in one with a listener for the mouse.
    input.addEventListener("mousedown", watch);
  }

  protected override render(state: FormState): void {
    const { text } = this.controller;
    const { account, form, field } = this.parts;
    const wasDone = field.hidden;
    const warning = this.isCapsLockOn && !state.fieldError ? text("capsLock") : state.warning;
    super.render({ ...state, warning });
    account.value = this.username;
    account.hidden = !this.username;
    this.write({
      "account-label": Boolean(this.username) && text("username"),
      toggle: text("showPassword"),
    });
    if (state.isDone && !wasDone) void vanish(form.style);
  }
}

function addParts({ field, head }: View) {
  const account = add(field, {
    // Whose password it is, for extensions, which look for a field that is seen. Chromium asks for the field, hidden or not.
    "account-label": "label for=account",
    account: "input id=account dir=auto readonly name=username autocomplete=username",
  });
  field.prepend(account["account-label"], account.account);
  return { ...account, ...add(head, { toggle: "button type=button aria-pressed=false" }) };
}

/**
 * Lets the form disappear, without being painted: Chromium offers to save a password once a request has succeeded and the
 * form is gone. It notices changes of `style` and `class` only, in a microtask.
 */
async function vanish(style: CSSStyleDeclaration): Promise<void> {
  style.cssText = "display:none!important";
  await null;
  await null;
  await null;
  style.cssText = "";
}
