// Serves the project's files to pages of tests, responds to their calls, and counts what it receives.

import sirv from "sirv";
import { root } from "../../scripts/lib/run.js";
import { listen } from "./server.js";

const error = JSON.stringify({ error: { code: "003-019", description: "said" } });

/**
 * Starts it on a free port. It responds to `POST /api/<name>/…` with the status of that name, to `silent` never, and to
 * `held` on `release`.
 */
export async function startServer() {
  const files = sirv(root, { dev: true });
  const fresh = () => ({ byName: {}, byPlayer: new Map(), held: [], heads: [], bodies: [] });
  const state = fresh();
  const { url, stop } = await listen(async (request, response) => {
    if (request.method !== "POST") return files(request, response, () => response.writeHead(404).end());
    const [, , name] = request.url.split("/");
    let body = "";
    request.on("error", () => {});
    for await (const part of request.setEncoding("utf8")) body += part;
    state.heads.push(`${request.url}\n${request.rawHeaders.join("\n")}`);
    state.bodies.push(body);
    const { username } = JSON.parse(body);
    state.byName[name] = (state.byName[name] ?? 0) + 1;
    state.byPlayer.set(username, (state.byPlayer.get(username) ?? 0) + 1);
    if (name === "held") state.held.push(response);
    else if (name !== "silent")
      response.writeHead(Number(name), { "Retry-After": "7" }).end(name === "422" ? error : undefined);
  });
  return {
    url,
    state,
    stop,
    forget: () => Object.assign(state, fresh()),
    /** Responds to the requests that are held. */
    release() {
      for (const response of state.held.splice(0)) response.writeHead(204).end();
    },
  };
}
