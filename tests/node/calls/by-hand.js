// The package's two calls, written by hand in plain JavaScript, with the same options, rules and errors: the oracle of
// `differential.test.js`, and the baseline of the benchmark. It imports nothing.

const NAME = "PasswordResetError";

/** The class of every error that a call rejects with. */
class PasswordResetError extends Error {
  constructor(message, fields, cause) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, fields);
  }
}
Object.defineProperty(PasswordResetError.prototype, "name", { value: NAME, writable: true, configurable: true });

/** Whether a value is a `PasswordResetError`, from this copy of the module or another one. */
export function isPasswordResetError(error) {
  return error instanceof PasswordResetError || (error?.name === NAME && typeof error.kind === "string");
}

/** Asks Xsolla Login to email the player a link to the form for a new password. */
export async function requestPasswordReset(options) {
  const { required, optional, finish } = reader(options);
  const projectId = required("projectId", uuid);
  const username = required("username", name);
  const login_url = optional("loginUrl", loginUrl);
  const locale = optional("locale", language);
  const limits = finish(optional);
  return send("/password/reset/request", { projectId, login_url, locale }, { username }, limits);
}

/** Sets a new password with the reset code from the link in the email. */
export async function confirmPasswordReset(options) {
  const { required, optional, finish } = reader(options);
  const projectId = required("projectId", uuid);
  const new_password = required("newPassword", password);
  const reset_code = required("resetCode", code);
  const user_id = optional("userId", uuid);
  const verify_code = optional("verifyCode", code);
  const limits = finish(optional, ["passwordPolicy"]);
  return send("/password/reset/confirm", { projectId }, { new_password, reset_code, user_id, verify_code }, limits);
}

// Reading the options

const rules = {
  required: "is required",
  string: "must be a string",
  object: "must be an object",
  function: "must be a function",
  abort_signal: "must be an AbortSignal",
  readable: "could not be read",
  well_formed: "must be well-formed Unicode",
  uuid: "must be a UUID",
  username_length: "must have 1 to 255 characters",
  password_length: "must have 6 to 100 characters",
  not_empty: "must not be empty",
  no_controls: "must not contain control characters",
  no_spaces: "must not contain control characters or whitespace",
  absolute_url: "must be an absolute URL",
  scheme: "must not use javascript:, data:, blob: or file:",
  https: "must use https, or http with localhost, 127.0.0.0/8 or [::1]",
  origin_and_path: "must not have credentials, a query or a fragment",
  locale: "must be a language and a country, such as pt_BR; navigator.language may lack the country",
  milliseconds: "must be a whole number from 1 to 2147483647",
  unknown: "is not an option",
};

/** Thrown by a parser whose rule is violated. */
class Violation {
  constructor(rule) {
    this.rule = rule;
  }
}

function check(holds, rule) {
  if (!holds) throw new Violation(rule);
}

/** Reads each option once, and collects the issues. */
function reader(input) {
  const issues = [];
  const known = [];
  const isObject = typeof input === "object" && input !== null;
  const report = (field, rule, more = "") => issues.push({ field, rule, message: `${field} ${rules[rule]}${more}` });
  if (!isObject) report("options", "object");

  const get = (field) => {
    known.push(field);
    try {
      return isObject ? input[field] : undefined;
    } catch {
      throw new Violation("readable");
    }
  };
  const read = (field, parse, isRequired) => {
    try {
      const value = get(field);
      // Of any option: the package reads texts before it knows which type an option has.
      check(typeof value !== "string" || isWellFormed(value), "well_formed");
      if (value !== undefined && value !== null) return parse(value);
      check(!isRequired, "required");
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      report(field, error.rule);
    }
  };
  const reportUnknown = () => {
    try {
      for (const key of isObject ? Object.keys(input) : []) {
        if (known.includes(key)) continue;
        const closest = closestOption(key, known);
        report(key, "unknown", closest && `; did you mean ${closest}?`);
      }
    } catch {
      report("options", "readable");
      issues.unshift(issues.pop());
    }
  };
  /** `others` are options that this client only reads: it has no password policies. */
  const finish = (optional, others = []) => {
    const limits = {
      baseUrl: optional("baseUrl", baseUrl) ?? "https://login.xsolla.com/api",
      timeoutMs: optional("timeoutMs", milliseconds) ?? 10_000,
      signal: optional("signal", abortSignal),
      fetch: optional("fetch", callable),
    };
    for (const field of others) optional(field, (value) => value);
    reportUnknown();
    if (issues.length > 0) throw invalidInput(issues);
    return limits;
  };
  return {
    required: (field, parse) => read(field, parse, true),
    optional: (field, parse) => read(field, parse, false),
    finish,
  };
}

function invalidInput(issues) {
  const message = `Nothing was sent: ${issues.map((issue) => issue.message).join("; ")}`;
  return new PasswordResetError(message, { kind: "invalid_input", issues });
}

const otherNames = {
  email: "username",
  login: "username",
  callbackurl: "loginurl",
  redirecturl: "loginurl",
  redirecturi: "loginurl",
};

