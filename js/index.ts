/**
 * The two calls, their options, and their errors.
 *
 * @module xsolla-password-reset
 */

import { base } from "source";
import type { ConfirmPasswordResetOptions, RequestPasswordResetOptions } from "../src/browser/api.js";
import * as errors from "../src/browser/error.js";
import type * as types from "../src/browser/types.js";
import { call, suggest } from "./call.js";

export type * from "../src/browser/api.js";
export type {
  AbortedError,
  FieldsOf,
  InternalError,
  InvalidInputError,
  Issue,
  NetworkError,
  NotLoadedError,
  PasswordResetErrorConstructor,
  RateLimitedError,
  Reason,
  RejectedError,
  Rule,
  TimeoutError,
  UnexpectedResponseError,
} from "../src/browser/types.js";

/** Why a call failed: `kind` distinguishes the cases. */
export type PasswordResetError = types.PasswordResetError;

/**
 * The class of every error that a call rejects with.
 *
 * @example A stub for a test
 * ```ts
 * new PasswordResetError("Aborted by the caller", { kind: "aborted" });
 * ```
 */
export const PasswordResetError = errors.PasswordResetError as unknown as types.PasswordResetErrorConstructor;

/**
 * Whether a value is a `PasswordResetError`, even one of another copy of this package or of another realm.
 *
 * @function
 *
 * @example
 * ```ts
 * try {
 *   await requestPasswordReset({ projectId, username });
 * } catch (error) {
 *   if (!isPasswordResetError(error)) throw error;
 *   if (error.kind === "rate_limited") console.log(`Wait ${error.retryAfterMs ?? 60_000} ms`);
 * }
 * ```
 */
export const isPasswordResetError = errors.isPasswordResetError as (error: unknown) => error is PasswordResetError;

/**
 * Asks Xsolla Login to email the player a link to the form for a new password.
 *
 * Resolves when the request was accepted (204). That proves neither that an email was delivered nor that the user
 * exists: show the player the same message either way. This package sends one request and never retries it: each may send an email and
 * invalidate the link in the previous one.
 *
 * @throws {PasswordResetError} in every other case, as a rejection.
 *
 * @example
 * ```ts
 * import { requestPasswordReset } from "xsolla-password-reset";
 *
 * await requestPasswordReset({
 *   projectId: "11111111-1111-4111-8111-111111111111", // yours, from Publisher Account
 *   username: "player@example.com", // an email address or a username
 * });
 * ```
 */
export function requestPasswordReset(options: RequestPasswordResetOptions): Promise<void> {
  return call(false, options);
}

/**
 * Sets a new password, with the reset code in the link of the email.
 *
 * Resolves when the password was changed (204).
 *
 * @throws {PasswordResetError} in every other case, as a rejection.
 *
 * @example
 * ```ts
 * // A reset code may contain "+", which URLSearchParams reads as a space.
 * const link = new URLSearchParams(location.search.replace(/\+/g, "%2B"));
 *
 * await confirmPasswordReset({
 *   projectId,
 *   newPassword,
 *   resetCode: link.get("reset_code") ?? "",
 *   userId: link.get("user_id"),
 *   verifyCode: link.get("verify_code"),
 * });
 * ```
 */
export function confirmPasswordReset(options: ConfirmPasswordResetOptions): Promise<void> {
  return call(true, options);
}

/**
 * Returns the mail address that was probably meant, if the domain of one has a likely typing error (`gmial.com`), or `undefined`.
 *
 * For a hint that the player can accept or ignore: a name is never wrong because of it.
 *
 * @throws {PasswordResetError} of kind `not_loaded`, as a rejection.
 *
 * @example
 * ```ts
 * const suggestion = await suggestMailAddress(username);
 * if (suggestion) hint.textContent = `Did you mean ${suggestion}?`;
 * ```
 */
export function suggestMailAddress(username: string): Promise<string | undefined> {
  return suggest(username);
}

/**
 * Compiles the WebAssembly in advance, so that the first call does not have to wait. Optional: calls load it themselves.
 *
 * @throws {PasswordResetError} of kind `not_loaded`, as a rejection.
 *
 * @example
 * ```ts
 * // If it fails, the call reports why.
 * addEventListener("load", () => preload().catch(() => {}));
 * ```
 */
export function preload(): Promise<void> {
  return base.load();
}
