// The waits before the next call, and their countdown.

import { after, elapsed } from "./time.js";

/** The person of a wait that everyone has to observe. */
export const anyone = "";

/** The waits of one form, by person. */
export type Waits = ReturnType<typeof createWaits>;

/** @param tick called a second after `countDown` */
export function createWaits(tick: () => void) {
  /** When the next call is allowed, by person. */
  const ends: Record<string, number> = Object.create(null);
  let isTicking = false;

  return {
    _start(person: string, ms: number): void {
      ends[person] = elapsed() + ms;
    },
    /** How long a person has to wait, in whole milliseconds; not above 0 if a call is allowed. */
    _remainingMs: (person: string) => Math.floor(Math.max(ends[anyone] || 0, ends[person] || 0) - elapsed()),
    _countDown(): void {
      if (isTicking) return;
      isTicking = true;
      const due = elapsed() + 1000;
      after(1000, () => {
        isTicking = false;
        elapsed(due);
        tick();
      });
    },
  };
}