function closestOption(key, known) {
  const plain = key.replace(/[_-]/g, "").toLowerCase();
  const wanted = otherNames[plain] ?? plain;
  return known.find((option) => {
    const name = option.toLowerCase();
    return name === wanted || (wanted.length > 3 && (name.includes(wanted) || wanted.includes(name)));
  });
}

// The rules

function text(value) {
  check(typeof value === "string", "string");
  return value;
}

/** Whether a text has no lone surrogate. In WebKit, `\p{Surrogate}` does not match one before U+FFFD. */
const isWellFormed = (text) => attempt(() => encodeURIComponent(text)) !== undefined;

/** Whether a text has `min` to `max` code points, each of which is one or two UTF-16 units. */
function hasLength(value, min, max) {
  if (value.length > 2 * max) return false;
  const { length } = [...value];
  return length >= min && length <= max;
}

function uuid(value) {
  check(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text(value)), "uuid");
  return value;
}

function name(value) {
  const trimmed = text(value).replace(
    /^[\s\x85\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]+|[\s\x85\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]+$/g,
    "",
  );
  check(hasLength(trimmed, 1, 255), "username_length");
  check(!/\p{Cc}/u.test(trimmed), "no_controls");
  return trimmed;
}

function password(value) {
  check(hasLength(text(value), 6, 100), "password_length");
  return value;
}

function code(value) {
  check(text(value) !== "", "not_empty");
  check(!/[\p{White_Space}\p{Cc}]/u.test(value), "no_spaces");
  return value;
}

function language(value) {
  const match = /^([a-z]{2,3})[_-]([a-z]{2})$/i.exec(text(value));
  check(match, "locale");
  return `${match[1].toLowerCase()}_${match[2].toUpperCase()}`;
}

/** Splits a URL into its scheme and the rest; `host` is without the port, if the rest starts with `//host`. */
function splitUrl(value) {
  check(!/[\p{White_Space}\p{Cc}]/u.test(text(value)), "no_spaces");
  const match = /^([a-z][a-z0-9+.-]*):(.+)$/i.exec(value);
  check(match, "absolute_url");
  return { scheme: match[1].toLowerCase(), rest: match[2], host: hostOf(match[2]) };
}

function hostOf(rest) {
  if (!rest.startsWith("//") || rest.includes("\\")) return undefined;
  const [authority] = /^[^/?#]*/.exec(rest.slice(2));
  // The colons of an IPv6 address are between brackets.
  const host = /^([^\]]*\]|[^:\]]+)(?::\d*)?$/.exec(authority.slice(authority.lastIndexOf("@") + 1));
  return host?.[1];
}

