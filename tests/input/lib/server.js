// Serves the built forms and the page that hosts them, responds as the API, and collects what the page reports.

import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { bodyOf, listen } from "../../support/server.js";

/** How long a page may take to do something. */
const LIMIT_MS = 20_000;

const page = fileURLToPath(new URL("../page/", import.meta.url));

/** @param {string} dist the folder of the built package */
export async function startServer(dist) {
  const files = { "/dist/": sirv(dist, { dev: true }), "/page/": sirv(page, { dev: true }) };
  /** The bodies of the requests to each path of the API. */
  const calls = new Map();
  let current = "";
  let reports = [];
  const waiting = new Set();
  /** Sends a program without a driver to its next page, once it has asked for it. */
  let sendTo;

  const { url, stop } = await listen(async (request, response) => {
    if (request.url.startsWith("/report/")) {
      const report = JSON.parse(await bodyOf(request));
      // The page before may still report.
      if (request.url === `/report/${current}`) reports.push(report);
      response.writeHead(204).end();
      for (const check of [...waiting]) check();
    } else if (request.url === "/next") {
      sendTo = (address) => response.end(address);
      for (const check of [...waiting]) check();
    } else if (request.method === "POST") {
      // /api/<case>/<status, status, …>/…: one status for each request, the last one for all further ones.
      const [, , name, statuses] = request.url.split("/");
      const bodies = calls.get(name) ?? [];
      bodies.push(JSON.parse(await bodyOf(request)));
      calls.set(name, bodies);
      const list = statuses.split(",");
      response.writeHead(Number(list[Math.min(bodies.length, list.length) - 1])).end();
    } else {
      const serve = files[/^\/\w+\//.exec(request.url)?.[0]];
      request.url = request.url.replace(/^\/\w+/, "");
      const missing = () => response.writeHead(404).end();
      if (serve) serve(request, response, missing);
      else missing();
    }
  });

  const server = {
    url,
    stop,
    /** The bodies of the requests of a case. */
    bodies: (name) => calls.get(name) ?? [],
    /** The reports of the page, the last one last. */
    reports: () => reports,
    last: () => reports.at(-1) ?? {},
    forget() {
      reports = [];
    },
    /** The address of the page for the next case. `options` are in page/index.js. */
    address({ name, statuses = "204", ...options }) {
      current = name;
      reports = [];
      calls.delete(name);
      sendTo = undefined;
      const query = new URLSearchParams({ place: "page", name, ...options, api: `/api/${name}/${statuses}` });
      return `${url}page/index.html?${query}`;
    },
    /** Waits until a report fulfils a condition. Returns whether it did in time. */
    until(condition) {
      return new Promise((resolve) => {
        const end = (result) => {
          clearTimeout(timer);
          waiting.delete(check);
          resolve(result);
        };
        const check = () => {
          if (condition(server.last(), reports)) end(true);
        };
        const timer = setTimeout(end, LIMIT_MS, false);
        waiting.add(check);
        check();
      });
    },
    /** Shows the page for the next case in a program without a driver, and waits until the form has the focus. */
    async open(options) {
      await server.until(() => sendTo);
      const send = sendTo;
      send(server.address({ ...options, next: "1" }));
      await server.untilReady();
    },
    async untilReady() {
      if (!(await server.until((_, all) => all.some(({ type }) => type === "ready"))))
        throw new Error(`The page was not shown, or its window has no focus; reports: ${JSON.stringify(reports)}`);
    },
  };
  return server;
}
