// What the form for new passwords does with a policy or a page for new links, which it loads only then. It says what the policy
// requires: to players in sentences, to password managers in WebKit's syntax.

import { confirmPasswordReset, type Issue, type PasswordPolicy, PasswordResetError } from "../index.js";
import {
  countedSentence,
  joinSentences,
  type Messages,
  passwordLength,
  sentence,
  type TextName,
} from "../messages/index.js";
import type { Advice } from "./advice.js";
import type { RequirementState } from "./controller-types.js";
import { dispatch } from "./dispatch.js";
import { defaultRules, type NewPasswordOptions, policyOf } from "./new-password.js";
import css from "./new-password-extras.css";
import type { NewPasswordForm } from "./new-password-form.js";
import { add, make, type View } from "./view.js";

type NewPasswordAdvice = Advice<NewPasswordOptions>;

/** Sets that have names: in sentences, and in `passwordrules`. */
const named = [
  ["a–z", "abcdefghijklmnopqrstuvwxyz", "lowercaseRule", "lower"],
  ["A–Z", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "uppercaseRule", "upper"],
  ["0–9", "0123456789", "digitRule", "digit"],
] as const;

/** What password managers choose from. */
const ascii = String.fromCharCode(...Array(127).keys()).slice(33);

/**
 * The requirements of a policy, in the order in which a call reports them. May throw if the policy is malformed.
 *
 * @param broken - What {@link find} found; without it, none is met.
 */
