// The README's examples run, and its tables leave nothing out.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import * as xsollaPasswordReset from "xsolla-password-reset";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const readme = await read("README.md");
const [call, handling] = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);

/** Runs an example as a function of the names that it leaves to the reader. */
function run(example, names) {
  const code = example.replace(/import \{(.*?)\} from "xsolla-password-reset";/, "const {$1} = xsollaPasswordReset;");
  const all = { xsollaPasswordReset, ...names };
  return new Function(...Object.keys(all), `return (async () => { ${code} })()`)(...Object.values(all));
}

/** Runs an example while `fetch` answers thus. */
async function answering(response, example, names) {
  const { fetch } = globalThis;
  const sent = [];
  globalThis.fetch = async (...args) => {
    sent.push(args);
    return response;
  };
  try {
    await run(example, names);
  } finally {
    globalThis.fetch = fetch;
  }
  return sent;
}

test("the call", async () => {
  const [[url, { body }], ...more] = await answering(new Response(null, { status: 204 }), call);
  assert.match(url, /^https:\/\/login\.xsolla\.com\/api\/password\/reset\/request\?projectId=1{8}-/);
  assert.equal(body, '{"username":"player@example.com"}');
  assert.equal(more.length, 0);
});

test("the handling of its outcomes", async () => {
  const projectId = "11111111-1111-4111-8111-111111111111";
  const loginUrl = "https://example.com/";
  for (const [username, status, headers, expected] of [
    ["John", 204, {}, /^show: If an account matches/],
    ["", 204, {}, /^showIssues: .*username/],
    ["John", 429, { "Retry-After": "7" }, /^showWait: 7000$/],
    ["John", 429, {}, /^showWait: 60000$/],
    ["John", 502, {}, /^show: That did not work/],
  ]) {
    const shown = [];
    const shows = (name) => [name, (value) => shown.push(`${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`)];
    const names = { projectId, username, loginUrl, ...Object.fromEntries(["show", "showIssues", "showWait"].map(shows)) };
    await answering(new Response(null, { status, headers }), handling, names);
    assert.equal(shown.length, 1);
    assert.match(shown[0], expected);
  }
});

test("every kind, reason and option is told", async () => {
  const types = await read("js/types.ts");
  const kinds = [...types.matchAll(/kind: "(\w+)"/g)].map(([, kind]) => kind);
  const reasons = [.../type Reason =(.*?);/s.exec(types)[1].matchAll(/"(\w+)"/g)].map(([, reason]) => reason);
  const options = [...(await read("js/options.ts")).matchAll(/^  (\w+)\??:/gm)].map(([, option]) => option);
  assert.ok(kinds.length === 9 && reasons.length > 10 && options.length > 10);
  for (const word of [...kinds, ...reasons, ...options]) assert.ok(readme.includes(`\`${word}\``), word);
});
