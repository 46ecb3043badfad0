// Nothing personal gets out but in the body of a request: not in errors, logs, addresses, events, or what a page keeps.
//
//   node tests/pages/canary/run.js chromium firefox

import assert from "node:assert/strict";
import { startServer } from "../../support/counting-server.js";
import { inEngines } from "../../support/engines.js";

const module = "/tests/pages/canary/page/calls.js";
const canary = /kanarie/;

await inEngines(process.argv.slice(2), async (engine) => {
  const server = await startServer();
  try {
    await engine.open(`${server.url}tests/support/page/index.html`);
    assert.deepEqual(await engine.call(module, "call"), []);
    assert.deepEqual(await engine.call(module, "refuse"), []);
    const { heads, bodies } = server.state;
    assert.deepEqual(
      heads.filter((head) => canary.test(head)),
      [],
      "in an address or a header",
    );
    assert.ok(bodies.length > 10 && bodies.every((body) => canary.test(body)), "they are sent, in the body");
    console.log(`✓ ${engine.name}: what is personal was in the bodies of ${bodies.length} requests, and nowhere else`);
  } finally {
    server.stop();
  }
});
