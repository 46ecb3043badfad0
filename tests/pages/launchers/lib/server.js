// Serves the project's files to the pages of these tests, and replaces Xsolla Login.

import sirv from "sirv";
import { root } from "../../../../scripts/lib/run.js";
import { freePort, listen } from "../../../support/server.js";

const error = (code, details) => JSON.stringify({ error: { code, description: "said", ...(details && { details }) } });
const json = { "Content-Type": "application/json" };

/** The responses to `POST /api/<name>/…`: status, headers, body. `silent` gets none, `held` only when it is released. */
const responses = {
  204: [204, {}],
  emoji: [204, {}],
  "no-cors": [204, {}],
  422: [422, json, error("003-020", { field: ["a", 1], deep: { null: null } })],
  429: [429, { ...json, "Retry-After": "7" }, error("002-057")],
  503: [503, { "Content-Type": "text/html" }, "<!doctype html><title>Maintenance</title>"],
  misconfigured: [422, json, error("003-022")],
  "link-invalid": [404, json, error("003-061")],
  "password-rejected": [422, json, error("0", { password: ["too common"] })],
};

/** Starts it on a free port. */
export async function startServer() {
  const files = sirv(root, { dev: true });
  const requests = [];
  const held = new Set();
  const { port, stop } = await listen(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const [, api, name] = pathname.split("/");
    if (api !== "api") {
      // The page's policy is part of its address, so that each page is one address for every engine.
      const policy = searchParams.get("csp");
      if (policy) response.setHeader("Content-Security-Policy", policy);
      return files(request, response, () => response.writeHead(404).end());
    }
    const { origin } = request.headers;
    // Not the origin itself, because Chromium 67 does not accept "null" for pages from file://.
    if (name !== "no-cors") response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "Content-Type");
    response.setHeader("Access-Control-Expose-Headers", "Retry-After");
    if (request.method !== "POST") return response.writeHead(204).end();
    let body = "";
    request.on("error", () => {});
    for await (const part of request.setEncoding("utf8")) body += part;
    requests.push({
      name,
      path: pathname.split("/").slice(3).join("/"),
      query: Object.fromEntries(searchParams),
      origin,
      body: JSON.parse(body),
    });
    if (name === "held") held.add(response);
    else if (name !== "silent") {
      const [status, headers, text] = responses[name];
      response.writeHead(status, headers).end(text);
    }
  });
  return {
    /** Pages are of another origin than the API. */
    pages: `http://localhost:${port}/`,
    api: `http://127.0.0.1:${port}/api/`,
    /** Nothing listens there. */
    closed: `http://127.0.0.1:${await freePort()}/api`,
    /** The requests since the last call. */
    takeRequests: () => requests.splice(0),
    release() {
      for (const response of held) response.writeHead(204).end();
      held.clear();
    },
    stop,
  };
}
