// Builds what changed, then serves the demo page and a local Login server until Ctrl-C.
//
//   npm start
//   PORT=9000 LOGIN_PORT=9001 npm start

import { createServer } from "node:http";
import { root, say, startLoginServer } from "./lib/run.js";
import { npmPackages, wasmTarget } from "./lib/tools.js";
import { buildIfChanged } from "./build.js";

const port = portFrom("PORT", 8000);
const loginPort = portFrom("LOGIN_PORT", 8001);
const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];

try {
  await npmPackages();
  await wasmTarget();
  await buildIfChanged();
  say("Starting the local Login server, after compiling it if it changed");
  const demo = await serveDemo();
  const { server: login } = await startLoginServer({ LOGIN_PORT: loginPort, LOGIN_ALLOWED_ORIGINS: origins.join() });
  const stop = () => {
    login.kill();
    demo.close();
    demo.closeAllConnections();
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  login.once("exit", stop);

  console.log(`
  The demo page:       http://localhost:${port}/
  The local mailbox:   http://localhost:${loginPort}/mailbox
  The Login server:    http://localhost:${loginPort}/api

  Ctrl-C ends both.`);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}

/** Serves `www/` as it lies there, so that a change shows on reload, and the package below `/xsolla-password-reset/`. */
async function serveDemo() {
  const { default: sirv } = await import("sirv");
  const pages = sirv(`${root}/www`, { dev: true });
  const dist = sirv(`${root}/dist`, { dev: true });
  const server = createServer((request, response) => {
    const missing = () => response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
    if (request.url === "/settings.json") {
      // Where the Login server of this run is; the file in `www/` holds the default.
      response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
      response.end(JSON.stringify({ baseUrl: `http://localhost:${loginPort}/api` }));
    } else if (request.url.startsWith("/xsolla-password-reset/")) {
      request.url = request.url.slice("/xsolla-password-reset".length);
      dist(request, response, missing);
    } else {
      pages(request, response, missing);
    }
  });
  await new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(isTaken ? new Error(`Port ${port} is taken. Choose another: PORT=9000 npm start`) : error);
    });
    server.listen(port, "localhost", resolve);
  });
  return server;
}

function portFrom(name, fallback) {
  const port = Number(process.env[name] || fallback);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  console.error(`${name} must be a port, 1 to 65535`);
  process.exit(1);
}
