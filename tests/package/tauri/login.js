// A Login API whose responses depend on the username, and which records what it receives.

import { bodyOf, listen } from "../../support/server.js";

const responses = {
  lena: (response) => response.writeHead(204).end(),
  limited: (response) => response.writeHead(429, { "Retry-After": "7" }).end(),
  unknown: (response) => response.writeHead(404).end('{ "error": { "code": "003-002", "description": "…" } }'),
  moved: (response) => response.writeHead(303, { Location: "/elsewhere" }).end(),
  silent: () => {},
};

/** Starts it on a free port. CORS allows `allowedOrigin`, which a test may change. */
export async function startLogin() {
  const login = { allowedOrigin: "", received: [] };
  const { url, stop } = await listen(async (request, response) => {
    const { method, url, headers } = request;
    const { pathname, searchParams } = new URL(url, login.origin);
    const body = await bodyOf(request);
    login.received.push({ method, path: pathname, query: Object.fromEntries(searchParams), headers, body });
    if (login.allowedOrigin) response.setHeader("Access-Control-Allow-Origin", login.allowedOrigin);
    response.setHeader("Access-Control-Allow-Headers", "content-type");
    response.setHeader("Access-Control-Expose-Headers", "Retry-After");
    if (method === "OPTIONS") return response.writeHead(204).end();
    const respond = url.startsWith("/api/password/reset/request?") && responses[JSON.parse(body).username];
    return respond ? respond(response) : response.writeHead(404).end();
  });
  return Object.assign(login, { origin: new URL(url).origin, stop });
}
