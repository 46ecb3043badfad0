// What a player is told who pauses.

import { joinSentences, type TextName } from "../messages/index.js";
import type { FormState } from "./controller-types.js";

/** A question that offers a suggestion; or the requirements that are not met, or else all of them. */
export function hintFor(
  text: (name: TextName, values?: Record<string, string>) => string,
  suggestion: string,
  requirements: FormState["requirements"],
): string {
  if (suggestion) return text("didYouMean", { address: suggestion });
  if (!requirements[0]) return "";
  const unmet = requirements.filter(({ isMet }) => !isMet);
  const told = unmet[0] ? unmet : requirements;
  return joinSentences([text(unmet[0] ? "requirementUnmet" : "requirementMet"), ...told.map(({ text }) => text)]);
}
