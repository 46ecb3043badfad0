#!/usr/bin/env bash
# Deno's fetch sends a POST a second time when a reused connection closes, although the server has read the first one.
#
# Versions:  deno 2.9.6, bun 1.4.5, Node 26.10.0 (all from npm).
# Behaviour: The server answers a GET, keeps the connection, reads the whole POST that follows on it and closes the connection without a
#            response. Deno sends the same POST on a new connection, and the caller learns nothing. Bun and Node reject.
# Output:    deno: 2 arrivals, status 204; bun: 1 arrival, rejected; node: 1 arrival, rejected
# Guess:     One arrival and a rejection in all three: only idempotent methods are retried (RFC 9110, 9.2.2).
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact deno@2.9.6 bun@1.4.5 node@26.10.0
cat > server.js <<'JS'
import { createServer } from "node:http";
const arrivals = {};
const server = createServer(async (request, response) => {
  for await (const _ of request);
  if (request.url === "/arrivals") return response.end(JSON.stringify(arrivals));
  if (request.method === "GET") return response.end("ready");
  arrivals[request.url] = (arrivals[request.url] ?? 0) + 1;
  if (arrivals[request.url] === 1) return request.socket.destroy();
  response.writeHead(204).end();
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
JS
cat > client.js <<'JS'
import process from "node:process";
const [base, name] = process.argv.slice(2);
await (await fetch(base)).text();
const call = fetch(`${base}/${name}`, { method: "POST", body: "{}" });
console.log(await call.then((response) => response.status, () => "rejected"));
JS
node server.js > port &
server=$!
trap 'kill "$server"; rm -rf "$work"' EXIT
until [ -s port ]; do sleep 0.1; done
base="http://127.0.0.1:$(cat port)"
bin=node_modules/.bin
expect "deno" 204 "$($bin/deno run --quiet --allow-net --allow-env client.js "$base" deno)"
expect "bun" rejected "$($bin/bun client.js "$base" bun)"
expect "node" rejected "$($bin/node client.js "$base" node)"
expect "arrivals" '{"/deno":2,"/bun":1,"/node":1}' \
  "$(node -e 'fetch(process.argv[1]).then((r) => r.text()).then(console.log)' "$base/arrivals")"
