// Compiles only while `js/types.ts` says what the Rust types say: wasm-bindgen's declarations are made from those.

import type * as Rust from "../../../build/glue/xsolla_password_reset.js";
import type {
  FieldsOf,
  InternalError,
  Issue,
  NotLoadedError,
  PasswordResetError,
  Reason,
  Rule,
} from "../../../js/types.js";
import type * as options from "../../../src/browser/api.js";

/** Whether two types are the same, to the letter. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Writes an intersection or a mapped type as a plain one, each member of a union for itself. */
type Plain<T> = T extends object ? { [Key in keyof T]: T[Key] } : T;

function holds<_Claim extends true>() {}

holds<Same<Rule, Rust.Rule>>();
holds<Same<Reason, Rust.Reason>>();
holds<Same<Plain<Issue>, Plain<Rust.Issue>>>();

/** The two that the loader makes, when there is no Rust to make them. */
type MadeByLoader = NotLoadedError | InternalError;
holds<Same<Plain<FieldsOf<Exclude<PasswordResetError, MadeByLoader>>>, Plain<Rust.PasswordResetError>>>();

holds<Same<options.RequestPasswordResetOptions, Parameters<typeof Rust.requestPasswordReset>[0]>>();
holds<Same<options.ConfirmPasswordResetOptions, Parameters<typeof Rust.confirmPasswordReset>[0]>>();
