// The errors of a call. Native tests compare the words with those of `src/failure.rs`, `src/error.rs`, `src/reason.rs` and `src/input.rs`.

/** A rule that an option can break. */
export type Rule =
  | "required"
  | "string"
  | "object"
  | "function"
  | "abort_signal"
  | "readable"
  | "well_formed"
  | "uuid"
  | "username_length"
  | "password_length"
  | "not_empty"
  | "no_controls"
  | "no_spaces"
  | "absolute_url"
  | "scheme"
  | "https"
  | "origin_and_path"
  | "locale"
  | "milliseconds"
  | "unknown"
  | "array"
  | "count"
  | "impossible"
  | "password_policy";

/** The known meaning of one of Xsolla's error codes; `unknown` for every other code. */
export type Reason =
  | "invalid_parameters"
  | "account_banned"
  | "too_many_attempts"
  | "wrong_credentials"
  | "user_not_found"
  | "account_not_confirmed"
  | "project_not_found"
  | "call_unavailable"
  | "project_misconfigured"
  | "reset_not_allowed"
  | "object_not_found"
  | "captcha_required"
  | "login_url_required"
  | "login_url_unknown"
  | "unknown";

/** One option, and the rule that it breaks. */
export interface Issue {
  /** The option's name; `options` for the whole argument. */
  field: string;
  /** The broken rule. */
  rule: Rule;
  /** A sentence for developers: the name and the rule, never the value. */
  message: string;
  /** Only for `password_policy`: the requirement that the password does not meet, such as `passwordPolicy.shouldContain[1]`. */
  requirement?: string;
}

/** The fields of every error. */
interface PasswordResetErrorBase extends Error {
  /** The same in every case and in every copy of this package. */
  name: "PasswordResetError";
  /** The underlying error, if any. */
  cause?: unknown;
}

/** The options break rules. Nothing was sent. */
export interface InvalidInputError extends PasswordResetErrorBase {
  /** Identifies the case. */
  kind: "invalid_input";
  /** Every broken rule, in the order of the options. */
  issues: Issue[];
}

/** Xsolla Login responded with its documented error object. */
export interface RejectedError extends PasswordResetErrorBase {
  /** Identifies the case. */
  kind: "rejected";
  /** HTTP status: 400, 401, 404 and 422 are documented. */
  status: number;
  /** Xsolla's code, such as `"003-019"`. A number in the response becomes a string: `"0"`. */
  code: string;
  /** Xsolla's explanation, for developers: always English, may change. A list in the response becomes `property: message; …`. */
  description: string;
  /** Xsolla's `details`, unchanged, or else a `description` that is a list; absent if the response has neither. */
  details?: unknown;
  /** The meaning of `code`. */
  reason: Reason;
}

/** Too many requests (429): wait before the next one. */
export interface RateLimitedError extends PasswordResetErrorBase {
  /** Identifies the case. */
  kind: "rate_limited";
  /** HTTP status, always 429. */
  status: number;
  /** Xsolla's code; absent if the response has no readable error object. */
  code?: string;
  /** Xsolla's explanation; absent if the response has no readable error object. */
  description?: string;
  /** Xsolla's `details`, unchanged, or else a `description` that is a list; absent if the response has neither. */
  details?: unknown;
  /** The meaning of `code`; `too_many_attempts` if it has none. */
  reason: Reason;
  /**
   * How long to wait, in milliseconds, from the header `Retry-After`: seconds, rounded up, or a date, relative to the
   * header `Date` or else to the clock of the device. Absent if the response has no valid one, or if CORS hides it from
   * the page. There is no upper bound.
   */
  retryAfterMs?: number;
}

/** A response that the API does not document: an HTML page, an empty 500, a redirect, a 200. */
export interface UnexpectedResponseError extends PasswordResetErrorBase {
  /** Identifies the case. */
  kind: "unexpected_response";
  /**
   * HTTP status. Redirects are never followed: a browser reports 0 for them; Node and a custom `fetch` report the status
   * itself, such as 302. Also 0 if `fetch` returns something that is not a response.
   */
  status: number;
}

/** No response: the connection failed, or CORS hides the response from the page. `cause` is what `fetch` threw. */
export interface NetworkError extends PasswordResetErrorBase {
  /** Identifies the case. */
  kind: "network";
  /** Whether the browser knows that it is offline. */
  offline: boolean;
}

/** No response within the time limit. */
export interface TimeoutError extends PasswordResetErrorBase {
  /** Identifies the case. */
  kind: "timeout";
  /** The time limit that was exceeded, in milliseconds. */
  timeoutMs: number;
}

/** The caller's `signal` aborted the call. `cause` is its `reason`. */
export interface AbortedError extends PasswordResetErrorBase {
  /** Identifies the case. */
  kind: "aborted";
}

/**
 * The call could not start: the page forbids WebAssembly (a CSP without `'wasm-unsafe-eval'`), or the browser lacks it or
 * another required feature. `message` names the reason. The next call tries again.
 */
export interface NotLoadedError extends PasswordResetErrorBase {
  /** Identifies the case. */
  kind: "not_loaded";
}

/** A bug in this package. The next call uses a fresh instance. */
export interface InternalError extends PasswordResetErrorBase {
  /** Identifies the case. */
  kind: "internal";
}

/**
 * Every case.
 *
 * @inline
 */
export type PasswordResetError =
  | InvalidInputError
  | RejectedError
  | RateLimitedError
  | UnexpectedResponseError
  | NetworkError
  | TimeoutError
  | AbortedError
  | NotLoadedError
  | InternalError;

/** The fields of an error that are not the same for every error. */
export type FieldsOf<E> = E extends PasswordResetErrorBase ? Omit<E, keyof PasswordResetErrorBase> : never;

/** The class of every error that a call rejects with, for `instanceof`. */
export interface PasswordResetErrorConstructor {
  /** For `instanceof`. */
  readonly prototype: PasswordResetError;
  /** For stubs in tests. */
  new (message: string, fields: FieldsOf<PasswordResetError>, cause?: unknown): PasswordResetError;
}
