// What is wrong with how a call ended; nothing, if nothing is.

const text = (value) => typeof value === "string";
const whole = (value) => Number.isSafeInteger(value) && value >= 0;
const flag = (value) => typeof value === "boolean";
const optional = (check) => (value) => value === undefined || check(value);
const anything = () => true;

/** The fields of each kind beside `kind`, and what they hold. */
const fieldsOf = {
  invalid_input: {
    issues: (issues) =>
      Array.isArray(issues) && issues.every(({ field, rule, message }) => [field, rule, message].every(text)),
  },
  rejected: { status: whole, code: text, description: text, details: anything, reason: text },
  rate_limited: {
    status: whole,
    code: optional(text),
    description: optional(text),
    details: anything,
    reason: text,
    retryAfterMs: optional(whole),
  },
  unexpected_response: { status: whole },
  network: { offline: flag },
  timeout: { timeoutMs: whole },
  aborted: {},
  // Faults of the package itself. No case may end so; a page that spoils the language itself may see them.
  not_loaded: {},
  internal: {},
};

/** Why this is no structured error; nothing, if it is one. */
export function unstructured(error, { PasswordResetError, isPasswordResetError }) {
  if (!(error instanceof PasswordResetError) || !(error instanceof Error) || !isPasswordResetError(error))
    return "no PasswordResetError";
  const { kind, ...fields } = error;
  const checks = fieldsOf[kind];
  if (!checks) return `an unknown kind ${String(kind)}`;
  const names = new Set([...Object.keys(fields), ...Object.keys(checks)]);
  const wrong = [...names].filter((name) => !checks[name]?.(fields[name]));
  if (wrong.length > 0) return `fields that are not those of ${kind}: ${wrong.join(", ")}`;
  if (!text(error.message) || error.message === "" || error.name !== "PasswordResetError") return "no message or name";
  return undefined;
}

/** Everything that an error tells. `cause` and `details` are handed on as they are: they are not ours. */
export function told(error) {
  const { details, ...fields } = error;
  return [error.message, error.stack, String(error), JSON.stringify(fields), ...Object.getOwnPropertyNames(error)].join(
    "\n",
  );
}

/** How often each way of settling came to pass, and what of. */
export function wrongWith({ call, issues, ends, sends, body, seen, canary, inner }, { resolved, rejected }, errors) {
  if (resolved.length + rejected.length !== 1) return `settled ${resolved.length} + ${rejected.length} times`;
  const [error] = rejected;
  if (rejected.length > 0) {
    const flaw = unstructured(error, errors);
    if (flaw) return flaw;
    if (told(error).includes(canary)) return "the error tells a value";
  } else if (resolved[0] !== undefined) return "resolved with something";

  const end = error?.kind ?? "resolved";
  if (!ends.includes(end)) return `ended as ${end} instead of ${ends.join(" or ")}`;
  if (end === "invalid_input") {
    const broken = error.issues.map(({ field, rule }) => `${field} ${rule}`);
    if (broken.join("\n") !== sorted(issues).join("\n"))
      return `told ${shorten(broken)} instead of ${shorten(sorted(issues))}`;
  }
  if (seen.urls.length > sends) return `sent ${seen.urls.length} times`;
  if (seen.urls.some((url) => !text(url) || url.includes(canary))) return `sent to an address with a value in it`;
  if (seen.bodies.some((sent) => !isSame(JSON.parse(sent), body))) return `${call} sent another body`;
  if (inner.failed > 0) return `a call within the call failed: ${inner.failed}`;
  const often = Object.entries(seen.reads).filter(([, count]) => count > 1);
  return often.length > 0 ? `read more than once: ${often.join()}` : undefined;
}

/** The argument as a whole is told first, unknown options last, those named by digits first among them. */
function sorted(issues) {
  const isUnknown = (issue) => issue.endsWith(" unknown");
  const first = issues.filter((issue) => issue === "options readable");
  const unknown = issues.filter(isUnknown);
  if (unknown.includes("length unknown"))
    unknown.sort((a, b) => (a === "0 unknown" ? -1 : b === "0 unknown" ? 1 : a === "length unknown" ? -1 : 1));
  return [...first, ...issues.filter((issue) => !isUnknown(issue) && !first.includes(issue)), ...unknown];
}

const shorten = (list) => `[${list.map((text) => text.slice(0, 60)).join(", ")}]`;

/** Whether two objects hold the same texts. */
function isSame(one, other) {
  const names = Object.keys({ ...one, ...other });
  return names.every((name) => one[name] === other[name]);
}
