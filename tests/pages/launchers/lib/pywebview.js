// pywebview's `js_api`, as the bridge that sends outside the page.

import assert from "node:assert/strict";
import { projectId } from "../../../support/projects.js";

export async function testJsApi({ engine, server, check }) {
  const open = async (script) => {
    const csp = script && `default-src 'none'; script-src 'self' ${script}; connect-src ${new URL(server.api).origin}`;
    const query = new URLSearchParams(script ? { csp } : {});
    await engine.open(`${server.pages}tests/pages/launchers/pages/classic.html?${query}`);
    server.takeRequests();
    return engine.evaluate(`request(${JSON.stringify(server.api)}, {
      fetch: async (url, { method, headers, body }) => {
        const response = await pywebview.api.send(url, method, Object.fromEntries(new Headers(headers)), body);
        return new Response(response.body, response);
      },
    })`);
  };
  const sent = () => server.takeRequests().map(({ path, query, origin, body }) => ({ path, query, origin, body }));
  for (const policy of [undefined, "'unsafe-eval'"]) {
    await check(`js_api ${policy ? `under ${policy}` : "without a policy"}: it sends outside the page`, async () => {
      assert.equal((await open(policy)).kind, "resolved");
      const request = {
        path: "password/reset/request",
        query: { projectId },
        origin: undefined,
        body: { username: "John" },
      };
      assert.deepEqual(sent(), [request]);
    });
  }
  await check("js_api under 'wasm-unsafe-eval': it has no functions", async () => {
    const { kind, cause } = await open("'wasm-unsafe-eval'");
    assert.deepEqual([kind, cause], ["network", "TypeError"]);
    assert.deepEqual(await engine.evaluate("Object.keys(pywebview.api)"), []);
    assert.deepEqual(sent(), []);
  });
}
