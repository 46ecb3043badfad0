// The two calls: every outcome, however the package is loaded; policies; missing globals.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { root } from "../../../../scripts/lib/run.js";
import { projectId } from "../../../support/projects.js";
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
    if (url.startsWith("file:") && expected.fileAccess === "blocked") continue;
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

/** What a page from file:// may request, with and without CORS headers. */
export async function testCors({ engine, server, expected, check }) {
  if (expected.lacks) return;
  const { fileAccess } = expected;
  await check(`a page from file://: ${fileAccess}`, async () =>
    assert.equal(await fileAccessOf(engine, server), fileAccess),
  );
}

/** Qt's two settings for pages from file://, each as it is by default, off and on. */
export async function testQtSettings({ engine, server, expected, check }) {
  for (const [remote, row] of Object.entries(expected.qtSettings)) {
    for (const [files, access] of Object.entries(row)) {
      await check(`LocalContentCanAccessRemoteUrls ${remote}, …FileUrls ${files}: ${access}`, async () => {
        const values = { default: null, off: false, on: true };
        await engine.setAttributes({
          LocalContentCanAccessRemoteUrls: values[remote],
          LocalContentCanAccessFileUrls: values[files],
        });
        assert.equal(await fileAccessOf(engine, server), access);
      });
    }
  }
}

/** A page under a scheme of the program's own: as in Qt's example, but in each Qt, and with modules. */
export async function testQtScheme({ engine, server, expected, check }) {
  for (const way of ["classic", ...(expected.schemeModules ? ["module"] : [])]) {
    await check(`${way} from mygame://app: a secure page with that origin`, async () => {
      await engine.open(page("mygame://app/", way));
      assert.ok(await isReady(engine), "it is not there");
      assert.ok(await engine.evaluate("isSecureContext"));
      for (const call of ["request", "confirm"]) {
        server.takeRequests();
        assert.equal((await engine.evaluate(`${call}(${JSON.stringify(server.api)})`)).kind, "resolved");
        assert.deepEqual(
          server.takeRequests().map(({ origin }) => origin),
          ["mygame://app"],
        );
      }
    });
  }
}

/** The engine's own name of the player's language, which the option `locale` does not accept without a country. */
export async function testLanguage({ engine, server, expected, check }) {
  await check(`navigator.language is ${expected.language}, which is no locale`, async () => {
    await engine.open(page(server.pages, "classic"));
    assert.ok(await isReady(engine), "it is not there");
    assert.equal(await engine.evaluate("navigator.language"), expected.language);
    const { kind, issues } = await engine.evaluate(
      `request(${JSON.stringify(server.api)}, { locale: navigator.language })`,
    );
    assert.deepEqual([kind, issues], ["invalid_input", ["locale: locale"]]);
  });
}

/**
 * What a page from file:// may do: "no scripts": not even load its own; "blocked": no request; "any": CORS does not apply;
 * otherwise CORS applies, with this origin.
 */
async function fileAccessOf(engine, server) {
  await engine.open(page(files, "classic"));
  if (await engine.evaluate("!window.isReady")) return "no scripts";
  const failure = { kind: "network", fields: { offline: false }, cause: "TypeError" };
  const [outcome, [request]] = await requestFromFile(engine, server, "204");
  const [outcomeWithoutCors, [requestWithoutCors]] = await requestFromFile(engine, server, "no-cors");
  if (outcomeWithoutCors === "resolved") return "any";
  assert.deepEqual([outcomeWithoutCors, requestWithoutCors], [failure, undefined]);
  if (request) {
    assert.equal(outcome, "resolved");
    return request.origin;
  }
  assert.deepEqual(outcome, failure);
  return "blocked";
}

/** A request's outcome, and what the server received. */
async function requestFromFile(engine, server, name) {
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
export async function testMissing({ engine, server, expected, check }) {
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
          // `fetch` is missed only once the package has loaded.
          namesMissing(outcome, (name === "fetch" && expected.lacks) || [name]);
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

/** pywebview's `js_api`, as the bridge that sends outside the page. */
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
