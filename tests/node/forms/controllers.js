// Controllers of the built package, whose timers end in a twentieth of their time.

import { projectId } from "../../support/projects.js";

for (const name of ["setTimeout", "setInterval"]) {
  const start = globalThis[name];
  globalThis[name] = (run, ms, ...args) => start(run, ms / 20, ...args);
}

const forms = await import(new URL("../../../dist/forms.js", import.meta.url).href);

export const { createNewPassword, createPasswordReset, NewPasswordForm, PasswordResetForm } = forms;

/** A `fetch` that answers with 204. */
export const accept = async () => new Response(null, { status: 204 });

/** A `fetch` that answers with this error. */
export const reject = (status, error) => async () => new Response(JSON.stringify({ error }), { status });

export const passwordReset = (options) => createPasswordReset({ projectId, language: "en", fetch: accept, ...options });
export const newPassword = (options) =>
  createNewPassword({ projectId, resetCode: "code", language: "en", fetch: accept, ...options });

/** A controller after a request for a name. */
export async function requested(options = {}) {
  const reset = passwordReset(options);
  reset.setValue("ada");
  await reset.submit();
  return reset;
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves once a state of a controller fits; it has a subscriber until then. */
export const until = (controller, fits) =>
  new Promise((resolve) => {
    let isOver = false;
    const unsubscribe = controller.subscribe((state) => {
      if (isOver || !fits(state)) return;
      isOver = true;
      resolve(state);
      // `subscribe` has not returned yet if the first state fits.
      void Promise.resolve().then(() => unsubscribe());
    });
  });
