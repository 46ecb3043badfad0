import "xsolla-password-reset/forms";

const form = document.querySelector("new-password-form");
const link = new URLSearchParams(location.search);

// Xsolla documents that the link carries these, but not their names: look at a link that your project sends.
form.resetCode = link.get("reset_code");
form.userId = link.get("user_id");

form.addEventListener("new-password-set", () => {
  document.getElementById("done").hidden = false;
});
