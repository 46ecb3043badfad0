// A call that is under way while its page sleeps, or is left and come back to.

import "../../../support/page/watch.js";
import { requestPasswordReset } from "/dist/index.js";

/** What happened, in order: how calls ended, and what became of the page. */
const events = [];
for (const name of ["freeze", "resume"]) document.addEventListener(name, () => events.push(name));
for (const name of ["pagehide", "pageshow"])
  addEventListener(name, ({ persisted }) => events.push(`${name}${persisted ? ", kept" : ""}`));

/** Asks the server, which answers as `answer` says. Returns at once. */
export function ask(answer, timeoutMs) {
  const options = {
    projectId: "11111111-1111-4111-8111-111111111111",
    baseUrl: `${location.origin}/api/${answer}`,
    timeoutMs,
  };
  requestPasswordReset({ ...options, username: "sleeper" }).then(
    () => events.push("resolved"),
    ({ kind }) => events.push(kind),
  );
}

export const happened = () => events;
