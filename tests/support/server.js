// Servers on free ports.

import { once } from "node:events";
import { createServer } from "node:http";
import * as net from "node:net";
import sirv from "sirv";

/**
 * Serves a folder as an ordinary web server does.
 * @param {string} folder
 * @param {Record<string, string>} [headers] sent with every file
 */
export async function serve(folder, headers = {}) {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
  return listen((request, response) => files(request, response, () => response.writeHead(404).end("Not found")));
}

/** Starts an HTTP server, or another one, on a free port of 127.0.0.1. */
export async function listen(handle, create = /** @type {(handle: any) => any} */ (createServer)) {
  const server = create(handle).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    stop() {
      server.closeAllConnections?.();
      server.close();
    },
  };
}

/** The body of a request, as text. The page may be gone before its end. */
export async function bodyOf(request) {
  let body = "";
  request.on("error", () => {});
  for await (const part of request.setEncoding("utf8")) body += part;
  return body;
}

/**
 * A port that was free a moment ago, for a program that cannot choose one itself. No system assigns a port of this range to a
 * program that asks for any port.
 */
export async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(10_000 * Math.random());
    const server = net.createServer().listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
    } catch {
      continue;
    }
    await once(server.close(), "close");
    return port;
  }
}

/** Holds a port on which nothing listens, nor can listen: the near end of a connection. */
export async function holdClosedPort() {
  const { port, stop } = await listen(() => {}, net.createServer);
  const holder = net.connect(port, "127.0.0.1");
  await once(holder, "connect");
  return {
    port: holder.localPort,
    stop() {
      holder.destroy();
      stop();
    },
  };
}
