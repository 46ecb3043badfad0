// One call in flight: its deadline, its cancellation, and the least time that it takes.

import { PasswordResetError } from "../index.js";
import { attempt } from "./attempt.js";
import type { Outcome } from "./controller-types.js";
import { after } from "./time.js";

/** When a call can be cancelled. */
const CANCEL_AFTER_MS = 3000;
/** When a call that has still not settled is abandoned. Its own timeout is shorter. */
const GIVE_UP_AFTER_MS = 15_000;
/** Minimum time before an outcome is shown, so that fast responses all take equally long. */
const OUTCOME_AFTER_MS = 500;

/** A call in flight. */
export type Submission = ReturnType<typeof createSubmission>;

/** @param onSlow called when the call has taken so long that it can be cancelled */
export function createSubmission(onSlow: () => void) {
  // Without it, a call still ends, but its request continues.
  const controller: Partial<AbortController> = attempt(() => new AbortController()) || {};
  let isCancelled = false;
  let abandon: (error: PasswordResetError) => void;
  const abandoned = new Promise<never>((_, reject) => {
    abandon = reject;
  });
  const timers = [after(CANCEL_AFTER_MS, onSlow)];
  const minimum = new Promise<void>((resolve) => void after(OUTCOME_AFTER_MS, resolve));

  return {
    /**
     * Waits for the page, which may take any time, then for the call. Never rejects; resolves with `undefined` if the page or the
     * player ended it before the call.
     */
    async _complete(
      prepare: () => Promise<void>,
      send: (signal: AbortSignal | undefined) => Promise<void>,
    ): Promise<Outcome | undefined> {
      let outcome: Outcome | undefined;
      try {
        await Promise.race([prepare(), abandoned]);
        outcome = {};
        timers.push(
          after(GIVE_UP_AFTER_MS, () =>
            abandon(
              new PasswordResetError("The call did not settle", { kind: "timeout", timeoutMs: GIVE_UP_AFTER_MS }),
            ),
          ),
        );
        await Promise.race([send(controller.signal), abandoned]);
      } catch (error) {
        if (outcome) outcome.error = error;
      }
      if (outcome && !isCancelled && !isInvalidInput(outcome.error)) await minimum;
      for (const stop of timers) stop();
      return outcome;
    },

    _cancel(): void {
      isCancelled = true;
      attempt(() => (controller as AbortController).abort());
      // In case the signal does not end the call.
      timers.push(after(OUTCOME_AFTER_MS, () => abandon(new PasswordResetError("Cancelled", { kind: "aborted" }))));
    },
  };
}

/** Whether a call failed because of its options, before anything was sent. */
export const isInvalidInput = (error: unknown) => Object(error).kind === "invalid_input";
