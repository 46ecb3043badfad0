// The page. It can send a request itself, or through the launcher, and shows the sign-in form when the player comes back.

const { isPasswordResetError, requestPasswordReset } = XsollaPasswordReset;
const { Channel, invoke } = __TAURI__.core;
const projectId = "11111111-1111-4111-8111-111111111111"; // yours, from Publisher Account
const baseUrl = "https://login.xsolla.com/api";
/** A Callback URL of the project. The launcher receives it: see `way_home.rs`. */
const loginUrl = "mygame://signed-out";
const form = document.getElementById("lost-password");
const signIn = document.getElementById("sign-in");

/** A `fetch` that sends from the launcher's process. Only plain data crosses; the package handles `signal` itself. */
async function fetchThroughLauncher(url, { body }) {
  const response = await invoke("send_to_login", { url, body });
  return new Response(response.body, response);
}

/** The message for the player, which is the same whether an account exists or not. */
async function ask(username, fetch) {
  try {
    await requestPasswordReset({ projectId, baseUrl, username, loginUrl, fetch });
    // It stays on this computer: the link must not carry it.
    localStorage.setItem("username", username);
    return "If an account matches, an email with a link is on its way.";
  } catch (error) {
    if (!isPasswordResetError(error)) throw error;
    console.warn(error.message);
    switch (error.kind) {
      case "invalid_input":
        return "Please check your email or username.";
      case "rate_limited":
        return `Please wait ${Math.ceil((error.retryAfterMs ?? 60_000) / 1000)} seconds before you ask again.`;
      case "network":
      case "timeout":
        return "No response. Please try again.";
      default:
        return "That did not work. Please try again later.";
    }
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { username, bridge, outcome } = form.elements;
  outcome.value = "One moment, please…";
  outcome.value = await ask(username.value, bridge.checked ? fetchThroughLauncher : undefined);
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
invoke("watch_way_home", { page: new Channel(showSignIn) });