function loginUrl(value) {
  const { scheme, rest, host } = splitUrl(value);
  check(!["javascript", "data", "blob", "file"].includes(scheme), "scheme");
  check(host || (scheme !== "http" && scheme !== "https"), "absolute_url");
  check(!/^\d+([/?#]|$)/.test(rest), "absolute_url");
  return value;
}

function baseUrl(value) {
  const { scheme, rest, host } = splitUrl(value);
  check(!/[@?#]/.test(rest), "origin_and_path");
  check(scheme === "https" || scheme === "http", "https");
  check(host, "absolute_url");
  check(scheme === "https" || /^(localhost|\[::1\]|127(\.\d+){3})$/i.test(host), "https");
  return value.replace(/\/$/, "");
}

function milliseconds(value) {
  check(Number.isInteger(value) && value >= 1 && value <= 2147483647, "milliseconds");
  return value;
}

function abortSignal(value) {
  check(typeof attempt(() => value.aborted) === "boolean", "abort_signal");
  return value;
}

function callable(value) {
  check(typeof value === "function", "function");
  return value;
}

// Sending, and reading the response

/** Returns the result of a function, `undefined` if it throws. */
function attempt(run) {
  try {
    return run();
  } catch {
    return undefined;
  }
}

async function send(path, query, body, { baseUrl, timeoutMs, signal, fetch = globalThis.fetch }) {
  const controller = new AbortController();
  const abortedByCaller = () => attempt(() => signal?.aborted);
  const aborted = () =>
    new PasswordResetError(
      "Aborted by the caller",
      { kind: "aborted" },
      attempt(() => signal.reason),
    );
  if (abortedByCaller()) throw aborted();

  let end;
  const over = new Promise((resolve) => (end = resolve));
  try {
    signal?.addEventListener("abort", end);
  } catch {
    throw invalidInput([{ field: "signal", rule: "abort_signal", message: `signal ${rules.abort_signal}` }]);
  }
  const timer = setTimeout(end, timeoutMs, controller);

  /** Waits for one step, the timeout or the caller's signal, even if `fetch` ignores its signal. */
  const race = async (step) => {
    let first;
    let failure;
    try {
      // As `await` does, without the promise's own `then`.
      first = await Promise.race([over, (async () => await step())()]);
    } catch (error) {
      failure = { error };
    }
    if (abortedByCaller()) {
      controller.abort();
      throw aborted();
    }
    if (failure) throw failure.error;
    if (first !== controller) return first;
    controller.abort();
    throw new PasswordResetError(`No response within ${timeoutMs} ms`, { kind: "timeout", timeoutMs });
  };

  try {
    const parameters = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) if (value !== undefined) parameters.append(key, value);
    const url = `${baseUrl}${path}?${parameters}`;
    const init = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: controller.signal,
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      referrerPolicy: "no-referrer",
    };
    let response;
    try {
      response = await race(() => fetch.call(undefined, url, init));
    } catch (cause) {
      throw attempt(() => cause instanceof PasswordResetError) ? cause : networkError(cause);
    }
    // Stops the download of a body that is not read.
    const status = statusOf(response);
    if (status !== 204 && !canHaveError(status)) controller.abort();
    await readResponse(response, status, race);
  } finally {
    clearTimeout(timer);
    attempt(() => signal?.removeEventListener("abort", end));
  }
}

function networkError(cause) {
  const offline = globalThis.navigator?.onLine === false;
  const message = offline
    ? "No response: this device is offline"
    : "No response: the connection failed, an extension, a tracing header or a custom fetch broke the request, or Allowed origins (CORS) in Publisher Account lacks this page's origin";
  return new PasswordResetError(message, { kind: "network", offline }, cause);
}

/** The status, as a number of 16 bits; 0 if the value is not a response. */
function statusOf(response) {
  const status = attempt(() => response.status);
  return Number.isInteger(status) && status > 0 && status <= 65535 ? status : 0;
}

/** Whether a response with this status can have the documented error object. */
const canHaveError = (status) => status >= 400 && status <= 599;

async function readResponse(response, status, race) {
  if (status === 204) return;

  let error;
  if (canHaveError(status)) {
    try {
      error = errorObject(await race(() => response.json()));
    } catch (cause) {
      if (cause instanceof PasswordResetError) throw cause;
    }
  }
  const reason = reasons[error?.code] ?? "unknown";
  if (status === 429) {
    /** @type {Record<string, any>} */
    const fields = { kind: "rate_limited", status, ...error };
    fields.reason = reason === "unknown" ? "too_many_attempts" : reason;
    const header = (name) => attempt(() => response.headers.get(name));
    const wait = retryAfterMs(header("retry-after"), header("date"));
    if (wait !== undefined) fields.retryAfterMs = wait;
    throw new PasswordResetError("Too many requests", fields);
  }
  if (error) {
    const message = `Xsolla Login rejected the request: ${error.code} (${reason})`;
    throw new PasswordResetError(message, { kind: "rejected", status, ...error, reason });
  }
  const message = `Unexpected response: HTTP status ${status}`;
  throw new PasswordResetError(message, { kind: "unexpected_response", status });
}

function errorObject(body) {
  const { code, description, details } = body.error;
  // A code that is not well-formed is none.
  if ((typeof code !== "string" && typeof code !== "number") || !isWellFormed(String(code))) return undefined;
  const error = { code: String(code), description: typeof description === "string" ? description : "" };
  if (Array.isArray(description)) {
    error.details = description;
    const texts = attempt(() => description.map(({ property, message }) => `${property}: ${message}`));
    error.description = attempt(() => texts.join("; ")) ?? "";
  }
  if (details !== undefined && details !== null) error.details = details;
  return error;
}

/** Parses seconds or a date, which is compared with the date of the response. */
function retryAfterMs(header, date) {
  if (typeof header !== "string") return undefined;
  const value = header.trim();
  const isSeconds = /^\d+(\.\d+)?$/.test(value);
  const wait = isSeconds
    ? Math.ceil(Number(value)) * 1000
    : Math.max(0, httpDateMs(value) - (httpDateMs(date) || Date.now()));
  return Number.isSafeInteger(wait) ? wait : undefined;
}

/** Parses the three formats of an HTTP date; `NaN` for anything else. */
function httpDateMs(text) {
  if (/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/.test(text)) return Date.parse(text);
  if (/^\w+, \d\d-\w{3}-\d\d [\d:]{8} GMT$/.test(text)) return Date.parse(text);
  return /^\w{3} \w{3} [ \d]\d [\d:]{8} \d{4}$/.test(text) ? Date.parse(`${text} GMT`) : NaN;
}

/** @type {Record<string, string>} */
const reasons = {
  0: "invalid_parameters",
  "002-027": "invalid_parameters",
  "002-028": "invalid_parameters",
  "002-050": "invalid_parameters",
  "002-040": "account_banned",
  "002-057": "too_many_attempts",
  "002-058": "too_many_attempts",
  BruteForceLimit: "too_many_attempts",
  RateLimitExceeded: "too_many_attempts",
  "003-001": "wrong_credentials",
  "003-002": "user_not_found",
  LongIdentifierNotFound: "user_not_found",
  "003-007": "account_not_confirmed",
  "003-019": "project_not_found",
  "003-020": "call_unavailable",
  "003-022": "project_misconfigured",
  "003-024": "reset_not_allowed",
  "003-061": "object_not_found",
  "010-007": "captcha_required",
  CaptchaRequired: "captcha_required",
  "010-011": "login_url_required",
  "010-012": "login_url_unknown",
};
