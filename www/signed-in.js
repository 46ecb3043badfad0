import { baseUrl, own, projects, showGame } from "./page.js";

const [form, error, title, welcome] = ["sign-in", "error", "title", "welcome"].map((id) => document.getElementById(id));
const projectId = localStorage.getItem("project") ?? projects["Star Harvest"];
showGame(projectId);

form.onsubmit = async (event) => {
  event.preventDefault();
  error.textContent = "";
  const status = await signIn(new FormData(form));
  if (status === 200) {
    form.hidden = true;
    welcome.hidden = false;
    title.dataset.own = "signedIn";
    title.textContent = document.title = own("signedIn");
    title.focus();
  } else {
    error.textContent = own(status === 401 ? "wrong" : "failed");
  }
};

/** Answers the HTTP status, 0 if there was none. */
async function signIn(fields) {
  try {
    const response = await fetch(`${baseUrl}/login?projectId=${projectId}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(Object.fromEntries(fields)),
    });
    return response.status;
  } catch {
    return 0;
  }
}
