// Plain JavaScript with JSDoc types, because wasm-bindgen copies this file verbatim.

import { attempt, LIST, toMessage } from "./exchange.js";
import { readObject } from "./options.js";

/** More items of a list are not read. */
const MAX_ITEMS = 1000;

/**
 * Reads each property of a password policy once.
 *
 * @param {any} policy
 * @returns its values, and the names of its other properties, as two parts of a message
 */
export function readPolicy(policy) {
  // In the order in which `src/policy.rs` reads them.
  const names = ["minLength", "maxLength", "allowedCharacters", "forbiddenCharacters", "shouldContain"];
  let { values, others, objects } = readObject(policy, names, "passwordPolicy.");
  const list = objects.shouldContain;
  if (Array.isArray(list)) {
    const items = attempt(() => list.slice(0, MAX_ITEMS)) || [];
    // For `readObject` it is an object, whose value is a kind without a text.
    values = values.slice(0, -toMessage(LIST, "").length) + toMessage(LIST, "-".repeat(items.length));
    // The items follow it, and each is followed by its properties.
    for (let index = 0; index < items.length; index++) {
      const item = readObject(items[index], ["characters", "count"], `passwordPolicy.shouldContain[${index}].`);
      values += toMessage(item.kind, "") + item.values;
      others += item.others;
    }
  }
  return [values, others];
}
