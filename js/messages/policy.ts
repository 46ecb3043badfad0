// What a password policy says: to players in sentences, and to password managers in WebKit's syntax.

import type { PasswordPolicy } from "../index.js";
import type { Messages } from "./languages.js";
import { countedSentence, passwordLength, sentence } from "./sentences.js";

/** One requirement of a policy. */
export interface Requirement {
  /** A policy of nothing else. */
  policy: PasswordPolicy;
  /** The rules that a password breaks that does not meet it. Without a policy, a password has a length, too. */
  broken: RegExp;
  /** For the player. */
  text: string;
  /** For the attribute `passwordrules`. */
  rule: string;
}

/** Sets that have names: in sentences, and in `passwordrules`. */
const named = [
  ["a–z", "abcdefghijklmnopqrstuvwxyz", "lowercaseRule", "lower"],
  ["A–Z", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "uppercaseRule", "upper"],
  ["0–9", "0123456789", "digitRule", "digit"],
] as const;

/** The requirements of a policy, in the order in which a call reports them. May throw if the policy is malformed. */
export function requirementsOf(messages: Messages, policy: PasswordPolicy): Requirement[] {
  const { minLength, maxLength, allowedCharacters, forbiddenCharacters, shouldContain } = policy;
  const min = Math.max(minLength ?? 0, passwordLength.min);
  const max = Math.min(maxLength ?? Infinity, passwordLength.max);
  const requirements: Requirement[] = [
    {
      policy: { minLength, maxLength },
      broken: /^password_/,
      text: sentence(messages, "passwordRule", { min, max }),
      rule: `minlength: ${min}; maxlength: ${max};`,
    },
  ];
  const add = (policy: PasswordPolicy, text: string, rule = "") =>
    requirements.push({ policy, broken: /^password_(?!length)/, text, rule });
  if (allowedCharacters) {
    const { characters, list } = listOf(allowedCharacters);
    add({ allowedCharacters }, sentence(messages, "allowedRule", { characters }), ` allowed: ${list};`);
  }
  if (forbiddenCharacters) {
    const { characters } = listOf(forbiddenCharacters);
    add({ forbiddenCharacters }, sentence(messages, "forbiddenRule", { characters }));
  }
  for (const set of shouldContain ?? []) {
    const { characters, list, name } = listOf(set.characters);
    const values = { characters, count: set.count ?? 1 };
    add(
      { shouldContain: [set] },
      name === "characterRule" ? sentence(messages, name, values) : countedSentence(messages, name, values),
      ` required: ${list};`,
    );
  }
  return requirements;
}

/** How a set is shown to a player, how `passwordrules` lists it, and the text about it. */
function listOf(set: string) {
  // In a list of WebKit's, a hyphen is the first character, and a closing bracket the last.
  let rest = [...new Set([...set])]
    .sort()
    .join("")
    .replace(/(.*)-/, "-$1")
    .replace(/\](.*)/, "$1]");
  const list = `[${rest}]`;
  const names = named.filter(([, all]) => {
    const isWhole = rest.includes(all);
    rest = rest.replace(all, "");
    return isWhole;
  });
  const characters = [...names.map(([name]) => name), ...(rest ? [rest.replace(" ", "␣")] : [])].join(" ");
  const [only] = names;
  if (only?.[0] === characters) return { characters, list: only[3], name: only[2] };
  const isSpecial = /^[!-/:-@[-`{-~]+$/.test(characters);
  return { characters, list, name: isSpecial ? ("specialRule" as const) : ("characterRule" as const) };
}
