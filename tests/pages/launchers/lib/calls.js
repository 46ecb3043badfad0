// The two calls: every outcome, however the package is loaded; policies; missing globals.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { root } from "../../../../scripts/lib/run.js";
import { needed, outcomes, requests } from "../expectations.js";

const page = (base, name, query = {}) =>
  `${base}tests/pages/launchers/pages/${name}.html?${new URLSearchParams(query)}`;
const files = String(pathToFileURL(root));

/** Everything of an outcome except the message, which must exist. */
function comparable({ kind, name, message, is, fields, issues, cause, ...rest }) {
  if (kind === "resolved" || !kind) return kind ?? rest;
  assert.ok(name === "PasswordResetError" && message.length > 10, `${name}: ${message}`);
  assert.deepEqual(is, { Error: true, PasswordResetError: true, enumerableCause: false });
  return { kind, fields, ...(issues && { issues }), ...(cause !== undefined && { cause }) };
}

/** Every outcome, loaded in each way. */
export async function testCalls({ engine, server, expected, check }) {
  const ways = [
    ["classic script from file://", page(files, "classic"), expected.fileOrigin],
    ["classic script over HTTP", page(server.pages, "classic"), new URL(server.pages).origin],
    ["module over HTTP", page(server.pages, "module"), new URL(server.pages).origin],
  ];
  for (const [way, url, origin] of ways) {
    await check(`${way}: it loads without an error`, async () => {
      await engine.open(url);
      assert.deepEqual(await engine.errors(), []);
      assert.ok(await isReady(engine), "it is not there");
    });
    if (!(await isReady(engine))) continue;
    if (expected.lacks) {
      for (const name of ["preloaded", "request()"]) {
        await check(`${way}: ${name} says what is missing`, async () =>
          namesMissing(await engine.evaluate(name), expected.lacks),
        );
      }
      continue;
    }
    server.takeRequests();
    const results = await engine.evaluate(`makeCalls(${JSON.stringify({ api: server.api, closed: server.closed })})`);
    for (const [name, outcome] of Object.entries(outcomes(expected))) {
      await check(`${way}: ${name}`, () => assert.deepEqual(comparable(results[name]), outcome));
    }
    await check(`${way}: what is sent`, async () => {
      // A call that is aborted or times out may or may not have reached the server by then.
      const sent = server.takeRequests().filter(({ name }) => name !== "silent");
      const byName = (a, b) => `${a.name} ${a.path}`.localeCompare(`${b.name} ${b.path}`);
      assert.deepEqual(sent.sort(byName), requests.map((request) => ({ ...request, origin })).sort(byName));
    });
    await check(`${way}: no uncaught error`, async () => assert.deepEqual(await engine.errors(), []));
  }
}

/** Whether a page from file:// may read responses without CORS headers. */
export async function testCors({ engine, server, expected, check }) {
  if (expected.lacks) return;
  await check(
    `file:// and a server without CORS headers: ${expected.fileCors ? "a network error" : "it works"}`,
    async () => {
      const [outcome, sent] = await requestFromFile(engine, server, "no-cors");
      if (!expected.fileCors) return assert.equal(outcome, "resolved");
      assert.deepEqual(outcome, { kind: "network", fields: { offline: false }, cause: "TypeError" });
      assert.deepEqual(sent, []);
    },
  );
}

/** Qt without LocalContentCanAccessRemoteUrls: CORS applies, with a special origin. */
export async function testQtDefault({ engine, server, check }) {
  await testCors({ engine, server, check, expected: { fileCors: true } });
  await check("file:// in Qt without LocalContentCanAccessRemoteUrls: the origin is file://", async () => {
    const [outcome, sent] = await requestFromFile(engine, server, "204");
    assert.equal(outcome, "resolved");
    assert.deepEqual(
      sent.map(({ origin }) => origin),
      ["file://"],
    );
  });
}

/** A request's outcome, and what the server received. */
async function requestFromFile(engine, server, name) {
  await engine.open(page(files, "classic"));
  assert.ok(await isReady(engine), "it is not there");
  server.takeRequests();
  const outcome = await engine.evaluate(`request("", { baseUrl: ${JSON.stringify(`${server.api}${name}`)} })`);
  return [comparable(outcome), server.takeRequests()];
}

/** A Content-Security-Policy with and without the source that WebAssembly needs. */
export async function testPolicies({ engine, server, expected, check }) {
  if (expected.lacks) return;
  const policies = [
    ["'self'", false],
    ["'self' 'wasm-unsafe-eval'", expected.wasmUnsafeEval],
    ["'self' 'unsafe-eval'", true],
  ];
  for (const [sources, isPermitted] of policies) {
    for (const way of ["classic", "module"]) {
      await check(
        `${way} under script-src ${sources}: ${isPermitted ? "it works" : "not_loaded names the policy"}`,
        async () => {
          const csp = `default-src 'none'; img-src data:; script-src ${sources}; connect-src ${new URL(server.api).origin}`;
          await engine.open(page(server.pages, way, { csp }));
          assert.ok(await isReady(engine), "it is not there");
          const results = await engine.evaluate(`Promise.all([preloaded, request(${JSON.stringify(server.api)})])`);
          if (isPermitted) return assert.deepEqual(results.map(comparable), ["resolved", "resolved"]);
          for (const result of results) {
            assert.deepEqual(comparable(result), { kind: "not_loaded", fields: {}, cause: "CompileError" });
            // It names a source that this engine supports.
            const cure = expected.wasmUnsafeEval
              ? /Content-Security-Policy.*'wasm-unsafe-eval'/
              : /Content-Security-Policy.*'unsafe-eval'/;
            assert.match(result.message, cure);
            assert.match(result.message, /script-src/);
          }
        },
      );
    }
  }
}

/** Globals that the package needs, removed before it loads. */
export async function testMissing({ engine, server, check }) {
  for (const name of needed) {
    for (const way of ["classic", "module"]) {
      await check(`${way} without ${name}: not_loaded names it`, async () => {
        await engine.open(page(server.pages, way, { without: name }));
        assert.deepEqual(await engine.errors(), []);
        assert.ok(await isReady(engine), "it is not there");
        server.takeRequests();
        for (const outcome of await engine.evaluate(
          `Promise.all([request(${JSON.stringify(server.api)}), confirm(${JSON.stringify(server.api)})])`,
        )) {
          namesMissing(outcome, [name]);
        }
        assert.deepEqual(server.takeRequests(), []);
      });
    }
  }
}

/** The option `fetch` replaces a missing global. */
export async function testBridge({ engine, server, expected, check }) {
  if (expected.lacks) return;
  await check("without fetch, but with the option fetch: it works", async () => {
    await engine.open(page(server.pages, "classic", { without: "fetch" }));
    assert.ok(await isReady(engine), "it is not there");
    assert.deepEqual(comparable(await engine.evaluate("bridged()")), "resolved");
  });
}

function namesMissing(outcome, names) {
  assert.equal(outcome.kind, "not_loaded", JSON.stringify(outcome));
  for (const name of names) assert.match(outcome.message, new RegExp(name));
}

const isReady = (engine) => engine.evaluate("isReady()");
