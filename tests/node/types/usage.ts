// How the package is used, as its types allow it and no further. Compiled, never run.

import {
  confirmPasswordReset,
  type InvalidInputError,
  isPasswordResetError,
  PasswordResetError,
  preload,
  type RateLimitedError,
  type Reason,
  requestPasswordReset,
} from "../../../dist/index.js";

const projectId = "11111111-1111-4111-8111-111111111111";

export async function everyCase(): Promise<string> {
  try {
    await requestPasswordReset({ projectId, username: "John" });
    return "sent";
  } catch (error) {
    if (!(error instanceof PasswordResetError)) throw error;
    switch (error.kind) {
      case "invalid_input":
        return error.issues.map(({ field, rule, message }) => `${field} ${rule} ${message}`).join();
      case "rejected":
        return `${error.status.toFixed()} ${error.code.trim()} ${error.description.trim()} ${error.reason}`;
      case "rate_limited":
        return `${error.retryAfterMs?.toFixed()} ${error.code?.trim()}`;
      case "unexpected_response":
        return error.status.toFixed();
      case "network":
        return String(error.offline satisfies boolean);
      case "timeout":
        return error.timeoutMs.toFixed();
      case "aborted":
      case "not_loaded":
      case "internal":
        return String(error.cause);
      default:
        // Every case is above.
        return error satisfies never;
    }
  }
}

export function guard(error: unknown): Reason | InvalidInputError | RateLimitedError | undefined {
  if (!isPasswordResetError(error)) return undefined;
  if (error.kind === "rejected") return error.reason;
  // @ts-expect-error: only a rejection has a reason
  error.reason;
  return error.kind === "invalid_input" || error.kind === "rate_limited" ? error : undefined;
}

export async function allOptions(): Promise<void> {
  await preload();
  // biome-ignore lint/suspicious/noConfusingVoidType: the claim is that the promise holds nothing.
  const nothing: void = await requestPasswordReset({
    projectId,
    username: "John",
    loginUrl: "mygame://login",
    locale: "pt_BR",
    baseUrl: "http://localhost:8001/api",
    timeoutMs: 5000,
    signal: new AbortController().signal,
    fetch: globalThis.fetch,
  });
  await requestPasswordReset({ projectId, username: "John", loginUrl: null, locale: undefined, signal: null });
  await confirmPasswordReset({
    projectId,
    newPassword: "secret",
    resetCode: "abc",
    userId: projectId,
    verifyCode: "1",
  });
  return nothing;
}

export function mistakes(): void {
  // @ts-expect-error: a username is needed
  requestPasswordReset({ projectId });
  // @ts-expect-error: it is called loginUrl here
  requestPasswordReset({ projectId, username: "John", login_url: "https://example.com" });
  // @ts-expect-error: a number
  requestPasswordReset({ projectId, username: "John", timeoutMs: "1000" });
  // @ts-expect-error: that belongs to the other call
  requestPasswordReset({ projectId, username: "John", newPassword: "secret" });
  // @ts-expect-error: nothing to call without options
  confirmPasswordReset();
}

/** A stub for a custom test. */
export const stub = new PasswordResetError("slow down", {
  kind: "rate_limited",
  status: 429,
  reason: "too_many_attempts",
  retryAfterMs: 1000,
});
