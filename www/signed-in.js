import { gameText, projects, ready, recall, showGame } from "./page.js";

const [form, error, title, welcome] = ["sign-in", "error", "title", "welcome"].map((id) => document.getElementById(id));
const projectId = recall("project") || projects["Star Harvest"];
showGame(projectId);

form.onsubmit = async (event) => {
  event.preventDefault();
  error.textContent = "";
  const status = await signIn(/** @type {any} */ (form).elements);
  if (status === 200) {
    form.hidden = true;
    welcome.hidden = false;
    title.dataset.gameText = "signedIn";
    title.textContent = document.title = gameText("signedIn");
    title.focus();
  } else {
    error.textContent = gameText(status === 401 ? "wrong" : "failed");
  }
};
// Before this script has run, a submission would be lost.
form.querySelector("button").disabled = false;

/** Resolves with the HTTP status, or 0 if there was no response. */
async function signIn({ username, password }) {
  try {
    const { baseUrl } = await ready;
    const response = await fetch(`${baseUrl}/login?projectId=${projectId}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ username: username.value, password: password.value }),
    });
    return response.status;
  } catch {
    return 0;
  }
}
