// How a call should end, given the facts about its argument.

/** The options of each call, in the order in which they are reported. */
export const shared = ["baseUrl", "timeoutMs", "signal", "fetch"];
export const calls = {
  requestPasswordReset: { required: ["projectId", "username"], optional: ["loginUrl", "locale"] },
  confirmPasswordReset: {
    required: ["projectId", "newPassword", "resetCode"],
    optional: ["userId", "verifyCode"],
    last: ["passwordPolicy"],
  },
};

/** The names of the options in the body of a request. */
const bodyNames = {
  username: "username",
  newPassword: "new_password",
  resetCode: "reset_code",
  userId: "user_id",
  verifyCode: "verify_code",
};

/** @param {object} facts see `generate.js` */
export function expected(facts) {
  const issues = issuesOf(facts);
  const { fetch, signal } = facts;
  if (issues.length > 0) return { issues, ends: ["invalid_input"], sends: 0, body: {} };
  return {
    issues,
    ends: signal.only ? [signal.only] : [...fetch.ends, ...(signal.ends ?? [])],
    sends: signal.silent ? 0 : 1,
    body: bodyOf(facts),
  };
}

function issuesOf({ call, shape, options, signal }) {
  const { required, optional, last = [] } = calls[call];
  switch (shape) {
    case "not an object":
      return ["options object", ...required.map((name) => `${name} required`)];
    case "unreadable":
      return [...required, ...optional, ...shared, ...last, "options"].map((name) => `${name} readable`);
  }
  const issues = options
    .filter(({ rule, isEnumerable }) => rule && (rule !== "unknown" || (shape === "listable" && isEnumerable)))
    .map(({ name, rule }) => `${name.replace("\ud800", "\ufffd")} ${rule}`);
  if (shape === "keys unreadable") issues.push("options readable");
  // The package adds its listener last, when all options are valid.
  return issues.length === 0 && signal.rejectedLate ? ["signal abort_signal"] : issues;
}

function bodyOf({ options }) {
  const body = {};
  for (const { name, value } of options) {
    if (Object.hasOwn(bodyNames, name)) body[bodyNames[name]] = name === "username" ? value.trim() : value;
  }
  return body;
}
