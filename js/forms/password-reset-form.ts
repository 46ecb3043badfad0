import { FormElement } from "./form-element.js";
import { type PasswordResetOptions, passwordReset } from "./password-reset.js";

/**
 * `<password-reset-form>`: takes an email address or username, and requests the email with the link.
 *
 * Players see the same whether an account exists or not.
 *
 * @example
 * ```html
 * <script type="module">
 *   import "xsolla-password-reset/forms";
 * </script>
 *
 * <password-reset-form project-id="11111111-1111-4111-8111-111111111111"></password-reset-form>
 * ```
 *
 * @attr {string} project-id - The Login project's ID. Required.
 * @attr {string} username - What is in the field until the player edits it: the name that was typed at sign-in, for instance.
 * @attr {string} login-url - Where the player goes after the reset: one of the project's Callback URLs.
 * @attr {string} locale - The email's language; the form's by default.
 * @attr {string} base-url - The API's base URL; Xsolla Login's by default.
 * @attr {string} texts - Texts that replace the built-in ones, as JSON. The property also takes an object.
 * @attr {boolean} autofocus - Focuses the field when the form appears, unless something else has the focus.
 * @attr {string} lang - The language of the texts; the page's by default.
 * @attr {string} nonce - For the styles, in engines without adopted style sheets if the policy requires one; the page's by default.
 *
 * @fires {CustomEvent<undefined>} password-reset-requested - The request was accepted.
 * @fires {CustomEvent<Sending>} password-reset-sending - A request is about to be sent. Cancelled, nothing is sent.
 * @fires {CustomEvent<PasswordResetError>} password-reset-failed - The call failed. `detail` is the error, which may reveal whether an account exists: do not show it.
 *
 * @slot title - Above the form.
 * @slot legal - Below the form.
 * @slot footer - At the end, for instance a link back to the sign-in page.
 *
 * @csspart form - Everything except the slots.
 * @csspart intro - The introduction.
 * @csspart label - The field's label.
 * @csspart input - The field.
 * @csspart error - The error of the field.
 * @csspart warning - The advice about the text in the field.
 * @csspart submit - The main button.
 * @csspart status - The progress, or the message after success.
 * @csspart alert - The message after a failure.
 * @csspart suggestion - The button that corrects a likely typing error.
 * @csspart cancel - The button that cancels a slow call.
 * @csspart wait - The countdown to the next attempt.
 * @csspart title - The heading after success.
 * @csspart address - The address that the link was requested for.
 * @csspart edit - The button that brings the field back.
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
export class PasswordResetForm extends FormElement<PasswordResetOptions> {
  /** @internal */
  static override readonly tag = "password-reset-form";
  /** @internal */
  static override readonly _config = passwordReset;

  /** The Login project's ID. */
  declare projectId: string;
  /** What is in the field until the player edits it: the name that was typed at sign-in, for instance. */
  declare username: string;
  /** Where the player goes after the reset: one of the project's Callback URLs. */
  declare loginUrl: string;
  /** The email's language; the form's by default. */
  declare locale: string;
  /** The API's base URL; Xsolla Login's by default. */
  declare baseUrl: string;
}
