/**
 * The two calls, their options, and what they reject with.
 *
 * @module xsolla-password-reset
 */

import type { ConfirmPasswordResetOptions, RequestPasswordResetOptions } from "../src/browser/api.js";
import * as errors from "../src/browser/error.js";
import { call, load } from "./load.js";
import type * as types from "./types.js";

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
} from "./types.js";

/** Why a call did not succeed: `kind` tells the cases apart. */
export type PasswordResetError = types.PasswordResetError;

/** The class of every error that a call rejects with. */
export const PasswordResetError = errors.PasswordResetError as unknown as types.PasswordResetErrorConstructor;

/**
 * Whether something is a `PasswordResetError`, even of another copy of this package or of another realm.
 *
 * @function
 */
export const isPasswordResetError = errors.isPasswordResetError as (error: unknown) => error is PasswordResetError;

/**
 * Asks Xsolla Login to email the player a link to the form for a new password.
 *
 * Resolves when the request was accepted (204). That is no proof that an email was delivered, nor that the user
 * exists: tell the player the same either way. Sent once, never repeated by itself, since each request may send an
 * email and make the link in the one before it useless.
 *
 * @throws {PasswordResetError} in every other case, as a rejection.
 */
export function requestPasswordReset(options: RequestPasswordResetOptions): Promise<void> {
  return call("requestPasswordReset", options);
}

/**
 * Sets a new password with the reset code that the link in the email carries.
 *
 * Resolves when the password was changed (204).
 *
 * @throws {PasswordResetError} in every other case, as a rejection.
 */
export function confirmPasswordReset(options: ConfirmPasswordResetOptions): Promise<void> {
  return call("confirmPasswordReset", options);
}

/**
 * Compiles the WebAssembly ahead, so that the first call need not wait for it. Optional: calls load it themselves.
 *
 * @throws {PasswordResetError} of kind `not_loaded`, as a rejection.
 */
export async function preload(): Promise<void> {
  await load();
}
