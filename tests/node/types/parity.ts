// Compiles only while `js/types.ts` agrees with the Rust types, from which wasm-bindgen generates its declarations.

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

/** Whether two types are identical. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** An intersection or a mapped type as a plain object type, for each member of a union. */
type Plain<T> = T extends object ? { [Key in keyof T]: T[Key] } : T;

/** Does not compile if the types of `js/types.ts` and those of the crate differ. The first error counts: others follow it. */
function holds<_Claim extends true>() {}

holds<Same<Rule, Rust.Rule>>();
holds<Same<Reason, Rust.Reason>>();
holds<Same<Plain<Issue>, Plain<Rust.Issue>>>();

/** The two errors of the loader, which occur while there is no Rust to report them. */
type LoaderError = NotLoadedError | InternalError;
holds<Same<Plain<FieldsOf<Exclude<PasswordResetError, LoaderError>>>, Plain<Rust.PasswordResetError>>>();

/** The functions of the crate take the documented options. */
holds<Same<options.RequestPasswordResetOptions, Parameters<typeof Rust.requestPasswordReset>[0]>>();
holds<Same<options.ConfirmPasswordResetOptions, Parameters<typeof Rust.confirmPasswordReset>[0]>>();
