// The options of the elements: each is an attribute and a property.

import type { Texts } from "../messages/index.js";
import { attempt, warnOnce } from "./attempt.js";

/** Attributes that name a person or open an account. They are read and removed: tools that record pages copy attributes. */
export const secret = /^user|-code$/;

/** The attribute of a property: `projectId` → `project-id`. */
export function attributeOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Replaces option names with attribute names in a message for developers. */
export const nameAttributes = (message: string, properties: readonly string[]) =>
  properties.reduce((text, property) => text.split(property).join(attributeOf(property)), message);

/** Texts as they are, or as JSON. */
export function parseTexts(texts: unknown): Partial<Texts> | null {
  if (typeof texts !== "string") return texts as Partial<Texts> | null;
  const parsed = attempt(() => JSON.parse(texts || "null") as Partial<Texts> | null);
  // A server may have rendered an object as a text.
  if (parsed === undefined)
    warnOnce(`"texts" is not valid JSON${texts[1] === "o" ? ": an object has to be set as a property" : ""}`);
  return parsed as Partial<Texts> | null;
}

/** Re-applies properties that were set before the element was defined; they would shadow the accessors. */
export function upgradeProperties<Element extends object>(element: Element): void {
  for (const name of Object.keys(element) as (keyof Element)[]) {
    if (!(name in element.constructor.prototype)) continue;
    attempt(() => {
      const value = element[name];
      delete element[name];
      element[name] = value;
    });
  }
}
