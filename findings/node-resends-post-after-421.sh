#!/usr/bin/env bash
# Node's fetch sends a POST again after a complete 421, and hands over the second response; Bun and Deno send it once.
#
# Versions:  Node 26.10.0, deno 2.9.6, bun 1.4.5 (all from npm).
# Behaviour: A response with status 421 (Misdirected Request) that has arrived in full makes Node repeat the request once, body
#            included, without a sign to the caller. The Fetch standard asks for this; no option turns it off.
# Output:    arrivals: node 2, deno 1, bun 1; status 421 in all three
# Guess:     fetch without a retry option never repeats a request that was answered.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact deno@2.9.6 bun@1.4.5 node@26.10.0
cat > server.js <<'JS'
import { createServer } from "node:http";
const arrivals = {};
createServer(async (request, response) => {
  for await (const _ of request);
  if (request.method === "GET") return response.end(JSON.stringify(arrivals));
  arrivals[request.url] = (arrivals[request.url] ?? 0) + 1;
  response.writeHead(421).end("misdirected");
}).listen(0, "127.0.0.1", function () { console.log(this.address().port); });
JS
cat > client.js <<'JS'
import process from "node:process";
const response = await fetch(process.argv[2], { method: "POST", body: "{}" });
await response.text();
console.log(response.status);
JS
node server.js > port &
server=$!
trap 'kill "$server"; rm -rf "$work"' EXIT
until [ -s port ]; do sleep 0.1; done
base="http://127.0.0.1:$(cat port)"
bin=node_modules/.bin
expect "status in Node" 421 "$($bin/node client.js "$base/node")"
expect "status in Deno" 421 "$($bin/deno run --quiet --allow-net --allow-env client.js "$base/deno")"
expect "status in Bun" 421 "$($bin/bun client.js "$base/bun")"
expect "arrivals" '{"/node":2,"/deno":1,"/bun":1}' "$(node -e 'fetch(process.argv[1]).then((r) => r.text()).then(console.log)' "$base")"
