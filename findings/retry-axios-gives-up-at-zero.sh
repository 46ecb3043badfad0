#!/usr/bin/env bash
# retry-axios never retries when the server says `Retry-After: 0`, the one value that invites it to.
#
# Versions:  retry-axios 4.0.3, axios 1.21.1.
# Behaviour: On a 503 with `Retry-After: 1` it retries after a second, without the header after its own back-off. With 0, and with a
#            date that has just passed, it rejects at once.
# Output:    requests that arrive: no header 2, "1" 2, "0" 1, past date 1
# Guess:     0 and a past date mean: now. Two requests in each case.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact retry-axios@4.0.3 axios@1.21.1
cat > run.js <<'JS'
import { createServer } from "node:http";
import axios from "axios";
import * as rax from "retry-axios";
const headers = { none: undefined, one: "1", zero: "0", past: new Date(Date.now() - 5000).toUTCString() };
const arrivals = {};
const server = createServer((request, response) => {
  const name = request.url.slice(1);
  arrivals[name] = (arrivals[name] ?? 0) + 1;
  if (arrivals[name] > 1) return response.end("ok");
  if (headers[name] !== undefined) response.setHeader("retry-after", headers[name]);
  response.writeHead(503).end();
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const client = axios.create();
client.defaults.raxConfig = { retry: 2 };
rax.attach(client);
for (const name of Object.keys(headers)) {
  const status = await client.get(`http://127.0.0.1:${server.address().port}/${name}`).then((r) => r.status, (e) => e.response?.status);
  console.log(name, arrivals[name], status);
}
server.close();
server.closeAllConnections();
JS
expect "requests and last status" "none 2 200;one 2 200;zero 1 503;past 1 503;" "$(node run.js | tr '\n' ';')"
