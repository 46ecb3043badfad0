// Checks how a call ended.

const isText = (value) => typeof value === "string";
const isWhole = (value) => Number.isSafeInteger(value) && value >= 0;
const isBoolean = (value) => typeof value === "boolean";
const optional = (check) => (value) => value === undefined || check(value);
const any = () => true;

/** For each kind, its fields besides `kind`, each with a check of its value. */
const fieldsOf = {
  invalid_input: {
    issues: (issues) =>
      Array.isArray(issues) && issues.every(({ field, rule, message }) => [field, rule, message].every(isText)),
  },
  rejected: { status: isWhole, code: isText, description: isText, details: any, reason: isText },
  rate_limited: {
    status: isWhole,
    code: optional(isText),
    description: optional(isText),
    details: any,
    reason: isText,
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

/** Returns why this is not a structured error; `undefined` if it is one. */
export function checkError(error, { PasswordResetError, isPasswordResetError }) {
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
  return undefined;
}

/** All text of an error, without `cause` and `details`, which are passed through. */
export function allText(error) {
  const { details, ...fields } = error;
  return [error.message, error.stack, String(error), JSON.stringify(fields), ...Object.getOwnPropertyNames(error)].join(
    "\n",
  );
}

/** Returns what is wrong with how a case ended; `undefined` if nothing is. */
export function checkOutcome({ call, issues, ends, sends, body, seen, canary, inner }, { resolved, rejected }, errors) {
  if (resolved.length + rejected.length !== 1) return `settled ${resolved.length} + ${rejected.length} times`;
  const [error] = rejected;
  if (rejected.length > 0) {
    const problem = checkError(error, errors);
    if (problem) return problem;
    if (allText(error).includes(canary)) return "the error contains a value";
  } else if (resolved[0] !== undefined) return "resolved with a value";

  const end = error?.kind ?? "resolved";
  if (!ends.includes(end)) return `ended as ${end} instead of ${ends.join(" or ")}`;
  if (end === "invalid_input") {
    const broken = error.issues.map(({ field, rule }) => `${field} ${rule}`);
    if (broken.join("\n") !== sorted(issues).join("\n"))
      return `reported ${shorten(broken)} instead of ${shorten(sorted(issues))}`;
  }
  if (seen.urls.length > sends) return `sent ${seen.urls.length} times`;
  if (seen.urls.some((url) => !isText(url) || url.includes(canary))) return `sent to an address with a value in it`;
  if (seen.bodies.some((sent) => !isSame(JSON.parse(sent), body))) return `${call} sent another body`;
  if (inner.failed > 0) return `a call within the call failed: ${inner.failed}`;
  const often = Object.entries(seen.reads).filter(([, count]) => count > 1);
  return often.length > 0 ? `read more than once: ${often.join()}` : undefined;
}

/** The argument as a whole is reported first, unknown options last; among these, names of digits come first. */
function sorted(issues) {
  const isUnknown = (issue) => issue.endsWith(" unknown");
  const first = issues.filter((issue) => issue === "options readable");
  const unknown = issues.filter(isUnknown);
  if (unknown.includes("length unknown"))
    unknown.sort((a, b) => (a === "0 unknown" ? -1 : b === "0 unknown" ? 1 : a === "length unknown" ? -1 : 1));
  return [...first, ...issues.filter((issue) => !isUnknown(issue) && !first.includes(issue)), ...unknown];
}

const shorten = (list) => `[${list.map((text) => text.slice(0, 60)).join(", ")}]`;

/** Whether two objects have the same values. */
function isSame(one, other) {
  const names = Object.keys({ ...one, ...other });
  return names.every((name) => one[name] === other[name]);
}
