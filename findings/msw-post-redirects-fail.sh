#!/usr/bin/env bash
# With MSW 2, a mocked redirect after fetch has posted a text fails, unless it is a 303, and one after an empty POST always leads to a GET.
#
# Versions:  msw 2.15.0 (the newest for Node 20) and 3.0.5, nock 15.0.2, Node 24.21.0 (npm).
# Behaviour: A browser and Node end a redirected POST only if its body was a stream, which cannot be sent again. MSW no longer
#            knows what the body was made of, takes every one for a stream, and rejects with "Failed to fetch"; 303 alone passes.
#            Without a body it follows each, but by a GET, even 307 and 308, which keep the method. nock and MSW 3 are right each time.
# Output:    after 301, 302, 303, 307, 308: server, nock, MSW 3 GET GET GET POST POST; MSW 2 fails but for 303, without a body all GET
# Guess:     A mock that follows redirects follows those of a POST, too: 301 to 303 by a GET, 307 and 308 by a POST.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact msw@2.15.0 msw3@npm:msw@3.0.5 nock@15.0.2 node@24.21.0
cat > outcome.js <<'JS'
import { createServer } from "node:http";

const statuses = [301, 302, 303, 307, 308];
const outcome = async (base) => {
  for (const body of ["email=ada", undefined]) {
    const seen = [];
    for (const status of statuses) {
      const response = await fetch(`${base}/${status}`, { method: "POST", body }).catch((error) => error);
      seen.push(response.message ?? await response.text());
    }
    console.log(`${process.argv[2]} ${body}: ${seen.join(", ")}`);
  }
};
const headers = { Location: "/end", "Content-Type": "text/plain" };
if (process.argv[2] === "server") {
  const server = createServer((request, response) => {
    const status = Number(request.url.slice(1));
    request.resume().on("end", () => response.writeHead(status || 200, status ? headers : {}).end(status ? "" : request.method));
  }).listen(0);
  await outcome(`http://127.0.0.1:${server.address().port}`);
  server.close().closeAllConnections();
} else if (process.argv[2].startsWith("msw")) {
  const { http, HttpResponse } = await import(process.argv[2]);
  const { setupServer } = await import(`${process.argv[2]}/node`);
  const server = setupServer(
    http.all("http://api.test/end", ({ request }) => HttpResponse.text(request.method)),
    http.post("http://api.test/:status", ({ params }) => new HttpResponse(null, { status: Number(params.status), headers })),
  );
  server.listen();
  await outcome("http://api.test");
  server.close();
} else {
  const { default: nock } = await import("nock");
  const scope = nock("http://api.test").persist();
  for (const status of statuses) scope.post(`/${status}`).reply(status, "", headers);
  scope.post("/end").reply(200, "POST").get("/end").reply(200, "GET");
  await outcome("http://api.test");
  process.exit();
}
JS
run() { node_modules/node/bin/node outcome.js "$1" | paste -sd';'; }
followed="GET, GET, GET, POST, POST"
expect "server" "server email=ada: $followed;server undefined: $followed" "$(run server)"
expect "nock" "nock email=ada: $followed;nock undefined: $followed" "$(run nock)"
expect "MSW 3" "msw3 email=ada: $followed;msw3 undefined: $followed" "$(run msw3)"
fails="Failed to fetch"
expect "MSW 2" "msw email=ada: $fails, $fails, GET, $fails, $fails;msw undefined: GET, GET, GET, GET, GET" "$(run msw)"
