/** The options of both calls. */
export interface CallOptions {
  /** The Login project's ID, from Publisher Account: a UUID, in any case. */
  projectId: string;
  /**
   * The base URL of the API: `https`, or `http` on this machine, without credentials, query or fragment.
   * @default "https://login.xsolla.com/api"
   */
  baseUrl?: string | null | undefined;
  /**
   * The time limit in milliseconds, from the call to the last byte of the response, including the loading of the
   * WebAssembly: a whole number from 1 to 2147483647.
   * @default 10000
   */
  timeoutMs?: number | null | undefined;
  /** Aborts the call: it rejects with `kind: "aborted"`, and `cause` is the signal's `reason`. */
  signal?: AbortSignal | null | undefined;
  /**
   * Called instead of the global `fetch`, with a URL and options (`method`, `headers`, `body`, `signal`, …):
   * a launcher's native bridge, or a stub in tests.
   */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | null | undefined;
}

/** The options of `requestPasswordReset`. */
export interface RequestPasswordResetOptions extends CallOptions {
  /**
   * The player who lost a password: a username or an email address. 1 to 255 characters (Unicode code points) without
   * control characters; whitespace and invisible format characters around it are trimmed.
   */
  username: string;
  /**
   * Where the player lands after the reset: one of the project's Callback URLs, exactly as in Publisher Account.
   * Required by the API if the project has several. An absolute URL; a launcher's custom scheme is accepted, but not
   * `javascript:`, `data:`, `blob:` or `file:`.
   */
  loginUrl?: string | null | undefined;
  /** The language of the email: language and country, `pt_BR` or `pt-br`. English if absent. */
  locale?: string | null | undefined;
}

/** The options of `confirmPasswordReset`. */
export interface ConfirmPasswordResetOptions extends CallOptions {
  /** The password to set: 6 to 100 characters (Unicode code points), sent exactly as given. */
  newPassword: string;
  /** The reset code from the link in the email. */
  resetCode: string;
  /** The user's ID from the link in the email: a UUID. */
  userId?: string | null | undefined;
  /** The code for an extra check, which projects with custom storage may require. */
  verifyCode?: string | null | undefined;
  /** The project's password policy, which `newPassword` must meet: one issue for each requirement that it does not meet. */
  passwordPolicy?: PasswordPolicy | null | undefined;
}

/**
 * A project's own rules for passwords, from its settings in Publisher Account. Xsolla Login enforces them itself; with this
 * copy the player learns of them before anything is sent. Characters are Unicode code points.
 *
 * Source: `ValidationType` of `@xsolla/login-sdk` 0.95.0, which has the same names as `min_length`, `should_contain`, ….
 */
export interface PasswordPolicy {
  /** The least number of characters: a whole number up to 100, the limit of the API. */
  minLength?: number | null | undefined;
  /** The largest number of characters: a whole number from 6 to 1000. The API's own limit is 100. */
  maxLength?: number | null | undefined;
  /** The only characters that a password may have. Not empty. */
  allowedCharacters?: string | null | undefined;
  /** Characters that a password must not have. Not empty. */
  forbiddenCharacters?: string | null | undefined;
  /** Sets of characters of which a password must have some. */
  shouldContain?: readonly PasswordRequirement[] | null | undefined;
}

/** A set of characters of which a password must have some. */
export interface PasswordRequirement {
  /** The set. Not empty. */
  characters: string;
  /**
   * How many of them: a whole number up to 100. With 0, the set requires nothing.
   * @default 1
   */
  count?: number | null | undefined;
}
