// Serves the bundles and the pages' scripts on this machine, as a CDN would: compressed ahead, cached for a year.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { compress } from "./bundle.js";

const script = (name) => compress(readFileSync(new URL(`../pages/${name}`, import.meta.url)));

/**
 * `bundles`: by client's name. Paths: `/` an empty page, `/pages/<name>.js`, `/<any>/<client>.js`, where `<any>` makes an
 * address that no cache knows.
 */
export async function serve(bundles) {
  const names = ["stubs.js", "load.js", "calls.js", "memory.js", "growth.js"];
  const pages = Object.fromEntries(names.map((name) => [name, script(name)]));
  const server = createServer((request, response) => {
    const [, folder, name] = request.url.split("/");
    // Isolated pages have a clock of 5 µs, others one of 100 µs.
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
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
