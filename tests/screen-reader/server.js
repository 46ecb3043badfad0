// Serves the page and the package, replaces Xsolla Login, and knows what the form shows.

import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { bodyOf, listen } from "../support/server.js";

/** How long a response takes, in milliseconds: longer than the form's least time, as those of a distant server do. */
const DELAY_MS = 900;

const error = (code, details) => JSON.stringify({ error: { code, description: "said", ...(details && { details }) } });

/** The responses to `POST /api/<name>/…`: status, body, headers. `silent` gets none. */
const responses = {
  accepted: [204],
  failed: [500],
  limited: [429, error("002-058"), { "Retry-After": "100" }],
  limitedBriefly: [429, error("002-058"), { "Retry-After": "45" }],
  refused: [422, error("0", { password: ["too common"] })],
  dead: [404, error("003-061")],
};

/** Starts it on a free port. `dist` is the folder of the package. */
export async function startServer(dist) {
  const pages = sirv(fileURLToPath(new URL("page/", import.meta.url)), { dev: true });
  const build = sirv(dist, { dev: true });
  let shown = { name: "", count: 0, text: "", hasFocus: false };
  let waiting;
  const { url, stop } = await listen(async (request, response) => {
    const notFound = () => response.writeHead(404).end();
    const { pathname } = new URL(request.url, "http://localhost");
    const [, first, name] = pathname.split("/");
    if (first === "next") {
      waiting = response;
      return;
    }
    if (first === "dist") {
      request.url = pathname.slice("/dist".length);
      return build(request, response, notFound);
    }
    if (first !== "api" && first !== "shown") return pages(request, response, notFound);
    const body = await bodyOf(request);
    if (first === "shown") {
      const report = JSON.parse(body);
      // One may overtake another.
      if (report.name !== shown.name || report.count > shown.count) shown = report;
      return response.writeHead(204).end();
    }
    if (name === "silent") return;
    const [status, text = "", headers = {}] = responses[name];
    setTimeout(() => response.writeHead(status, headers).end(text), DELAY_MS);
  });
  return {
    url,
    /** What the form in the page shows now. */
    shown: () => shown,
    /** Whether the page is ready to give way. */
    isWaiting: () => Boolean(waiting),
    /** Replaces the page. */
    open(address) {
      waiting.end(address);
      waiting = undefined;
    },
    stop,
  };
}
