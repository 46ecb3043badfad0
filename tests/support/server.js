// A static server, on any free port.

import { once } from "node:events";
import { createServer } from "node:http";
import sirv from "sirv";

/**
 * Serves a folder as a plain web server does.
 * @param {string} folder
 * @param {Record<string, string>} [headers] sent with every file
 */
export async function serve(folder, headers = {}) {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response) => Object.entries(headers).forEach(([name, value]) => response.setHeader(name, value)),
  });
  const server = createServer((request, response) =>
    files(request, response, () => response.writeHead(404).end("Not found")),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A port that was free just now, for a server that wants to be told one. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
