// Brings each form into the state that its `data-state` names. Runs in Chromium 69: no `?.`, no `??`.

import "/dist/forms.js";

/** A value to type, and the HTTP status of the response, which no server sends. */
const states = {
  rest: {},
  sent: { value: "player@example.com", status: 204 },
  failed: { value: "battery staple", status: 503 },
  invalid: { value: "" },
};

async function show(form) {
  const { value, status } = states[form.dataset.state];
  const part = (name) => form.shadowRoot.querySelector(`[part=${name}]`);
  form.projectId = "11111111-1111-4111-8111-111111111111";
  if ("resetCode" in form) form.resetCode = "code";
  form.fetch = async () => new Response(null, { status });
  while (part("form").hasAttribute("data-loading")) await pause(50);
  if (value === undefined) return;
  part("input").value = value;
  part("submit").click();
  const outcome = part(!status ? "error" : status < 400 ? "wait" : "alert");
  while (!outcome.textContent) await pause(50);
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves when every form is in its state. The focus is on the invalid field, which comes last. */
window.ready = (async () => {
  for (const selector of ["[data-state]:not([data-state=invalid])", "[data-state=invalid]"])
    for (const form of document.querySelectorAll(selector)) await show(form);
  await pause(200);
})();
