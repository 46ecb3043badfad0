// The calls that the tests make in a page, as classic script for Chromium 64. Results are plain data.

const projectId = "11111111-1111-4111-8111-111111111111";
const resetCode = "ABJ8UKuTvNILBAEdfiKIpgHtiz6teYVPXMBFdpaw5mI";

let setReady;
const whenReady = new Promise((resolve) => (setReady = resolve));

/** Keeps the package, in whichever way the page has loaded it, and starts its WebAssembly as a page would. */
window.ready = (api) => {
  if (api) {
    window.api = api;
    window.preloaded = outcome(() => api.preload());
  }
  setReady(Boolean(api));
};

/** Whether the package is there; a module that does not load never calls `ready`. */
window.isReady = () => {
  const complete = new Promise((resolve) => {
    if (document.readyState === "complete") resolve(false);
    else addEventListener("load", () => resolve(false));
  });
  return Promise.race([whenReady, complete]);
};

/** A call's outcome. */
async function outcome(call) {
  let promise;
  try {
    promise = call();
  } catch (error) {
    return { thrown: String(error) };
  }
  try {
    await promise;
    return { kind: "resolved" };
  } catch (error) {
    if (!window.api.isPasswordResetError(error)) return { foreign: String(error) };
    const {
      kind,
      name,
      message,
      issues,
      status,
      code,
      description,
      details,
      reason,
      retryAfterMs,
      offline,
      timeoutMs,
    } = /** @type {any} */ (error);
    const is = {
      Error: error instanceof Error,
      PasswordResetError: error instanceof window.api.PasswordResetError,
      enumerableCause: Object.keys(error).includes("cause"),
    };
    const fields = { status, code, description, details, reason, retryAfterMs, offline, timeoutMs };
    const cause = error.cause === undefined ? undefined : error.cause instanceof Error ? error.cause.name : error.cause;
    return {
      kind,
      name,
      message,
      is,
      fields,
      issues: issues ? issues.map(({ field, rule }) => `${field}: ${rule}`) : undefined,
      cause,
    };
  }
}

window.request = (base, options) =>
  outcome(() => window.api.requestPasswordReset({ projectId, username: "John", baseUrl: `${base}204`, ...options }));
const confirmAt = (base, options) =>
  outcome(() =>
    window.api.confirmPasswordReset({
      projectId,
      newPassword: "battery staple",
      resetCode,
      baseUrl: `${base}204`,
      ...options,
    }),
  );
// Replaces the dialog of that name.
Object.assign(window, { confirm: confirmAt });

/** A request through a bridge of the page's, which accepts it. */
window.bridged = () => window.request("https://bridge.example/", { fetch: async () => ({ status: 204 }) });

/** Makes every call. */
window.makeCalls = async ({ api: base, closed }) => {
  const at = (name, options) => ({ baseUrl: base + name, ...options });
  const request = (name, options) => window.request(base, at(name, options));
  const confirm = (name, options) => confirmAt(base, at(name, options));
  const aborted = (...reason) => {
    const controller = new AbortController();
    const call = request("silent", { signal: controller.signal });
    setTimeout(() => controller.abort(...reason), 50);
    return call;
  };
  const calls = {
    preload: window.preloaded,
    accepted: request("204", { loginUrl: "game://home?a=b", locale: "pt_BR" }),
    passwordSet: confirm("204", { userId: projectId, verifyCode: "7" }),
    rejected: request("422"),
    rateLimited: request("429"),
    html: request("503"),
    confirmRejected: confirm("422"),
    network: request("204", { baseUrl: closed }),
    timeout: request("silent", { timeoutMs: 100 }),
    aborted: aborted(),
    abortedWithReason: aborted("closed by the player"),
    invalid: request("204", {
      projectId: "1",
      username: "",
      loginUrl: "javascript:1",
      locale: "x",
      timeoutMs: 0.5,
      signal: {},
      fetch: 1,
      user: 1,
    }),
    confirmInvalid: confirm("204", { newPassword: "12345", resetCode: " ", userId: "x" }),
    notAnObject: outcome(() => window.api.requestPasswordReset(/** @type {any} */ ("John"))),
    emojiUsername: request("emoji", { username: "Lena 😀 \u{1f468}\u200d\u{1f469}" }),
    emojiPassword: confirm("emoji", { newPassword: "😀😀😀😀😀😀" }),
    shortEmojiPassword: confirm("emoji", { newPassword: "😀😀😀😀😀" }),
    loneHighSurrogate: request("204", { username: "a\ud83d" }),
    loneLowSurrogate: request("204", { username: "\ude00b" }),
    swappedSurrogates: confirm("204", { newPassword: "12345\ude00\ud83d" }),
  };
  const results = {};
  for (const name of Object.keys(calls)) results[name] = await calls[name];
  return results;
};

// The classic script has set its global. A module calls `ready` itself.
const { api: globalName } = document.currentScript.dataset;
if (globalName) window.ready(window[globalName]);
