// What Orca says in each state of both forms. A step has keys, the text that the form shows then, and the lines that are
// spoken in each browser.

const press = (name, keys, hears, shows) => ({ name, press: keys.split(" "), hears, shows });
const type = (text) => ({ name: `types “${text}”`, type: text, hears: [] });
const listen = (seconds) => ({ name: `${seconds} seconds later`, listenMs: seconds * 1000, hears: [] });

const unlessWebKit = (...lines) => ({ others: lines, webkit: [] });

const working = "One moment, please…";
const required = "Enter your email or username.";
/** The lines in which the text is shown, and read when browsing. */
const sentLines = [
  "If an account matches what you entered, an email with a link to set a new password is on its way. It can",
  "take a few minutes. Look in your spam folder, too.",
];
const sent = sentLines.join(" ");
const wait = "You can try again in N seconds.";
const failed = "Something went wrong on our side. Please try again in a few minutes.";
const limited = "Too many requests. Please wait before you try again.";
const cancelled = "Cancelled. If your request had already reached us, it will still go through.";
const rule = "Use 6 to 100 characters.";
const spaces = "Your password begins or ends with a space.";
const capsLock = "Caps Lock is on.";
const set = "Your new password is set. You can sign in with it now.";
const refused = "This password wasn’t accepted. Please choose another one.";
const dead = "This link no longer works. Each link works only once and for a limited time. Please request a new one.";

/** By the arrow keys, which Orca does not handle in WebKitGTK. */
const browsed = (line) => unlessWebKit(line);
/** WebKitGTK reports no changed label, so Orca speaks the first one. */
const tryAgain = (state = "") => ({
  others: [`Try again push button${state}.`, ...(state ? [wait] : [])],
  webkit: [`Send link push button${state}.`],
});

/** Arrives at the field. */
const nameField = [
  "Email or username entry required.",
  "Enter your email or username, and we’ll send you a link to set a new password.",
];
const passwordField = [
  "New password password text.",
  "Use 6 to 100 characters. A few random words make a strong password that’s easy to remember.",
];
const arrival = press("Tab", "Tab", { chromium: ["form", ...nameField], others: nameField });
const passwordArrival = [
  press("Tab", "Tab", {
    chromium: ["form", "Show password toggle button not pressed."],
    others: ["Show password toggle button not pressed."],
  }),
  press("Tab", "Tab", passwordField),
];
/** After a call that succeeded. */
const outcome = (text) => ({ others: [working, `${text} region.`], webkit: [`landmark ${text}`] });

/** The states of a form: the response to its call, and the steps after the player's arrival. */
const request = (name, response, ...steps) => ({
  name: `request, ${name}`,
  form: "password-reset-form",
  response,
  steps: [arrival, ...steps],
});
const password = (name, response, ...steps) => ({
  name: `password, ${name}`,
  form: "new-password-form",
  response,
  steps: [...passwordArrival, ...steps],
});

export const states = [
  request(
    "nothing entered",
    "204",
    press("Enter", "Return", unlessWebKit(required), required),
    press("Enter again", "Return", unlessWebKit(required)),
    press("Tab to the button", "Tab", ["Send link push button."]),
    press("Space", "space", {
      chromium: ["Email or username entry required.", "invalid entry.", nameField[1], required],
      firefox: [...nameField, required],
      webkit: nameField,
    }),
    type("p"),
  ),
  request(
    "sent",
    "204",
    type("player"),
    press("Enter", "Return", outcome(`Check your email ${sent}`), sent),
    listen(8),
    press("Tab to the waiting button", "Tab", {
      chromium: ["leaving region.", "Send again push button grayed.", wait],
      firefox: ["Send again push button grayed.", wait],
      webkit: ["Send link push button grayed."],
    }),
    press("Space", "space", unlessWebKit(wait)),
    press("Tab", "Tab", ["Use another address push button."]),
    press("Enter", "Return", ["Email or username entry player required.", nameField[1]]),
  ),
  request(
    "sent by the button",
    "204",
    type("player"),
    press("Tab to the button", "Tab", ["Send link push button."]),
    press("Space", "space", outcome(`Check your email ${sent}`), sent),
    press("Down", "Down", browsed(sentLines[0])),
    press("Up", "Up", browsed("Check your email heading level 2.")),
    press("Down", "Down", browsed(sentLines[0])),
    press("Down", "Down", browsed(sentLines[1])),
    press("Down", "Down", browsed("player.")),
  ),
  request(
    "failed",
    "500",
    type("player"),
    press("Enter", "Return", unlessWebKit(working, failed), failed),
    press("Enter again", "Return", unlessWebKit(working, failed), failed),
    press("Tab to the button", "Tab", tryAgain()),
    press("Space", "space", unlessWebKit(working, failed), failed),
  ),
  request(
    "limited",
    "limited",
    type("player"),
    press("Enter", "Return", unlessWebKit(working, `${limited} ${wait}`), limited),
    press("Enter again", "Return", unlessWebKit(`${limited} ${wait}`)),
    press("Tab to the button", "Tab", tryAgain(" grayed")),
    press("Space", "space", unlessWebKit(`${limited} ${wait}`)),
    listen(4),
  ),
  request(
    "on the waiting button",
    "limited-briefly",
    type("player"),
    press("Enter", "Return", unlessWebKit(working, `${limited} ${wait}`), limited),
    press("Tab to the button", "Tab", tryAgain(" grayed")),
    { name: "half a minute before the end", withinMs: 30_000, hears: unlessWebKit(wait) },
    { name: "the end", withinMs: 45_000, hears: unlessWebKit("Try again") },
  ),
  request(
    "cancelled",
    "silent",
    type("player"),
    press("Enter", "Return", unlessWebKit(working), "Cancel"),
    press("Tab", "Tab", ["Send link push button grayed."]),
    press("Tab", "Tab", ["Cancel push button."]),
    press(
      "Enter",
      "Return",
      { others: [cancelled, "Try again push button."], webkit: ["Send link push button."] },
      cancelled,
    ),
  ),
  password(
    "too short",
    "204",
    type("ab"),
    press("Enter", "Return", unlessWebKit(rule), rule),
    type("cdefg"),
    press("Shift and Tab to the toggle", "shift+Tab", ["Show password toggle button not pressed."]),
    press("Space", "space", ["pressed"]),
    press("Space", "space", ["not pressed"]),
  ),
  password(
    "warnings",
    "204",
    type("abcdefg"),
    press("a space at the end", "space", unlessWebKit(spaces), spaces),
    press("Backspace", "BackSpace", { others: ["bullet"], firefox: ["black circle"] }),
    press("Caps Lock", "Caps_Lock", unlessWebKit(capsLock), capsLock),
    press("Caps Lock", "Caps_Lock", []),
  ),
  password("set", "204", type("longhorse"), press("Enter", "Return", outcome(set), set), listen(8)),
  password(
    "refused",
    "password-rejected",
    type("password1"),
    press("Enter", "Return", unlessWebKit(working, refused), refused),
    press("Enter again", "Return", unlessWebKit(working, refused), refused),
  ),
  password(
    "dead link",
    "link-invalid",
    type("password1"),
    press("Enter", "Return", unlessWebKit(working, dead), dead),
    press("Tab to the button", "Tab", ["Set new password push button."]),
    press("Space", "space", unlessWebKit(working, dead), dead),
  ),
];
