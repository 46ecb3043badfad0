// The calls that the tests make in a page, as classic script for Chromium 64. Results are plain data.

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
    const { isPasswordResetError, PasswordResetError } = window.api;
    if (!isPasswordResetError(error)) return { foreign: String(error) };
    const { kind, name, message, issues, cause, ...fields } = /** @type {any} */ (error);
    return {
      ...{ kind, name, message, fields },
      is: {
        Error: error instanceof Error,
        PasswordResetError: error instanceof PasswordResetError,
        enumerableCause: Object.keys(error).includes("cause"),
      },
      issues: issues ? issues.map(({ field, rule }) => `${field}: ${rule}`) : undefined,
      cause: cause instanceof Error ? cause.name : cause,
    };
  }
}

/** Makes a call, which is aborted soon if there are arguments for that. */
window.makeCall = (call, argument, abort) => {
  const functions = { request: "requestPasswordReset", confirm: "confirmPasswordReset" };
  if (!abort) return outcome(() => window.api[functions[call]](argument));
  const controller = new AbortController();
  setTimeout(() => controller.abort(...abort), 50);
  return outcome(() => window.api[functions[call]]({ ...argument, signal: controller.signal }));
};

// The classic script has set its global. A module calls `ready` itself.
const { api: globalName } = document.currentScript.dataset;
if (globalName) window.ready(window[globalName]);
