// The page: it may load scripts from its own folder, compile WebAssembly, and nothing else. It has no network.

const { isPasswordResetError, requestPasswordReset } = XsollaPasswordReset;
const projectId = "11111111-1111-4111-8111-111111111111"; // yours, from Publisher Account
/** A Callback URL of the project. The launcher receives it: see `way-home.js`. */
const loginUrl = "mygame://signed-out";
const form = document.getElementById("lost-password");
const signIn = document.getElementById("sign-in");

/** A `fetch` on the other side of the bridge. Values that cannot cross it, such as the signal, stay here. */
async function fetchOutside(url, { method, headers, body }) {
  const response = await launcher.fetchFromLogin(url, { method, headers: [...new Headers(headers)], body });
  return new Response(response.body, response);
}

/** Returns the message for the player: the same whether an account exists or not. */
async function ask(username) {
  try {
    await requestPasswordReset({ projectId, username, loginUrl, fetch: fetchOutside });
    // It stays on this computer: the link must not carry it.
    localStorage.setItem("username", username);
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

signIn.addEventListener("submit", (event) => {
  event.preventDefault();
  // Your launcher signs the player in here.
});

/** The player is back, in a launcher that was running or that the link has started. */
function showSignIn() {
  show(signIn);
  const { username, password } = signIn.elements;
  username.value = localStorage.getItem("username") ?? "";
  (username.value ? password : username).focus();
}

function show(shown) {
  for (const form of document.forms) form.hidden = form !== shown;
}

signIn.elements.forgotten.addEventListener("click", () => show(form));
launcher.watchWayHome(showSignIn);
