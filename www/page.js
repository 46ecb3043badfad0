// What the pages share: where the API is, the language, and the switchboard's choices for all of them.

import { chooseLanguage, languages, loadMessages } from "./xsolla-password-reset/messages.js";
import { texts } from "./texts.js";

export const { baseUrl } = await (await fetch("settings.json")).json();

export const query = new URLSearchParams(location.search);

/** The projects of the local Login server. */
export const projects = {
  "Star Harvest": "11111111-1111-4111-8111-111111111111",
  "Deep Forge": "22222222-2222-4222-8222-222222222222",
  "Neon Drift": "33333333-3333-4333-8333-333333333333",
  "Twin Gates": "44444444-4444-4444-8444-444444444444",
  "Open Ledger": "55555555-5555-4555-8555-555555555555",
  "Slow Boat": "66666666-6666-4666-8666-666666666666",
};

/** Shows the game that a project ID belongs to. */
export function showGame(projectId) {
  const [name] = Object.entries(projects).find(([, id]) => id === projectId) ?? ["Star Harvest"];
  document.getElementById("game").textContent = name;
}

/** A text of the game's own. */
export function own(name) {
  return (texts[document.documentElement.lang] ?? texts.en)[name];
}

/** Adds a choice to the switchboard. `options` holds lists of [value, text], by the name of their group. */
export function addChoice(title, options, chosen, onChoose) {
  const select = document.createElement("select");
  for (const [group, list] of Object.entries(options)) {
    const parent = group ? document.createElement("optgroup") : select;
    if (group) select.append(Object.assign(parent, { label: group }));
    for (const [value, text] of list) parent.append(new Option(text, value, false, value === chosen));
  }
  select.onchange = () => onChoose(select.value);
  select.id = title.toLowerCase();
  const label = Object.assign(document.createElement("label"), { htmlFor: select.id, textContent: title });
  const place = document.createElement("div");
  place.append(label, select);
  document.getElementById("choices").append(place);
}

/** What was chosen before, also on another page. */
function remember(name, value) {
  if (value) localStorage.setItem(name, value);
  else localStorage.removeItem(name);
}

const root = document.documentElement;
const wanted = [query.get("locale"), localStorage.getItem("language"), ...navigator.languages];
let language = chooseLanguage(wanted.filter(Boolean));

async function showLanguage() {
  const messages = await loadMessages(language);
  root.lang = language;
  root.dir = localStorage.getItem("direction") || (["ar", "he"].includes(language) ? "rtl" : "ltr");
  for (const place of document.querySelectorAll("[data-text]")) place.textContent = messages.texts[place.dataset.text];
  for (const place of document.querySelectorAll("[data-own]")) place.textContent = own(place.dataset.own);
  document.title = document.querySelector("h1").textContent;
}

function nameOf(tag) {
  const name = new Intl.DisplayNames(tag, { type: "language", fallback: "code" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

await showLanguage();
addChoice("Language", { "": languages.map((tag) => [tag, nameOf(tag)]) }, language, (tag) => {
  language = tag;
  remember("language", tag);
  void showLanguage();
});
addChoice(
  "Theme",
  { "": [["", "As the system"], ["light", "Light"], ["dark", "Dark"]] },
  localStorage.getItem("theme") ?? "",
  (theme) => {
    remember("theme", theme);
    dispatchEvent(new Event("theme-chosen"));
  },
);
addChoice(
  "Direction",
  { "": [["", "As the language"], ["rtl", "Right to left"]] },
  localStorage.getItem("direction") ?? "",
  (direction) => {
    remember("direction", direction);
    void showLanguage();
  },
);
