// Builds the package if it changed, then serves the demo page and a local Login server until Ctrl-C.
//
//   npm start
//   PORT=9000 LOGIN_PORT=9001 npm start
//
// Port 0 means any free port. A parent process that forks this one gets both URLs as a message (scripts/lib/demo.js).

import { createServer } from "node:http";
import { buildIfChanged } from "./build.js";
import { compileServer, printStep, root, startLoginServer } from "./lib/run.js";
import { npmPackages, wasmTarget } from "./lib/tools.js";

const addresses = ["127.0.0.1", "::1"];
/** How often to try for a port that is free on both addresses. */
const MAX_ATTEMPTS = 16;

const requestedPort = portFrom("PORT", 8000);
const requestedLoginPort = portFrom("LOGIN_PORT", 8001);

// The parent process has ended.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// The listener alone must not keep this process running.
process.channel?.unref();

try {
  await wasmTarget();
  printStep("Building the package and the local Login server, if they changed");
  await Promise.all([buildIfChanged(), compileServer("login-server"), npmPackages()]);
  /** @type {(settings: { baseUrl: string }) => void} */
  let useSettings = () => {};
  const settings = new Promise((resolve) => {
    useSettings = resolve;
  });
  const demo = await serveDemo(settings);
  const origins = [`http://localhost:${demo.port}`, `http://127.0.0.1:${demo.port}`];
  const { server: login, baseUrl } = await startLoginServer({
    LOGIN_PORT: String(requestedLoginPort),
    LOGIN_ALLOWED_ORIGINS: origins.join(),
  });
  useSettings({ baseUrl });
  const stop = () => {
    login.kill();
    demo.stop();
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
  console.error(`\n${error.message}`);
  process.exit(1);
}

/**
 * Serves `www/` directly, so that changes show on reload, and the package at `/xsolla-password-reset/`. A page that is
 * opened too early waits for its settings, because without them it would call Xsolla.
 */
async function serveDemo(settings) {
  const { default: sirv } = await import("sirv");
  const pages = sirv(`${root}/www`, { dev: true });
  const dist = sirv(`${root}/dist`, { dev: true });
  const handle = (request, response) => {
    const missing = () => response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
    if (request.url === "/settings.json") {
      // The file in `www/` has the defaults, which are wrong with other ports.
      response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
      settings.then((values) => response.end(JSON.stringify(values)));
    } else if (request.url.startsWith("/xsolla-password-reset/")) {
      request.url = request.url.slice("/xsolla-password-reset".length);
      dist(request, response, missing);
    } else {
      pages(request, response, missing);
    }
  };
  const servers = await listen(handle).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new Error(`Port ${requestedPort} is taken. Choose another one: PORT=9000 npm start`, { cause: error });
  });
  return { port: servers[0].address().port, stop: () => servers.forEach(closeNow) };
}

/** Listens on one port of both loopback addresses, since `localhost` may be either, or on one if there is no other. */
async function listen(handle, attempt = 1) {
  const servers = [];
  try {
    for (const address of addresses)
      await listenOn(handle, servers[0]?.address().port ?? requestedPort, address).then(
        (server) => servers.push(server),
        (error) => {
          if (!["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(error.code) || servers.length === 0) throw error;
        },
      );
    return servers;
  } catch (error) {
    servers.forEach(closeNow);
    const isTaken = error.code === "EADDRINUSE" && requestedPort === 0;
    if (isTaken && attempt < MAX_ATTEMPTS) return listen(handle, attempt + 1);
    throw error;
  }
}

function listenOn(handle, port, address) {
  return new Promise((resolve, reject) => {
    const server = createServer(handle);
    server.once("error", reject);
    server.listen(port, address, () => resolve(server));
  });
}

function closeNow(server) {
  server.close();
  server.closeAllConnections();
}

function portFrom(name, fallback) {
  const port = Number(process.env[name] || fallback);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  console.error(`${name} must be a port, 0 to 65535`);
  process.exit(1);
}
