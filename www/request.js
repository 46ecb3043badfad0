import { addChoice, projects, ready, showGame } from "./page.js";
import { requestPasswordReset } from "./xsolla-password-reset/index.js";

const form = document.querySelector("password-reset-form");
const note = document.getElementById("note");
const mailbox = /** @type {HTMLAnchorElement} */ (document.getElementById("mailbox"));
let baseUrl;

/** One of the Callback URLs of the local projects. */
const loginUrl = new URL("signed-in.html", location.href).href;

/** The attributes for each outcome; for one of them, also requests that are sent beforehand. */
const outcomes = {
  xsolla: { text: "Xsolla storage", project: "Star Harvest", note: "The usual case." },
  custom: { text: "Custom storage", project: "Deep Forge", note: "The link has a second code, verify_code." },
  playfab: { text: "PlayFab storage", project: "Neon Drift", note: "PlayFab sends the email." },
  callbacks: {
    text: "Several callback URLs",
    project: "Twin Gates",
    loginUrl,
    note: "The attribute login-url selects one.",
  },
  unknown: {
    text: "Unknown user (404)",
    project: "Open Ledger",
    note: "Try any name: this project returns 404 for unknown users, yet the form behaves the same.",
  },
  limited: {
    text: "Too many requests (429)",
    project: "Star Harvest",
    before: exhaustRateLimit,
    note: "Try ada: her requests for this minute have just been used up.",
  },
  slow: { text: "Slow server", project: "Slow Boat", note: "Responses take 5 seconds; after 3, Cancel appears." },
  down: {
    text: "Server down",
    project: "Star Harvest",
    baseUrl: "http://localhost:9/api",
    note: "Nothing is listening on that port.",
  },
  misconfigured: { text: "Callback URL missing", project: "Twin Gates", note: "The console shows the developer why." },
  nowhere: {
    text: "No such project",
    projectId: "99999999-9999-4999-8999-999999999999",
    note: "The console shows the developer why.",
  },
};

async function choose(name) {
  const outcome = outcomes[name];
  const projectId = outcome.projectId || projects[outcome.project];
  if (outcome.before) await outcome.before();
  // A new form, without the messages of the previous one.
  const next = document.createElement("password-reset-form");
  next.projectId = projectId;
  next.baseUrl = outcome.baseUrl || baseUrl;
  if (outcome.loginUrl) next.loginUrl = outcome.loginUrl;
  document.querySelector("password-reset-form").replaceWith(next);
  showGame(projectId);
  note.textContent = outcome.note;
}

/** Uses up the requests that `ada` may send in a minute. */
async function exhaustRateLimit() {
  for (let count = 0; count < 4; count++) {
    await requestPasswordReset({ projectId: projects["Star Harvest"], username: "ada", baseUrl }).catch(() => {});
  }
}

ready.then(async (settings) => {
  baseUrl = settings.baseUrl;
  mailbox.href = new URL("/mailbox", baseUrl).href;
  form.setAttribute("project-id", projects["Star Harvest"]);
  form.setAttribute("base-url", baseUrl);
  await import("./xsolla-password-reset/forms.js");
  const options = (...names) => names.map((name) => [name, outcomes[name].text]);
  addChoice(
    "Outcome",
    {
      Success: options("xsolla", "custom", "playfab", "callbacks"),
      Failure: options("unknown", "limited", "slow", "down", "misconfigured", "nowhere"),
    },
    "xsolla",
    choose,
  );
});
