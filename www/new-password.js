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

/** The sign-in page; only one of this site, because anyone can write a link. */
function signInPage() {
  const page = new URL("signed-in.html", location.href);
  try {
    const requested = new URL(query.get("login_url"));
    return requested.origin === location.origin ? requested : page;
  } catch {
    return page;
  }
}

form.addEventListener("new-password-set", () => {
  signIn.href = signInPage().href;
  signIn.hidden = false;
});

ready.then(({ baseUrl }) => {
  form.setAttribute("base-url", baseUrl);
  return import("./xsolla-password-reset/forms.js");
});
