/** What both calls take. */
export interface CallOptions {
  /** The Login project's ID, from Publisher Account: a UUID, in any case. */
  projectId: string;
  /**
   * Where the API is: an `https` URL, or `http` on this machine, without credentials, query or fragment.
   * @default "https://login.xsolla.com/api"
   */
  baseUrl?: string | null | undefined;
  /**
   * The time limit in milliseconds, from the call to the last byte of the response, loading the WebAssembly included: a
   * whole number, 1 to 2147483647.
   * @default 10000
   */
  timeoutMs?: number | null | undefined;
  /** Aborts the call: it rejects with `kind: "aborted"`, and `cause` is the signal's `reason`. */
  signal?: AbortSignal | null | undefined;
  /**
   * Called in place of the global `fetch`, with a URL and options (`method`, `headers`, `body`, `signal`, …):
   * a launcher's native bridge, or a stub in tests.
   */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | null | undefined;
}

/** What `requestPasswordReset` takes. */
export interface RequestPasswordResetOptions extends CallOptions {
  /**
   * Who lost a password: a username or an email address. 1 to 255 characters (Unicode code points) without
   * control characters; whitespace and invisible format characters around it are trimmed.
   */
  username: string;
  /**
   * Where the player lands after the reset: one of the project's Callback URLs, letter for letter as it stands in
   * Publisher Account. Required by the API if the project has several. An absolute URL; a launcher's own scheme
   * will do, but not `javascript:`, `data:`, `blob:` or `file:`.
   */
  loginUrl?: string | null | undefined;
  /** The language of the email: language and country, `pt_BR` or `pt-br`. English when absent. */
  locale?: string | null | undefined;
}

/** What `confirmPasswordReset` takes. */
export interface ConfirmPasswordResetOptions extends CallOptions {
  /** The password to set: 6 to 100 characters (Unicode code points), sent exactly as given. */
  newPassword: string;
  /** The reset code that the link in the email carries. */
  resetCode: string;
  /** The user's ID that the link in the email carries: a UUID. */
  userId?: string | null | undefined;
  /** For projects with custom storage that ask for one more code. */
  verifyCode?: string | null | undefined;
}
