// Personal data leaves the page in the body of a request only: it is not in errors, logs, addresses, events, or storage.
//
//   node tests/pages/canary/run.js chromium firefox

import assert from "node:assert/strict";
import { inBrowsers } from "../../support/browsers.js";
import { startServer } from "../../support/login.js";

const module = "/tests/pages/canary/page/calls.js";
const canary = /kanarie/;

await inBrowsers(process.argv.slice(2), async (browser) => {
  const server = await startServer();
  try {
    await browser.open(`${server.url}tests/support/page/index.html`);
    assert.deepEqual(await browser.call(module, "callInEveryWay"), []);
    const bodies = server.requests().map(({ body }) => JSON.stringify(body));
    assert.deepEqual(
      server.heads.filter((head) => canary.test(head)),
      [],
      "in an address or a header",
    );
    assert.ok(bodies.length > 10 && bodies.every((body) => canary.test(body)), "they are sent, in the body");
    console.log(`✓ ${browser.name}: personal data was in the bodies of ${bodies.length} requests, and nowhere else`);
  } finally {
    server.stop();
  }
});
