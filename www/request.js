import { addChoice, projects, ready, showGame } from "./page.js";
import { requestPasswordReset } from "./xsolla-password-reset/index.js";

const form = document.querySelector("password-reset-form");
const note = document.getElementById("note");
const mailbox = /** @type {HTMLAnchorElement} */ (document.getElementById("mailbox"));
let baseUrl;

/** One of the Callback URLs that the local projects have. */
const loginUrl = new URL("signed-in.html", location.href).href;

/** What each outcome takes: attributes, and for one of them requests sent beforehand. */
const outcomes = {
  xsolla: { text: "Xsolla storage", project: "Star Harvest", note: "The usual case." },
  custom: { text: "Custom storage", project: "Deep Forge", note: "The link carries a second code, verify_code." },
  playfab: { text: "PlayFab storage", project: "Neon Drift", note: "PlayFab sends the mail." },
  callbacks: {
    text: "Several callback URLs",
    project: "Twin Gates",
    loginUrl,
    note: "The form says which, in login-url.",
  },
  unknown: {
    ...{ text: "Unknown user (404)", project: "Open Ledger" },
    note: "Ask for anybody: this project answers 404 for unknown users, and the form says and does the same as ever.",
  },
  limited: {
    ...{ text: "Too many requests (429)", project: "Star Harvest", before: useUp },
    note: "Ask for ada: what she may ask for in a minute was just used up.",
  },
  slow: { text: "Slow server", project: "Slow Boat", note: "Answers take 5 seconds; after 3 one can cancel." },
  down: {
    text: "Server down",
    project: "Star Harvest",
    baseUrl: "http://localhost:9/api",
    note: "Nobody listens on that port.",
  },
  misconfigured: { text: "Callback URL missing", project: "Twin Gates", note: "The console tells the developer why." },
  nowhere: {
    ...{ text: "No such project", projectId: "99999999-9999-4999-8999-999999999999" },
    note: "The console tells the developer why.",
  },
};

async function choose(name) {
  const outcome = outcomes[name];
  const projectId = outcome.projectId || projects[outcome.project];
  if (outcome.before) await outcome.before();
  // A new form, without what was shown before.
  const next = document.createElement("password-reset-form");
  next.projectId = projectId;
  next.baseUrl = outcome.baseUrl || baseUrl;
  if (outcome.loginUrl) next.loginUrl = outcome.loginUrl;
  document.querySelector("password-reset-form").replaceWith(next);
  showGame(projectId);
  note.textContent = outcome.note;
}

/** Uses up what `ada` may ask for, as a player in a hurry would. */
async function useUp() {
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
      "It works": options("xsolla", "custom", "playfab", "callbacks"),
      "It does not": options("unknown", "limited", "slow", "down", "misconfigured", "nowhere"),
    },
    "xsolla",
    choose,
  );
});
