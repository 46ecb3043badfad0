// Serves the project's files, for pages of tests, and answers their calls. It counts what it gets.

import { once } from "node:events";
import { createServer } from "node:http";
import sirv from "sirv";
import { root } from "../../scripts/lib/run.js";

const error = JSON.stringify({ error: { code: "003-019", description: "said" } });

/** `POST /api/<answer>/…` answers with a status, `silent` never, `held` when told to. */
export async function startServer() {
  const files = sirv(root, { dev: true });
  const fresh = () => ({ byAnswer: {}, byPlayer: new Map(), held: [], heads: [], bodies: [] });
  const state = fresh();
  const server = createServer(async (request, response) => {
    if (request.method !== "POST") return files(request, response, () => response.writeHead(404).end());
    const [, , answer] = request.url.split("/");
    let body = "";
    request.on("error", () => {});
    for await (const part of request.setEncoding("utf8")) body += part;
    state.heads.push(`${request.url}\n${request.rawHeaders.join("\n")}`);
    state.bodies.push(body);
    const { username } = JSON.parse(body);
    state.byAnswer[answer] = (state.byAnswer[answer] ?? 0) + 1;
    state.byPlayer.set(username, (state.byPlayer.get(username) ?? 0) + 1);
    if (answer === "held") state.held.push(response);
    else if (answer !== "silent")
      response.writeHead(Number(answer), { "Retry-After": "7" }).end(answer === "422" ? error : undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    state,
    forget: () => Object.assign(state, fresh()),
    /** Answers what was held. */
    release: () => state.held.splice(0).forEach((response) => response.writeHead(204).end()),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
