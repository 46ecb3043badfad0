// Holds Enter while calls fail, and presses Caps Lock.

/** How long Enter is held, in repetitions by the X server: 25 a second. */
const REPEATS = 80;

const forms = { "password-reset-form": "john@example.com", "new-password-form": "correct-horse" };

export async function holdEnter({ keyboard, server, row }) {
  for (const form of Object.keys(forms))
    for (const statuses of ["500", "422"]) {
      const name = `held-${form}-${statuses}`;
      await server.open({ name, form, statuses });
      await keyboard.type(forms[form]);
      await server.until(({ value }) => value === forms[form]);
      await keyboard.hold("Return");
      await server.until((_, all) => all.filter(({ key, repeat }) => key === "Enter" && repeat).length >= REPEATS);
      await keyboard.release("Return");
      await server.until((_, all) => isSettled(all, server.bodies(name)));
      const whileHeld = server.bodies(name).length;
      await keyboard.press("Return");
      await server.until(() => server.bodies(name).length > whileHeld);
      const afterwards = server.bodies(name).length - whileHeld;
      row(`Enter held in ${form}, ${statuses}; next press`, "1 request; 1", `${requests(whileHeld)}; ${afterwards}`);
    }
}

const requests = (count) => `${count} request${count === 1 ? "" : "s"}`;
/** Whether each request has had its outcome. */
const isSettled = (all, bodies) => all.filter(({ type }) => type === "password-reset-failed").length === bodies.length;

export async function pressCapsLock({ keyboard, server, row }) {
  const hint = () => (server.last().warning ? "hint" : "no hint");
  const upOf = (wanted) => (_, all) =>
    all.filter(({ type, key }) => type === "keyup" && key === "CapsLock").length >= wanted;

  for (const [where, ...onward] of [["in the field"], ["on “Show password”", "shift+Tab"]]) {
    await server.open({ name: `caps-lock-${onward.length}`, form: "new-password-form" });
    await keyboard.press("a");
    await keyboard.press("Caps_Lock");
    await server.until(({ warning }) => warning);
    row("Caps Lock on, in the field", "hint", hint());
    await keyboard.press("a", ...onward);
    await keyboard.press("Caps_Lock");
    await server.until(upOf(2));
    await server.until(({ warning }) => !warning);
    row(`Caps Lock off, ${where}`, "no hint", hint());
  }
}
