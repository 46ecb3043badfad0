#!/usr/bin/env bash
# undici's RetryAgent reads the third form of an HTTP date as local time, so west of Greenwich it waits for hours.
#
# Versions:  undici 8.13.1 on Node 26.10.0; got 16.1.0 and ky 2.1.0 for comparison.
# Behaviour: `Retry-After` in the form of asctime has no zone; RFC 9110 (5.6.7) demands that recipients take it, as UTC. undici gives it
#            to `Date`, which takes it as local time. got and ky wait the 3 seconds. Under TZ=UTC nobody would notice.
# Output:    TZ=America/New_York, a date 3 s ahead: got and ky retry after 3 s, undici has not after 8 s; TZ=UTC: all three retry
# Guess:     undici has a parser of HTTP dates with all three forms in its own source (for its cache), and uses it here.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact undici@8.13.1 got@16.1.0 ky@2.1.0 node@26.10.0
cat > run.js <<'JS'
import { createServer } from "node:http";
import got from "got";
import ky from "ky";
import { Agent, RetryAgent, request } from "undici";
const arrivals = {};
const server = createServer((incoming, response) => {
  arrivals[incoming.url] = (arrivals[incoming.url] ?? 0) + 1;
  if (arrivals[incoming.url] > 1) return response.end("ok");
  const [, day, date, month, year, time] = new Date(Date.now() + 3000).toUTCString().match(/(\w+), (\d+) (\w+) (\d+) (\S+)/);
  response.writeHead(503, { "retry-after": `${day} ${month} ${date.replace(/^0/, " ")} ${time} ${year}` }).end();
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const base = `http://127.0.0.1:${server.address().port}`;
const dispatcher = new RetryAgent(new Agent(), { maxRetries: 1 });
const clients = {
  undici: async (signal) => (await request(`${base}/undici`, { dispatcher, signal })).body.text(),
  got: (signal) => got(`${base}/got`, { signal }).text(),
  ky: (signal) => ky(`${base}/ky`, { signal }).text(),
};
for (const [name, run] of Object.entries(clients)) {
  console.log(name, await run(AbortSignal.timeout(8000)).then(() => "retried", () => "still waiting"));
}
process.exit();
JS
run() { node_modules/.bin/node run.js | tr '\n' ';'; }
expect "TZ=UTC" "undici retried;got retried;ky retried;" "$(TZ=UTC run)"
expect "TZ=America/New_York" "undici still waiting;got retried;ky retried;" "$(TZ=America/New_York run)"
