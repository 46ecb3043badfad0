// A call that is pending while its page is frozen, or left and returned to.

import "../../../support/page/watch.js";
import { requestPasswordReset } from "/dist/index.js";
import { projectId } from "../../../support/projects.js";

/** The events of the page and the ends of calls, in order. */
const log = [];
for (const name of ["freeze", "resume"]) document.addEventListener(name, () => log.push(name));
for (const name of ["pagehide", "pageshow"])
  addEventListener(name, (/** @type {PageTransitionEvent} */ { persisted }) =>
    log.push(`${name}${persisted ? ", kept" : ""}`),
  );

/** Starts a call to the server, which responds as `name` says. */
export function startCall(name, timeoutMs) {
  const baseUrl = `${location.origin}/api/${name}`;
  requestPasswordReset({ projectId, baseUrl, timeoutMs, username: "sleeper" }).then(
    () => log.push("resolved"),
    ({ kind }) => log.push(kind),
  );
}

export const events = () => log;
