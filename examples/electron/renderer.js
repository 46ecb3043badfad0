// The page: it may load scripts from its own folder, compile WebAssembly, and nothing else. It has no network.

const { isPasswordResetError, requestPasswordReset } = XsollaPasswordReset;
const projectId = "11111111-1111-4111-8111-111111111111"; // yours, from Publisher Account
const form = document.querySelector("form");

/** A `fetch` on the other side of the bridge. Values that cannot cross it, such as the signal, stay here. */
async function fetchOutside(url, { method, headers, body }) {
  const response = await launcher.fetchFromLogin(url, { method, headers: [...new Headers(headers)], body });
  return new Response(response.body, response);
}

/** Returns the message for the player: the same whether an account exists or not. */
async function ask(username) {
  try {
    await requestPasswordReset({ projectId, username, fetch: fetchOutside });
    return "If an account matches, an email with a link is on its way.";
  } catch (error) {
    if (!isPasswordResetError(error)) throw error;
    switch (error.kind) {
      case "invalid_input":
        return "Please check your email or username.";
      case "rate_limited":
        return `Please wait ${Math.ceil((error.retryAfterMs ?? 60_000) / 1000)} seconds before you ask again.`;
      case "network":
      case "timeout":
        return "No response. Please try again.";
      default:
        console.warn(error.message);
        return "That did not work. Please try again later.";
    }
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { username, outcome } = form.elements;
  outcome.value = await ask(username.value);
});
form.querySelector("button").disabled = false;