function requirementsOf(
  messages: Messages,
  policy: PasswordPolicy | null | undefined,
  broken: string[] | undefined,
): RequirementState[] {
  if (!policy) return [];
  const { minLength, maxLength, allowedCharacters, forbiddenCharacters, shouldContain } = policy;
  const requirements: RequirementState[] = [];
  /** @param names - The requirement's names in an issue. */
  const add = (names: string[], text: string, rule = "") => {
    const isMet = broken !== undefined && !names.some((name) => broken.includes(name));
    requirements.push({ text, isMet, rule });
  };
  const min = Math.max(minLength ?? 0, passwordLength.min);
  const max = Math.min(maxLength ?? Infinity, passwordLength.max);
  add(
    ["password_length", "passwordPolicy.minLength", "passwordPolicy.maxLength"],
    sentence(messages, "passwordRule", { min, max }),
    `minlength: ${min}; maxlength: ${max};`,
  );
  // Password managers have no word for what is forbidden.
  const allowed = () => {
    const usable = [...(allowedCharacters || ascii)].filter((character) => !forbiddenCharacters?.includes(character));
    return ` allowed: ${listOf(usable.join("")).list};`;
  };
  if (allowedCharacters) {
    const { characters } = listOf(allowedCharacters);
    add(["passwordPolicy.allowedCharacters"], sentence(messages, "allowedRule", { characters }), allowed());
  }
  if (forbiddenCharacters) {
    const { characters } = listOf(forbiddenCharacters);
    const rule = allowedCharacters ? "" : allowed();
    add(["passwordPolicy.forbiddenCharacters"], sentence(messages, "forbiddenRule", { characters }), rule);
  }
  for (const [index, set] of (shouldContain ?? []).entries()) {
    const count = set.count ?? 1;
    // It requires nothing.
    if (!count) continue;
    const { characters, list, name } = listOf(set.characters);
    const values = { characters, count };
    add(
      [`passwordPolicy.shouldContain[${index}]`],
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

/**
 * The names of what a password breaks: a requirement of the policy, or a rule of the API. `undefined` if nobody can say, since
 * the policy is malformed, or Rust does not run here.
 */
async function judge(newPassword: string, passwordPolicy: PasswordPolicy): Promise<string[] | undefined> {
  // Without the other options, nothing is sent.
  const error = await confirmPasswordReset({ newPassword, passwordPolicy } as never).catch((error) => error);
  const issues: Issue[] | undefined = error?.issues;
  if (issues?.some(({ field }) => field.startsWith("passwordPolicy"))) return undefined;
  return issues?.map(({ requirement, rule }) => requirement ?? rule);
}

export const find: NewPasswordAdvice["find"] = (value, options) => {
  const policy = policyOf(options);
  return policy ? judge(value, policy as PasswordPolicy) : undefined;
};

/** What a player is told who pauses: what is not met, or else all. */
function hintFor(messages: Messages, requirements: RequirementState[]): string {
  const unmet = requirements.filter(({ isMet }) => !isMet);
  const [name, told] =
    unmet.length > 0 ? (["requirementUnmet", unmet] as const) : (["requirementMet", requirements] as const);
  return joinSentences([sentence(messages, name), ...told.map(({ text }) => text)]);
}

/** Schemes that run code or show what a link contains. Browsers ignore control characters in them, and spaces before them. */
const unusable = /^(javascript|data|blob):/i;
const isUnusable = (url: unknown) => unusable.test(`${url}`.replace(/[\0- ]+/g, ""));

/** Failures that a new link may mend. */
const linkProblems: (TextName | undefined)[] = ["linkDead", "passwordOrLinkRefused"];

export const describe: NewPasswordAdvice["describe"] = (state, situation) => {
  const { _options: options, _problem: problem, _isPausing: isPausing, _found: found, _write: write } = situation;
  const { requestUrl } = options;
  const requirements =
    write((messages) => requirementsOf(messages, policyOf(options) as PasswordPolicy, found as string[])) ?? [];
  const hint = isPausing && requirements.length > 0 ? write((messages) => hintFor(messages, requirements)) : "";
  const unmet = requirements.find(({ isMet }) => !isMet);
  const isNamed = unmet && state.isInvalid && !state.isFieldErrorLate;
  return {
    requirements,
    hint: hint ?? "",
    fieldError: isNamed ? unmet.text : state.fieldError,
    requestUrl: (linkProblems.includes(problem) && !isUnusable(requestUrl) && requestUrl) || "",
  };
};

const schemeRule = "requestUrl must not use javascript:, data: or blob:";

export const verify: NewPasswordAdvice["verify"] = ({ requestUrl }) => {
  if (isUnusable(requestUrl))
    throw new PasswordResetError(schemeRule, {
      kind: "invalid_input",
      issues: [{ field: "requestUrl", rule: "scheme", message: schemeRule }],
    });
};

/** The elements of each form that shows some of this. */
const shown = new WeakMap<View, ReturnType<typeof addElements>>();

function addElements(element: NewPasswordForm, view: View) {
  const { requirements } = add(view.field, { requirements: "ul role=list" });
  const { "request-link": link } = add(view.field, { "request-link": "a" });
  view.alert.after(link);
  link.addEventListener("click", (event) => {
    if (!dispatch(element, "new-link-wanted", { username: element.username })) event.preventDefault();
  });
  return { requirements, link };
}

/** Shows the requirements as a list, tells them to password managers, and shows the link to the page for new links. */
export const show: NewPasswordAdvice["show"] = (element, view, { getSnapshot, text }, addStyles) => {
  const state = getSnapshot();
  let elements = shown.get(view);
  if (!elements) {
    elements = addElements(element as NewPasswordForm, view);
    shown.set(view, elements);
    addStyles(css);
  }
  const { requirements, link } = elements;
  requirements.textContent = "";
  for (const { isMet, text: requirement } of state.requirements) {
    const word = text(isMet ? "requirementMet" : "requirementUnmet");
    const item = make("li", `${requirement} `, make("span class=spoken", word));
    item.setAttribute("part", isMet ? "requirement met" : "requirement");
    requirements.append(item);
  }
  const rules = state.requirements.map(({ rule }) => rule).join("");
  view.input.setAttribute("passwordrules", rules || defaultRules);
  // The first number in the rules.
  view.input.setAttribute("minlength", rules.split(/\D+/)[1] ?? "");
  link.hidden = !state.requestUrl;
  link.href = state.requestUrl;
  if (link.textContent !== text("requestLink")) link.textContent = text("requestLink");
};
