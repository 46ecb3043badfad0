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
}
