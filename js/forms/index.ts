/**
 * The two elements. Importing this registers them.
 *
 * @module xsolla-password-reset/forms
 */

import type { PasswordResetError } from "../index.js";
import { NewPasswordForm } from "./new-password-form.js";
import { PasswordResetForm } from "./password-reset-form.js";

export { NewPasswordForm, PasswordResetForm };
export type { Texts } from "../messages/index.js";

const elements = { "password-reset-form": PasswordResetForm, "new-password-form": NewPasswordForm };

/** Makes each attribute a property too, for frameworks that set those. */
function reflect(element: Function, attributes: string[]): void {
  for (const attribute of attributes) {
    const name = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    Object.defineProperty(element.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(attribute) ?? "";
      },
      set(this: HTMLElement, value: string | null | undefined) {
        if (value == null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}

reflect(PasswordResetForm, ["project-id", "login-url", "locale", "base-url"]);
reflect(NewPasswordForm, ["project-id", "user-id", "reset-code", "verify-code", "base-url"]);

if (typeof customElements !== "undefined") {
  for (const [name, element] of Object.entries(elements)) {
    // Another copy of this package may have been there first.
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "password-reset-form": PasswordResetForm;
    "new-password-form": NewPasswordForm;
  }
  interface GlobalEventHandlersEventMap {
    "password-reset-requested": CustomEvent<undefined>;
    "password-reset-failed": CustomEvent<PasswordResetError>;
    "new-password-set": CustomEvent<undefined>;
  }
}
