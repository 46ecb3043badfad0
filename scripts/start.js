// Builds the package if it changed, then serves the demo page and a local Login server until Ctrl-C.
//
//   npm start
//   PORT=9000 LOGIN_PORT=9001 npm start
//
// Port 0 means any free port. A parent process that forks this one gets both URLs as a message (scripts/lib/demo.js).

import { once } from "node:events";
import { createServer } from "node:http";
import { buildIfChanged } from "./build.js";
import { compileProgram, printStep, root, startLoginServer } from "./lib/run.js";
import { npmPackages, wasmTarget } from "./lib/tools.js";

/** How often to try for a port that is free on both addresses. */
const MAX_ATTEMPTS = 16;

const { PORT = "8000", LOGIN_PORT = "8001" } = process.env;
/** @type {ReturnType<typeof startLoginServer>} */
let starting;

// The parent process has ended.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// The listener alone must not keep this process running.
process.channel?.unref();

try {
  await wasmTarget();
  printStep("Building the package and the local Login server, if they changed");
  await Promise.all([buildIfChanged(), compileProgram("login-server"), npmPackages()]);
  const servers = await listen(await demo());
  const { port } = /** @type {import("node:net").AddressInfo} */ (servers[0].address());
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  starting = startLoginServer({ LOGIN_PORT, LOGIN_ALLOWED_ORIGINS: origins.join() });
  const { server: login, baseUrl } = await starting;
  const stop = () => {
    login.kill();
    servers.forEach(closeNow);
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  login.once("exit", stop);

  const urls = { demo: origins[0], login: new URL(baseUrl).origin };
  console.log(`
  The demo page:       ${urls.demo}/
  The local mailbox:   ${urls.login}/mailbox
  The Login server:    ${baseUrl}

  Ctrl-C stops both.`);
  process.send?.(urls);
} catch (error) {
  const messages = {
    EADDRINUSE: `Port ${PORT} is taken. Choose another one: PORT=9000 npm start`,
    ERR_SOCKET_BAD_PORT: "PORT must be a port, 0 to 65535",
  };
  console.error(`\n${messages[error.code] ?? error.message}`);
  process.exit(1);
}

/** Handles requests with `www/` itself, so that changes show on reload, and the package at `/xsolla-password-reset/`. */
async function demo() {
  const { default: sirv } = await import("sirv");
  const pages = sirv(`${root}/www`, { dev: true });
  const dist = sirv(`${root}/dist`, { dev: true });
  return async (request, response) => {
    const missing = () => response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
    if (request.url === "/settings.json") {
      // The file in `www/` has the defaults, which are wrong with other ports. A page that is opened too early waits, because
      // without its settings it would call Xsolla.
      const { baseUrl } = await starting;
      const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
      response.writeHead(200, headers).end(JSON.stringify({ baseUrl }));
    } else if (request.url.startsWith("/xsolla-password-reset/")) {
      request.url = request.url.slice("/xsolla-password-reset".length);
      dist(request, response, missing);
    } else {
      pages(request, response, missing);
    }
  };
}

/** Listens on one port of both loopback addresses, since `localhost` may be either, or on one if there is no other. */
async function listen(handle, attempt = 1) {
  const servers = [];
  try {
    for (const address of ["127.0.0.1", "::1"]) {
      const server = createServer(handle).listen(servers[0]?.address().port ?? Number(PORT), address);
      await once(server, "listening");
      servers.push(server);
    }
  } catch (error) {
    const isTaken = error.code === "EADDRINUSE";
    if (!isTaken && servers.length > 0) return servers;
    servers.forEach(closeNow);
    if (!isTaken || PORT !== "0" || attempt === MAX_ATTEMPTS) throw error;
    return listen(handle, attempt + 1);
  }
  return servers;
}

function closeNow(server) {
  server.close();
  server.closeAllConnections();
}
