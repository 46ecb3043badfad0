// The waits before the next call, and their countdown.

import { maxWaitMs } from "../messages/index.js";
import { after, elapsed } from "./attempt.js";

/** The person of a wait that everyone has to observe. */
export const anyone = "";

/** The waits of one form, by person. */
export type Waits = ReturnType<typeof createWaits>;

/** @param tick called a second after `countDown` */
export function createWaits(tick: () => void) {
  /** When the next call is allowed, by person. */
  const ends: Record<string, number> = Object.create(null);
  let stopClock: (() => void) | undefined;

  return {
    start(person: string, ms: number): void {
      ends[person] = elapsed() + Math.min(ms, maxWaitMs);
    },
    /** How long a person has to wait, in milliseconds; not above 0 if a call is allowed. */
    remainingMs: (person: string) => Math.max(ends[anyone] ?? 0, ends[person] ?? 0) - elapsed(),
    countDown(): void {
      if (stopClock) return;
      const due = elapsed() + 1000;
      stopClock = after(1000, () => {
        stopClock = undefined;
        elapsed(due);
        tick();
      });
    },
    stopCountdown(): void {
      stopClock?.();
      stopClock = undefined;
    },
  };
}
