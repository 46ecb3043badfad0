// The options of the elements: each is an attribute and a property.

import type { Texts } from "../messages/index.js";
import { attempt, warnOnce } from "./attempt.js";

/** Attributes that name a person or open an account. They are read and removed: tools that record pages copy attributes. */
export const secret = /^(reset-code|verify-code|user-id|username)$/;

/** The property of an attribute: `project-id` → `projectId`. */
export function propertyOf(attribute: string): string {
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Replaces option names with attribute names in a message for developers. */
export const nameAttributes = (attributes: readonly string[]) => (message: string) =>
  attributes.reduce((text, attribute) => text.split(propertyOf(attribute)).join(attribute), message);

/** Texts as they are, or as JSON. */
export function parseTexts(texts: unknown): Partial<Texts> | null {
  if (typeof texts !== "string") return texts as Partial<Texts> | null;
  const parsed = attempt(() => JSON.parse(texts || "null") as Partial<Texts> | null);
  // A server may have rendered an object as a text.
  if (parsed === undefined)
    warnOnce(`"texts" is not valid JSON${texts[1] === "o" ? ": an object has to be set as a property" : ""}`);
  return parsed ?? null;
}

/** Re-applies properties that were set before the element was defined; they would shadow the accessors. */
export function upgradeProperties<Element extends object>(element: Element): void {
  for (const name of Object.keys(element) as (keyof Element)[]) {
    if (!(name in Object.getPrototypeOf(element))) continue;
    attempt(() => {
      const value = element[name];
      delete element[name];
      element[name] = value;
    });
  }
}
