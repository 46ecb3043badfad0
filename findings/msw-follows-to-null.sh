#!/usr/bin/env bash
# MSW 2 follows a mocked 302 that names no Location: it asks for the address /null, and the page gets the answer of that.
#
# Versions:  msw 2.15.0 (the newest for Node 20) and 3.0.5, nock 15.0.2, Node 24.21.0 (npm).
# Behaviour: A redirect without Location is a plain response to fetch. MSW makes an address of the header that is not there. If
#            nothing answers to /null, it asks the real server there; a handler for /:name answers for the name "null". MSW 3 no longer does.
# Output:    status, path and redirected: server, nock and MSW 3 302 /app/start false, MSW 2 200 /app/null true, with a handler for /app/:name
# Guess:     302 is handed over as it is, or the fetch fails.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact msw@2.15.0 msw3@npm:msw@3.0.5 nock@15.0.2 node@24.21.0
cat > outcome.js <<'JS'
import { createServer } from "node:http";

const show = async (name, base) => {
  const response = await fetch(`${base}/app/start`);
  console.log(`${name} ${response.status} ${new URL(response.url).pathname} ${response.redirected} "${await response.text()}"`);
};
const server = createServer((_, response) => response.writeHead(302).end("moved")).listen(0);
await show("server", `http://127.0.0.1:${server.address().port}`);
server.close().closeAllConnections();
for (const [name, msw] of [["MSW 2", "msw"], ["MSW 3", "msw3"]]) {
  const { http, HttpResponse } = await import(msw);
  const { setupServer } = await import(`${msw}/node`);
  const mock = setupServer(
    http.get("http://api.test/app/start", () => new HttpResponse("moved", { status: 302 })),
    http.get("http://api.test/app/:name", ({ params }) => HttpResponse.text(`Hello ${params.name}`)),
  );
  mock.listen();
  await show(name, "http://api.test");
  mock.close();
}
const { default: nock } = await import("nock");
nock("http://api.test").get("/app/start").reply(302, "moved");
await show("nock", "http://api.test");
process.exit();
JS
kept='302 /app/start false "moved"'
expect "without Location" "server $kept;MSW 2 200 /app/null true \"Hello null\";MSW 3 $kept;nock $kept;" \
  "$(node_modules/node/bin/node outcome.js | tr '\n' ';')"
