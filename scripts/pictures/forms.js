// Brings each form into the state that its `data-state` names. Runs in Chromium 69: no `?.`, no `??`.

import "/dist/forms.js";

/** A value to type, and the HTTP status of the response, which no server sends. */
const states = {
  rest: {},
  sent: { value: "player@example.com", status: 204 },
  failed: { value: "battery staple", status: 503 },
  invalid: { value: "" },
};

const part = (form, name) => form.shadowRoot.querySelector(`[part=${name}]`);

async function until(isTrue) {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function show(form) {
  const { value, status } = states[form.dataset.state];
  form.projectId = "11111111-1111-4111-8111-111111111111";
  if ("resetCode" in form) form.resetCode = "code";
  form.fetch = async () => new Response(null, { status });
  await until(() => !part(form, "form").hasAttribute("data-loading"));
  if (value === undefined) return;
  part(form, "input").value = value;
  part(form, "submit").click();
  const outcomes = status ? [status < 400 ? "wait" : "alert"] : ["error"];
  await until(() => outcomes.every((name) => part(form, name).textContent));
}

/** Resolves when every form is in its state. The focus is on the invalid field, which comes last. */
window.ready = (async () => {
  /** @type {NodeListOf<HTMLElement>} */
  const all = document.querySelectorAll("[data-state]");
  const forms = [...all];
  forms.sort((a, b) => Number(a.dataset.state === "invalid") - Number(b.dataset.state === "invalid"));
  for (const form of forms) await show(form);
  await new Promise((resolve) => setTimeout(resolve, 200));
})();
