// What is done on every page, in whatever browser: ask for two players, read what came of it.

const LIMIT_MS = 20_000;

/** Whom the pages ask for. The Login server's project reveals that it does not know the second. */
export const players = ["John", "nobody"];

/** What they show, unless a trial expects something else. */
export const usual = [/^sent$/, /^rejected: .*003-002/];

/** Runs in the page: fills in the form, sends it, and returns what the page says. */
export async function ask(username, limitMs) {
  const deadline = Date.now() + limitMs;
  async function until(what, find) {
    for (;;) {
      const found = find();
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`${what} did not appear`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const button = await until("A button that can be pressed", () => document.querySelector("form button:enabled"));
  const output = document.querySelector("output");
  output.textContent = "";
  document.querySelector("input").value = username;
  button.click();
  return until("An outcome", () => output.textContent);
}

/** `ask` as the text of a function of one name. */
export const askSource = `(username) => (${ask})(username, ${LIMIT_MS})`;

/** What is wrong with the outcomes; nothing if they are as expected. */
export function difference(outcomes, expected = usual) {
  const wrong = expected.findIndex((pattern, index) => !pattern.test(outcomes[index]));
  return wrong < 0 ? undefined : `${players[wrong]}: ${outcomes[wrong]} instead of ${expected[wrong]}`;
}
