import { query, ready, remember, showGame } from "./page.js";

const form = document.querySelector("new-password-form");
const signIn = /** @type {HTMLAnchorElement} */ (document.getElementById("sign-in"));

// The parameters of the link in the email.
for (const name of ["project_id", "user_id", "reset_code", "verify_code"]) {
  const value = query.get(name);
  if (value) form.setAttribute(name.replace("_", "-"), value);
}
if (query.has("project_id")) remember("project", query.get("project_id"));
showGame(query.get("project_id"));

/** Where the player goes next; anybody can write a link, so only to this site. */
function landing() {
  const page = new URL("signed-in.html", location.href);
  try {
    const asked = new URL(query.get("login_url"));
    return asked.origin === location.origin ? asked : page;
  } catch (error) {
    return page;
  }
}

form.addEventListener("new-password-set", () => {
  signIn.href = landing().href;
  signIn.hidden = false;
});

ready.then(({ baseUrl }) => {
  form.setAttribute("base-url", baseUrl);
  return import("./xsolla-password-reset/forms.js");
});
