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

/** Enters a value, and sends it. */
export function send(controller, value) {
  controller.setValue(value);
  return controller.submit();
}

/** A controller after a request for a name. */
export async function requested(options = {}) {
  const reset = passwordReset(options);
  await send(reset, "ada");
  return reset;
}

/** A `fetch` that answers as another one, and the requests that it gets. */
export function recording(respond = accept) {
  const sent = [];
  const fetch = (url, { body }) => {
    sent.push({ query: Object.fromEntries(new URL(url).searchParams), body: JSON.parse(body) });
    return respond();
  };
  return { sent, fetch };
}

/** The warnings on the console, during a test. */
export function warningsOf(t) {
  const logged = [];
  t.mock.method(console, "warn", (text) => logged.push(text));
  return logged;
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves once a state of a controller fits; it has a subscriber until then. */
export const until = (controller, fits) =>
  new Promise((resolve) => {
    const unsubscribe = controller.subscribe(async (state) => {
      if (!fits(state)) return;
      resolve(state);
      // The first state is there before `subscribe` returns.
      await undefined;
      unsubscribe();
    });
  });
