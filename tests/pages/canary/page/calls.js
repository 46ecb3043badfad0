// Calls with a canary in everything that is personal, which end in every way. Where they are seen is told.

import * as ours from "/dist/index.js";
import { inMemory, kept, said, tell } from "./watch.js";

const projectId = "11111111-1111-4111-8111-111111111111";

/** Long and strange enough to be found, and to be nothing else. */
export const canaries = ["kanarie-username", "kanarie-password", "kanarie-resetcode", "kanarie-verifycode"];
const [username, newPassword, resetCode, verifyCode] = canaries;

const answers = ["204", "422", "429", "503", "200"];

/** What both calls are given beside the canaries, and how they should end. */
const endings = [
  ...answers.map((answer, index) => [
    { answer },
    ["resolved", "rejected", "rate_limited", "unexpected_response", "unexpected_response"][index],
  ]),
  [{ answer: "silent", timeoutMs: 50 }, "timeout"],
  [{ answer: "silent", abort: true }, "aborted"],
  [{ baseUrl: "https://127.0.0.1:1/nobody" }, "network"],
  [
    {
      fetch: () => {
        throw new TypeError("no");
      },
    },
    "network",
  ],
  [{ projectId: "mine" }, "invalid_input"],
  [{ retries: 3, timeoutMs: 0 }, "invalid_input"],
];

/** Makes them, and returns where canaries were seen, and what did not end as it should. */
export async function call() {
  const wrong = [];
  for (const [given, ending] of endings) {
    for (const [name, own] of [
      ["requestPasswordReset", { username }],
      ["confirmPasswordReset", { newPassword, resetCode, verifyCode }],
    ]) {
      const { answer, abort, ...more } = given;
      const controller = new AbortController();
      const options = {
        projectId,
        baseUrl: `${location.origin}/api/${answer}`,
        signal: controller.signal,
        ...own,
        ...more,
      };
      const settled = ours[name](options).then(
        () => undefined,
        (error) => error,
      );
      if (abort) setTimeout(() => controller.abort(), 50);
      const error = await settled;
      if ((error?.kind ?? "resolved") !== ending) wrong.push(`${name} ended as ${error?.kind} instead of ${ending}`);
      if (error) said.push([`the error of ${ending}`, tell(error)]);
      for (const [text, at] of inMemory(canaries)) wrong.push(`${text} is in memory at ${at} after ${name}, ${ending}`);
    }
  }
  return [...wrong, ...(await seen())];
}

/** Canaries in a password that is refused: each option is given one that breaks its rules. */
export async function refuse() {
  const bad = {
    projectId: canaries[0],
    username: `${canaries[0]}\0`,
    loginUrl: canaries[1],
    locale: canaries[2],
    baseUrl: canaries[3],
    timeoutMs: canaries[0],
    signal: canaries[1],
    fetch: canaries[2],
  };
  const others = {
    projectId: canaries[0],
    newPassword: `${canaries[1]}\ud800`,
    resetCode: `${canaries[2]} `,
    userId: canaries[3],
    verifyCode: `${canaries[3]}\n`,
  };
  for (const argument of [bad, others, canaries[0], [canaries[1]], new String(canaries[2]), Symbol(canaries[3])]) {
    for (const name of ["requestPasswordReset", "confirmPasswordReset"]) {
      said.push(["the error of a refusal", tell(await ours[name](argument).catch((error) => error))]);
    }
  }
  return seen();
}

async function seen() {
  const places = [...said, ...(await kept())];
  return places
    .filter(([, text]) => canaries.some((canary) => text?.includes(canary)))
    .map(([place, text]) => `${place}: ${text.slice(0, 200)}`);
}
