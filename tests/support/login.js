// Serves the project's files to pages of tests, and replaces Xsolla Login for them.

import { setTimeout as pause } from "node:timers/promises";
import sirv from "sirv";
import { root } from "../../scripts/lib/run.js";
import { bodyOf, holdClosedPort, listen } from "./server.js";

const error = (code, details) => JSON.stringify({ error: { code, description: "said", ...(details && { details }) } });
const json = { "Content-Type": "application/json" };

/** The responses to `POST /api/<name>/…`: status, headers, body. `silent` gets none, `held` only when it is released. */
const responses = {
  200: [200, {}],
  204: [204, {}],
  emoji: [204, {}],
  "no-cors": [204, {}],
  422: [422, json, error("003-020", { field: ["a", 1], deep: { null: null } })],
  429: [429, { ...json, "Retry-After": "7" }, error("002-057")],
  500: [500, {}],
  503: [503, { "Content-Type": "text/html" }, "<!doctype html><title>Maintenance</title>"],
  limited: [429, { ...json, "Retry-After": "100" }, error("002-058")],
  "limited-briefly": [429, { ...json, "Retry-After": "45" }, error("002-058")],
  misconfigured: [422, json, error("003-022")],
  "link-invalid": [404, json, error("003-061")],
  "password-rejected": [422, json, error("0", { password: ["too common"] })],
};

/**
 * Starts it on a free port.
 *
 * @param {{ delayMs?: number, routes?: Record<string, (request: any, response: any) => unknown> }} [options] how long a response of
 *   Xsolla Login takes, and what else it serves, by the first part of the path
 */
export async function startServer({ delayMs = 0, routes = {} } = {}) {
  const files = sirv(root, { dev: true });
  let requests = [];
  const heads = [];
  const held = new Set();
  const { port, url, stop } = await listen(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const [, first, name, ...path] = pathname.split("/");
    if (routes[first]) return routes[first](request, response);
    if (first !== "api") {
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
    heads.push(`${request.url}\n${request.rawHeaders.join("\n")}`);
    const body = JSON.parse(await bodyOf(request));
    requests.push({ name, path: path.join("/"), query: Object.fromEntries(searchParams), origin, body });
    if (name === "held") held.add(response);
    else if (name !== "silent") {
      const [status, headers, text] = responses[name];
      if (delayMs > 0) await pause(delayMs);
      response.writeHead(status, headers).end(text);
    }
  });
  const closed = await holdClosedPort();
  return {
    /** For pages of the API's origin, and of another one. */
    url,
    pages: `http://localhost:${port}/`,
    api: `${url}api/`,
    closed: `http://127.0.0.1:${closed.port}/api`,
    /** The address and the headers of each request. */
    heads,
    requests: () => requests,
    /** The requests since the last call. */
    takeRequests() {
      const taken = requests;
      requests = [];
      return taken;
    },
    /** Responds to the requests that are held. */
    release() {
      for (const response of held) response.writeHead(204).end();
      held.clear();
    },
    stop() {
      closed.stop();
      stop();
    },
  };
}
