// Serves the bundles and the pages' scripts on this machine, as a CDN would: compressed in advance, cached for a year.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { compress } from "../../scripts/lib/sizes.js";

const script = (name) => compress(readFileSync(new URL(`../pages/${name}`, import.meta.url)));

/**
 * `bundles` has them by the client's name. Paths: `/` is an empty page, `/pages/<name>.js`, and `/<any>/<client>.js`, where
 * `<any>` makes URLs that are in no cache.
 */
export async function serve(bundles) {
  const names = ["stubs.js", "load.js", "calls.js", "memory.js"];
  const pages = Object.fromEntries(names.map((name) => [name, script(name)]));
  const server = createServer((request, response) => {
    const [, folder, name] = request.url.split("/");
    // The clock of isolated pages has a resolution of 5 µs, that of others 100 µs.
    const headers = {
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    };
    const found = folder === "pages" ? pages[name] : bundles[name?.replace(/\.js$/, "")];
    if (folder === "") {
      response.writeHead(200, { ...headers, "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
      response.end('<!doctype html><link rel="icon" href="data:,"><title>Bench</title>');
    } else if (found) {
      const encoding = ["br", "gzip"].find((name) => request.headers["accept-encoding"]?.includes(name));
      response.writeHead(200, {
        ...headers,
        "Content-Type": "text/javascript; charset=utf-8",
        "Cache-Control": "public, max-age=31536000, immutable",
        Vary: "Accept-Encoding",
        ...(encoding && { "Content-Encoding": encoding }),
      });
      response.end({ br: found.brotli, gzip: found.gzip }[encoding] ?? found.raw);
    } else {
      response.writeHead(404, headers);
      response.end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://localhost:${port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
