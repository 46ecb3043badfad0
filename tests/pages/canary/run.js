// Personal data leaves the page in the body of a request only: it is not in errors, logs, addresses, events, or storage.
//
//   node tests/pages/canary/run.js chromium firefox

import assert from "node:assert/strict";
import { inBrowsers } from "../../support/browsers.js";

const canary = /kanarie/;

inBrowsers(async ({ call, server }) => {
  assert.deepEqual(await call("/tests/pages/canary/page/calls.js", "callInEveryWay"), []);
  const bodies = server.requests().map(({ body }) => JSON.stringify(body));
  assert.deepEqual(
    server.heads.filter((head) => canary.test(head)),
    [],
    "in an address or a header",
  );
  assert.ok(bodies.length > 10 && bodies.every((body) => canary.test(body)), "they are sent, in the body");
});
