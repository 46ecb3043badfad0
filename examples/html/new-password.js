import "xsolla-password-reset/forms";

const form = document.querySelector("new-password-form");
// A reset code may contain "+", which URLSearchParams would read as a space.
const link = new URLSearchParams(location.search.replace(/\+/g, "%2B"));

// Xsolla documents that the link carries these, but not their names: look at a link that your project sends.
form.resetCode = link.get("reset_code");
form.userId = link.get("user_id");

form.addEventListener("new-password-set", () => {
  document.getElementById("done").hidden = false;
});
