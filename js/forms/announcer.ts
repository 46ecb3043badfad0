// What a screen reader speaks by itself. All of it goes through one live region, so that nothing is spoken twice.

import { joinSentences } from "../messages/index.js";
import type { FormState } from "./controller-types.js";
import { after } from "./time.js";
import { make } from "./view.js";

/** Between two texts: a browser reports no change that is undone at once. */
const PAUSE_MS = 100;
/** How long a text stays: it must be read before, and nobody shall come across it when reading the page. */
const STAY_MS = 5000;

/**
 * Returns a function that has a screen reader speak a text, once, also if it equals the last one. Only the last of several
 * texts within {@link PAUSE_MS} is spoken. An empty text changes nothing.
 *
 * @param region a live region. Orca ignores those that are no `<div>` if other texts change at the same time.
 */
export function createAnnouncer(region: HTMLDivElement): (text: string) => void {
  let stop = () => {};
  let end = "";
  const clear = (): void => {
    region.textContent = "";
  };
  return (text) => {
    if (!text) return;
    stop();
    clear();
    stop = after(PAUSE_MS, () => {
      // Orca 43 drops a text that equals the last one. WebKitGTK reports elements, but no texts.
      end = end ? "" : "\xa0";
      region.appendChild(make("p", text + end));
      stop = after(STAY_MS, clear);
    });
  };
}

/**
 * What is new in a state, in words: the start and the outcome of a call, advice, a hint for a player who is in the form, and, for
 * one who stays on the waiting button, the last half minute of the wait, and its end.
 */
export function newsOf(
  state: FormState,
  previous: FormState,
  working: string,
  done: string,
  isFocused: boolean,
  isOnButton: boolean,
): string {
  if (state.isBusy !== previous.isBusy)
    return state.isBusy ? working : done || joinSentences([state.alert, state.wait]);
  if (state.alert !== previous.alert) return state.alert;
  if (state.warning !== previous.warning) return state.warning;
  if (state.hint !== previous.hint) return isFocused ? state.hint : "";
  const isStep = [30, 0].some((seconds) => state.waitSeconds <= seconds && previous.waitSeconds > seconds);
  return isOnButton && isStep ? state.wait || state.submitLabel : "";
}
