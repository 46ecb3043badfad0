// Puts a form in the page, as its address says, and describes what a player sees of it.

/** Why the last call failed. A player does not see it: it is for the report of a state that is never reached. */
let failure = "";

document.addEventListener("DOMContentLoaded", () => {
  const query = new URLSearchParams(location.search);
  const form = document.createElement(query.get("form"));
  for (const [name, value] of query) if (!["form", "without", "csp"].includes(name)) form.setAttribute(name, value);
  document.documentElement.lang = query.get("lang") || "en";
  form.addEventListener("password-reset-failed", ({ detail }) => {
    failure = `${detail.message} (${detail.cause})`;
  });
  document.body.append(form);
  window.form = form;
});

const parts = ["intro", "status", "alert", "label", "toggle", "input", "error", "warning", "submit", "cancel", "wait"];

/** Whether a player sees an element: it has a size, and nothing around it hides it. */
function isVisible(element) {
  const { width, height } = element.getBoundingClientRect();
  const { visibility, opacity } = getComputedStyle(element);
  return width > 1 && height > 1 && visibility === "visible" && Number(opacity) > 0;
}

/** The texts of the parts that are visible, which part has the focus, and the states that the parts declare. */
window.look = () => {
  const root = window.form.shadowRoot;
  if (!root) return {};
  const part = (name) => root.querySelector(`[part~="${name}"]`);
  const texts = {};
  for (const name of parts) {
    const element = part(name);
    if (element && isVisible(element) && element.textContent.trim()) texts[name] = element.textContent;
  }
  const input = /** @type {HTMLInputElement} */ (part("input"));
  const { activeElement } = root;
  return {
    texts,
    value: input.value,
    type: input.type,
    isInvalid: input.getAttribute("aria-invalid") === "true",
    isVisible: isVisible(input),
    isBusy: part("form").getAttribute("aria-busy") === "true",
    isDisabled: part("submit").getAttribute("aria-disabled") === "true",
    direction: getComputedStyle(part("form")).direction,
    focus: activeElement ? activeElement.getAttribute("part") : null,
    isStyled: isStyled(part("submit")),
    isFieldVisible: isFieldVisible(input),
    failure,
  };
};

/** Whether the button has colours of the form's, not the engine's. */
function isStyled(button) {
  const plain = document.body.appendChild(document.createElement("button"));
  const colours = [plain, button].map((element) => getComputedStyle(element).backgroundColor);
  plain.remove();
  return colours[0] !== colours[1];
}

/** Whether a player sees where the field is: by a border, or by a background that the page does not have. */
function isFieldVisible(input) {
  const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(input);
  const isClear = (colour) => colour === "transparent" || /^rgba.*, 0\)$/.test(colour);
  const hasBorder = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0 && !isClear(borderTopColor);
  const page = getComputedStyle(document.body).backgroundColor;
  return (
    hasBorder || !(isClear(backgroundColor) || backgroundColor === page || backgroundColor === "rgb(255, 255, 255)")
  );
}
