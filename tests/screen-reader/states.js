// What Orca says in each state of both forms. A step has keys, the text that the form shows then, and the lines that are
// spoken in each browser.

const projectId = "11111111-1111-4111-8111-111111111111";
const request = { form: "password-reset-form", attributes: { "project-id": projectId } };
const password = {
  form: "new-password-form",
  attributes: { "project-id": projectId, "reset-code": "abc", "user-id": "22222222-2222-4222-8222-222222222222" },
};

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

export const states = [
  {
    name: "request, nothing entered",
    ...request,
    response: "accepted",
    steps: [
      arrival,
      press("Enter", "Return", unlessWebKit(required), required),
      press("Enter again", "Return", unlessWebKit(required)),
      press("Tab to the button", "Tab", ["Send link push button."]),
      press("Space", "space", {
        chromium: ["Email or username entry required.", "invalid entry.", nameField[1], required],
        firefox: [...nameField, required],
        webkit: nameField,
      }),
      type("p"),
    ],
  },
  {
    name: "request, sent",
    ...request,
    response: "accepted",
    steps: [
      arrival,
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
    ],
  },
  {
    name: "request, sent by the button",
    ...request,
    response: "accepted",
    steps: [
      arrival,
      type("player"),
      press("Tab to the button", "Tab", ["Send link push button."]),
      press("Space", "space", outcome(`Check your email ${sent}`), sent),
      press("Down", "Down", browsed(sentLines[0])),
      press("Up", "Up", browsed("Check your email heading level 2.")),
      press("Down", "Down", browsed(sentLines[0])),
      press("Down", "Down", browsed(sentLines[1])),
      press("Down", "Down", browsed("player.")),
    ],
  },
  {
    name: "request, failed",
    ...request,
    response: "failed",
    steps: [
      arrival,
      type("player"),
      press("Enter", "Return", unlessWebKit(working, failed), failed),
      press("Enter again", "Return", unlessWebKit(working, failed), failed),
      press("Tab to the button", "Tab", tryAgain()),
      press("Space", "space", unlessWebKit(working, failed), failed),
    ],
  },
  {
    name: "request, limited",
    ...request,
    response: "limited",
    steps: [
      arrival,
      type("player"),
      press("Enter", "Return", unlessWebKit(working, `${limited} ${wait}`), limited),
      press("Enter again", "Return", unlessWebKit(`${limited} ${wait}`)),
      press("Tab to the button", "Tab", tryAgain(" grayed")),
      press("Space", "space", unlessWebKit(`${limited} ${wait}`)),
      listen(4),
    ],
  },
  {
    name: "request, on the waiting button",
    ...request,
    response: "limitedBriefly",
    steps: [
      arrival,
      type("player"),
      press("Enter", "Return", unlessWebKit(working, `${limited} ${wait}`), limited),
      press("Tab to the button", "Tab", tryAgain(" grayed")),
      { name: "half a minute before the end", withinMs: 30_000, hears: unlessWebKit(wait) },
      { name: "the end", withinMs: 45_000, hears: unlessWebKit("Try again") },
    ],
  },
  {
    name: "request, cancelled",
    ...request,
    response: "silent",
    steps: [
      arrival,
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
    ],
  },
  {
    name: "password, too short",
    ...password,
    response: "accepted",
    steps: [
      ...passwordArrival,
      type("ab"),
      press("Enter", "Return", unlessWebKit(rule), rule),
      type("cdefg"),
      press("Shift and Tab to the toggle", "shift+Tab", ["Show password toggle button not pressed."]),
      press("Space", "space", ["pressed"]),
      press("Space", "space", ["not pressed"]),
    ],
  },
  {
    name: "password, warnings",
    ...password,
    response: "accepted",
    steps: [
      ...passwordArrival,
      type("abcdefg"),
      press("a space at the end", "space", unlessWebKit(spaces), spaces),
      press("Backspace", "BackSpace", { others: ["bullet"], firefox: ["black circle"] }),
      press("Caps Lock", "Caps_Lock", unlessWebKit(capsLock), capsLock),
      press("Caps Lock", "Caps_Lock", []),
    ],
  },
  {
    name: "password, set",
    ...password,
    response: "accepted",
    steps: [...passwordArrival, type("longhorse"), press("Enter", "Return", outcome(set), set), listen(8)],
  },
  {
    name: "password, refused",
    ...password,
    response: "refused",
    steps: [
      ...passwordArrival,
      type("password1"),
      press("Enter", "Return", unlessWebKit(working, refused), refused),
      press("Enter again", "Return", unlessWebKit(working, refused), refused),
    ],
  },
  {
    name: "password, dead link",
    ...password,
    response: "dead",
    steps: [
      ...passwordArrival,
      type("password1"),
      press("Enter", "Return", unlessWebKit(working, dead), dead),
      press("Tab to the button", "Tab", ["Set new password push button."]),
      press("Space", "space", unlessWebKit(working, dead), dead),
    ],
  },
];
