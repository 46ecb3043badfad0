import { requestPasswordReset } from "./xsolla-password-reset/index.js";
import { texts } from "./texts.js";

const element = (id) => document.getElementById(id);
const [form, username, project, language, status, alert, usernameError] =
  ["request", "username", "project", "language", "status", "alert", "username-error"].map(element);
const button = form.querySelector("button");

const { baseUrl } = await (await fetch("settings.json")).json();
element("mailbox").href = new URL("/mailbox", baseUrl).href;

const text = (key) => texts[language.value][key];

language.onchange = () => {
  document.documentElement.lang = language.value;
  document.documentElement.dir = language.value === "ar" ? "rtl" : "ltr";
  for (const place of document.querySelectorAll("[data-text]")) place.textContent = text(place.dataset.text);
  document.title = text("title");
  show({});
};

project.onchange = () => {
  const name = project.selectedOptions[0].textContent.split(":")[0];
  element("game").textContent = name;
  show({});
};

let isSending = false;

form.onsubmit = async (event) => {
  event.preventDefault();
  if (isSending) return;
  setSending(true);
  show({ done: text("sending") });
  try {
    const loginUrl = new URL("signed-in.html", location.href).href;
    await requestPasswordReset({ projectId: project.value, username: username.value, baseUrl, locale: text("locale"), loginUrl });
    show({ done: text("sent") });
  } catch (error) {
    show(outcomeOf(error));
    if (username.getAttribute("aria-invalid") === "true") username.focus();
  } finally {
    setSending(false);
  }
};

/** What to tell the player. An unknown account reads like a known one. */
function outcomeOf(error) {
  switch (error.kind) {
    case "invalid_input": {
      const issue = error.issues.find(({ field }) => field === "username");
      if (!issue) return { failed: text("misconfigured") };
      return { field: text(username.value.trim() ? "too_long" : "required") };
    }
    case "rejected":
      if (["user_not_found", "object_not_found"].includes(error.reason)) return { done: text("sent") };
      return { failed: text(error.status === 400 ? "failed" : "misconfigured") };
    case "rate_limited":
    case "timeout":
      return { failed: text(error.kind) };
    case "network":
      return { failed: text(error.offline ? "offline" : "network") };
    default:
      return { failed: text("failed") };
  }
}

function show({ done = "", failed = "", field = "" }) {
  status.textContent = done;
  alert.textContent = failed;
  usernameError.textContent = field;
  username.setAttribute("aria-invalid", String(field !== ""));
}

function setSending(sending) {
  isSending = sending;
  button.setAttribute("aria-disabled", String(sending));
  form.setAttribute("aria-busy", String(sending));
}
