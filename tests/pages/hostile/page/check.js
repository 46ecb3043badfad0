// Checks that an error is one of the documented ones.

const isText = (value) => typeof value === "string";
const isWhole = (value) => Number.isSafeInteger(value) && value >= 0;
const isBoolean = (value) => typeof value === "boolean";
const optional = (check) => (value) => value === undefined || check(value);
const any = () => true;
const response = { status: isWhole, reason: isText, details: any };

/** For each kind, its fields besides `kind`, each with a check of its value. */
const fieldsOf = {
  invalid_input: {
    issues: (issues) =>
      Array.isArray(issues) && issues.every(({ field, rule, message }) => [field, rule, message].every(isText)),
  },
  rejected: { ...response, code: isText, description: isText },
  rate_limited: {
    ...response,
    code: optional(isText),
    description: optional(isText),
    retryAfterMs: optional(isWhole),
  },
  unexpected_response: { status: isWhole },
  network: { offline: isBoolean },
  timeout: { timeoutMs: isWhole },
  aborted: {},
  // Faults of the package itself. No case may end this way, but calls on polluted pages may.
  not_loaded: {},
  internal: {},
};

/** Returns what is wrong with an error: it is not structured, or a text in it contains the canary. */
export function checkError(error, canary, { PasswordResetError, isPasswordResetError }) {
  if (!(error instanceof PasswordResetError) || !(error instanceof Error) || !isPasswordResetError(error))
    return "no PasswordResetError";
  const { kind, ...fields } = /** @type {any} */ (error);
  const checks = fieldsOf[kind];
  if (!checks) return `the unknown kind ${String(kind)}`;
  const names = new Set([...Object.keys(fields), ...Object.keys(checks)]);
  const bad = [...names].filter((name) => !checks[name]?.(fields[name]));
  if (bad.length > 0) return `fields that do not belong to ${kind}: ${bad.join(", ")}`;
  if (!isText(error.message) || error.message === "" || error.name !== "PasswordResetError")
    return "no message or name";
  // What is passed through may contain anything.
  const { details, ...texts } = fields;
  const all = [error.message, error.stack, String(error), JSON.stringify(texts), ...Object.getOwnPropertyNames(error)];
  return all.join("\n").includes(canary) ? "the error contains a value" : undefined;
}
