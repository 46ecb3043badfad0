// Shared by the pages: the API's address, the language, and the controls that every page has. The demo has no build step
// and supports Chromium 69: no `?.`, no `??`, no top-level `await`.

import { texts } from "./texts.js";
import { chooseLanguage, directionOf, languages, loadMessages } from "./xsolla-password-reset/messages.js";

// A reset code may contain "+", which URLSearchParams would read as a space.
export const query = new URLSearchParams(location.search.replace(/\+/g, "%2B"));

/** The projects of the local Login server. */
export const projects = {
  "Star Harvest": "11111111-1111-4111-8111-111111111111",
  "Deep Forge": "22222222-2222-4222-8222-222222222222",
  "Neon Drift": "33333333-3333-4333-8333-333333333333",
  "Twin Gates": "44444444-4444-4444-8444-444444444444",
  "Open Ledger": "55555555-5555-4555-8555-555555555555",
  "Slow Boat": "66666666-6666-4666-8666-666666666666",
  "Iron Vault": "77777777-7777-4777-8777-777777777777",
  "Odd Harbour": "88888888-8888-4888-8888-888888888888",
};

/** The password policies of these projects. `tests/e2e/demo.spec.js` compares them with what the local Login server checks. */
export const policies = {
  [projects["Iron Vault"]]: {
    minLength: 10,
    forbiddenCharacters: "<>",
    shouldContain: [
      { characters: "abcdefghijklmnopqrstuvwxyz" },
      { characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
      { characters: "0123456789", count: 2 },
      { characters: "!#$%&*?@" },
    ],
  },
};

/** Hands a name on to the next page of this tab, once. A name does not belong into a URL, which servers log. */
export const nextName = {
  set(name) {
    try {
      sessionStorage.setItem("name", name);
    } catch {
      // The browser blocks storage: the player types the name again.
    }
  },
  take() {
    try {
      const name = sessionStorage.getItem("name");
      sessionStorage.removeItem("name");
      return name || "";
    } catch {
      return "";
    }
  },
};

/** Shows the game that a project ID belongs to. */
export function showGame(projectId) {
  const name = Object.keys(projects).find((name) => projects[name] === projectId);
  document.getElementById("game").textContent = name || "Star Harvest";
}

/** A text of the demo game, not of the forms. */
export function gameText(name) {
  return (texts[document.documentElement.lang] || texts.en)[name];
}

/** Adds a choice to the controls. `options` has lists of [value, text], by the name of their group. */
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

/** Returns a value that `remember` stored, on this page or another. */
export function recall(name) {
  try {
    return localStorage.getItem(name) || "";
  } catch {
    // The browser blocks storage: choices last only as long as the page.
    return "";
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // See `recall`.
  }
}

const root = document.documentElement;
let language;
let direction;

/** @returns {NodeListOf<HTMLElement>} */
const placesWith = (attribute) => document.querySelectorAll(`[${attribute}]`);

async function showLanguage() {
  const messages = await loadMessages(language);
  root.lang = language;
  root.dir = direction || directionOf(language);
  for (const place of placesWith("data-text")) place.textContent = messages.texts[place.dataset.text];
  for (const place of placesWith("data-game-text")) place.textContent = gameText(place.dataset.gameText);
  document.title = document.querySelector("h1").textContent;
}

function nameOf(tag) {
  try {
    const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag);
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    // Chromium has it since version 81.
    return tag;
  }
}

async function start() {
  const settings = await fetch("settings.json");
  // The form works without the controls.
  await showControls().catch((error) => console.error(error));
  return settings.json();
}

async function showControls() {
  // Some web views have no list of languages.
  language = chooseLanguage([query.get("locale"), recall("language")].concat(navigator.languages, navigator.language));
  direction = recall("direction");
  await showLanguage();
  addChoice("Language", { "": languages.map((tag) => [tag, nameOf(tag)]) }, language, (tag) => {
    language = tag;
    remember("language", tag);
    showLanguage();
  });
  const addLook = (title, options) => {
    const name = title.toLowerCase();
    addChoice(title, { "": options }, recall(name), (value) => {
      remember(name, value);
      dispatchEvent(new CustomEvent("look-chosen", { detail: { name, value } }));
    });
  };
  addLook("Design", [
    ["", "A cosy farm"],
    ["forge", "A dark fantasy"],
    ["neon", "Street races by night"],
  ]);
  addLook("Theme", [
    ["", "System"],
    ["light", "Light"],
    ["dark", "Dark"],
  ]);
  addChoice(
    "Direction",
    {
      "": [
        ["", "From language"],
        ["rtl", "Right to left"],
      ],
    },
    direction,
    (chosen) => {
      direction = chosen;
      remember("direction", chosen);
      showLanguage();
    },
  );
}

/** Resolves with the settings, which have the API's address, once the page is in the player's language. */
export const ready = start();
