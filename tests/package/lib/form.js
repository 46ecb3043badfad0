// Fills in the form of a page in any browser, for two players, and checks the outcomes.

const LIMIT_MS = 20_000;

/** The project of the Login server reveals that it does not know the second. */
export const players = ["John", "nobody"];

/** The outcomes, unless a case expects others. */
const usual = [/^sent$/, /^rejected: .*003-002/];

/** Runs in the page: fills in the form, submits it, and returns the text of the outcome. */
async function submit(username, limitMs) {
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

/** The source of a function that submits the form for a username. */
export const submitSource = `(username) => (${submit})(username, ${LIMIT_MS})`;

/** The first outcome that is not as expected, as a sentence. */
export function difference(outcomes, expected = usual) {
  const wrong = expected.findIndex((pattern, index) => !pattern.test(outcomes[index]));
  return wrong < 0 ? undefined : `${players[wrong]}: ${outcomes[wrong]} instead of ${expected[wrong]}`;
}
