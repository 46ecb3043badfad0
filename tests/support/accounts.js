// What tests ask of the local Login server besides the page: its mails, its links, and whether a player can sign in.

import { projectId } from "./projects.js";

/** @param {string} login the server's origin */
export function accountsOf(login) {
  const post = (path, query = {}, body = undefined) =>
    fetch(`${login}/${path}?${new URLSearchParams(query)}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  /** The mails to an address, newest first. */
  const mailsTo = async (to) => (await fetch(`${login}/mailbox.json?${new URLSearchParams({ to })}`)).json();

  return {
    /** Makes players, mails and limits as they are at the start. */
    reset: () => post("test/reset"),
    mailsTo,
    /** Requests a mail without the page, and returns its link. */
    async linkFor(address, options = {}) {
      await post("api/password/reset/request", { projectId, ...options }, { username: address });
      const [mail] = await mailsTo(address);
      return mail.link;
    },
    /** The HTTP status of signing in. */
    async signIn(username, password, project = projectId) {
      return (await post("api/login", { projectId: project }, { username, password })).status;
    },
  };
}
