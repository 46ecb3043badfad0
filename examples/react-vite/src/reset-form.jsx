import { usePasswordReset } from "./use-password-reset.js";

/** Yours, from Publisher Account. */
const projectId = "11111111-1111-4111-8111-111111111111";

export function ResetForm() {
  const { ask, outcome, isBusy } = usePasswordReset(projectId);

  function submit(event) {
    event.preventDefault();
    void ask(new FormData(event.currentTarget).get("username"));
  }

  return (
    <form onSubmit={submit}>
      <label>
        Email or username <input name="username" autoComplete="username" />
      </label>{" "}
      <button type="submit" disabled={isBusy}>
        Send link
      </button>
      <p>
        <output>{outcome}</output>
      </p>
    </form>
  );
}
