// The two calls: every outcome, however the package is loaded; policies.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { root } from "../../../../scripts/lib/run.js";
import { projectId } from "../../../support/projects.js";
import { callsIn, required } from "../expectations.js";

const files = String(pathToFileURL(root));
const addressOf = (base, way, query = {}) =>
  `${base}tests/pages/launchers/pages/${way}.html?${new URLSearchParams(query)}`;

/** Opens a page that loads the package as a classic script or as a module. */
async function open(engine, base, way, query) {
  await engine.open(addressOf(base, way, query));
  assert.ok(await engine.evaluate("isReady()"), "the package is not there");
}

/** Makes a call, and returns its outcome. `fetch` is the code of the option, if there is one. */
const makeCall = (engine, call, baseUrl, more = {}, fetch = "") => {
  const argument = JSON.stringify({ baseUrl, ...required[call], ...more });
  return engine.evaluate(`makeCall("${call}", { ...${argument}${fetch && `, fetch: ${fetch}`} })`);
};

/** Everything of an outcome except the message, which must exist. */
function comparable({ kind, name, message, is, fields, issues, cause, ...rest }) {
  if (kind === "resolved" || !kind) return kind ?? rest;
  assert.ok(name === "PasswordResetError" && message.length > 10, `${name}: ${message}`);
  assert.deepEqual(is, { Error: true, PasswordResetError: true, enumerableCause: false });
  return { kind, fields, ...(issues && { issues }), ...(cause !== undefined && { cause }) };
}

function namesMissing(outcome, names) {
  assert.equal(outcome.kind, "not_loaded", JSON.stringify(outcome));
  for (const name of names) assert.match(outcome.message, new RegExp(name));
}

/** Every outcome, loaded in each way. */
export async function testCalls({ engine, server, expected, check }) {
  const { origin } = new URL(server.pages);
  /** @type {[way: string, base: string, page: string, origin: string][]} */
  const ways = [
    ["classic script from file://", files, "classic", expected.fileOrigin],
    ["classic script over HTTP", server.pages, "classic", origin],
    ["module over HTTP", server.pages, "module", origin],
  ];
  for (const [way, base, page, origin] of ways) {
    await check(`${way}: it loads without an error`, async () => {
      await open(engine, base, page);
      assert.deepEqual(await engine.evaluate("pageErrors"), []);
    });
    if (!(await engine.evaluate("isReady()"))) continue;
    if (base === files && expected.fileAccess === "blocked") continue;
    await check(`${way}: preload`, async () => {
      const outcome = await engine.evaluate("preloaded");
      if (expected.lacks) namesMissing(outcome, expected.lacks);
      else assert.equal(outcome.kind, "resolved");
    });
    if (expected.lacks) {
      await check(`${way}: a call says what is missing`, async () =>
        namesMissing(await makeCall(engine, "request", `${server.api}204`), expected.lacks),
      );
      continue;
    }
    server.takeRequests();
    const calls = callsIn(expected, server);
    const given = JSON.stringify(calls.map(({ call, argument, abort }) => [call, argument, abort]));
    const results = await engine.evaluate(`Promise.all(${given}.map((each) => makeCall(...each)))`);
    for (const [index, { name, outcome }] of calls.entries())
      await check(`${way}: ${name}`, () => assert.deepEqual(comparable(results[index]), outcome));
    await check(`${way}: what is sent`, async () => {
      const received = server.takeRequests().filter(({ name }) => name !== "silent");
      const sent = calls.flatMap(({ sent }) => (sent ? [{ ...sent, origin }] : []));
      const byName = (a, b) => `${a.name} ${a.path}`.localeCompare(`${b.name} ${b.path}`);
      assert.deepEqual(received.sort(byName), sent.sort(byName));
    });
    await check(`${way}: no uncaught error`, async () => assert.deepEqual(await engine.evaluate("pageErrors"), []));
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
  const values = { default: null, off: false, on: true };
  for (const [remote, row] of Object.entries(expected.qtSettings)) {
    for (const [files, access] of Object.entries(row)) {
      await check(`LocalContentCanAccessRemoteUrls ${remote}, …FileUrls ${files}: ${access}`, async () => {
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
      await open(engine, "mygame://app/", way);
      assert.ok(await engine.evaluate("isSecureContext"));
      server.takeRequests();
      for (const call of ["request", "confirm"])
        assert.equal((await makeCall(engine, call, `${server.api}204`)).kind, "resolved");
      const origins = server.takeRequests().map(({ origin }) => origin);
      assert.deepEqual(origins, ["mygame://app", "mygame://app"]);
    });
  }
}

/** The engine's own name of the player's language, which the option `locale` does not accept without a country. */
export async function testLanguage({ engine, server, expected, check }) {
  await check(`navigator.language is ${expected.language}, which is no locale`, async () => {
    await open(engine, server.pages, "classic");
    const locale = await engine.evaluate("navigator.language");
    assert.equal(locale, expected.language);
    const { kind, issues } = await makeCall(engine, "request", `${server.api}204`, { locale });
    assert.deepEqual([kind, issues], ["invalid_input", ["locale: locale"]]);
  });
}

/**
 * What a page from file:// may do: "no scripts": not even load its own; "blocked": no request; "any": CORS does not apply;
 * otherwise CORS applies, with this origin.
 */
async function fileAccessOf(engine, server) {
  await engine.open(addressOf(files, "classic"));
  if (await engine.evaluate("!window.isReady")) return "no scripts";
  const outcomeOf = async (name) => {
    server.takeRequests();
    const outcome = comparable(await makeCall(engine, "request", server.api + name));
    return [outcome, server.takeRequests()];
  };
  const failure = { kind: "network", fields: { offline: false }, cause: "TypeError" };
  const [outcome, [request]] = await outcomeOf("204");
  const [withoutCors, [hidden]] = await outcomeOf("no-cors");
  if (outcome === "resolved") {
    if (withoutCors === "resolved") return "any";
    assert.deepEqual(withoutCors, failure);
    assert.equal(hidden, undefined, "the preflight fails");
    return request.origin;
  }
  assert.deepEqual(outcome, failure);
  return "blocked";
}

/** A Content-Security-Policy with and without the source that WebAssembly needs. */
export async function testPolicies({ engine, server, expected, check }) {
  if (expected.lacks) return;
  /** @type {[sources: string, isPermitted: boolean][]} */
  const policies = [
    ["'self'", false],
    ["'self' 'wasm-unsafe-eval'", expected.wasmUnsafeEval],
    ["'self' 'unsafe-eval'", true],
  ];
  // The message names a source that this engine supports.
  const cure = expected.wasmUnsafeEval ? "'wasm-unsafe-eval'" : "'unsafe-eval'";
  for (const [sources, isPermitted] of policies) {
    for (const way of ["classic", "module"]) {
      const what = isPermitted ? "it works" : "not_loaded names the policy";
      await check(`${way} under script-src ${sources}: ${what}`, async () => {
        const csp = `default-src 'none'; img-src data:; script-src ${sources}; connect-src ${new URL(server.api).origin}`;
        await open(engine, server.pages, way, { csp });
        const results = [await engine.evaluate("preloaded"), await makeCall(engine, "request", `${server.api}204`)];
        if (isPermitted) return assert.deepEqual(results.map(comparable), ["resolved", "resolved"]);
        for (const result of results) {
          assert.deepEqual(comparable(result), { kind: "not_loaded", fields: {}, cause: "CompileError" });
          assert.match(result.message, new RegExp(`Content-Security-Policy.*${cure}`));
          assert.match(result.message, /script-src/);
        }
      });
    }
  }
}

/** pywebview's `js_api`, as the bridge that sends outside the page. */
export async function testJsApi({ engine, server, check }) {
  const { origin } = new URL(server.api);
  const fetch = `async (url, { method, headers, body }) => {
    const response = await pywebview.api.send(url, method, Object.fromEntries(new Headers(headers)), body);
    return new Response(response.body, response);
  }`;
  const openAndCall = async (script) => {
    const csp = `default-src 'none'; script-src 'self' ${script}; connect-src ${origin}`;
    await open(engine, server.pages, "classic", script ? { csp } : {});
    server.takeRequests();
    return makeCall(engine, "request", `${server.api}204`, {}, fetch);
  };
  for (const script of ["", "'unsafe-eval'"]) {
    await check(`js_api ${script ? `under ${script}` : "without a policy"}: it sends outside the page`, async () => {
      assert.equal((await openAndCall(script)).kind, "resolved");
      const path = "password/reset/request";
      const sent = { name: "204", path, query: { projectId }, origin: undefined, body: { username: "John" } };
      assert.deepEqual(server.takeRequests(), [sent]);
    });
  }
  await check("js_api under 'wasm-unsafe-eval': it has no functions", async () => {
    const { kind, cause } = await openAndCall("'wasm-unsafe-eval'");
    assert.deepEqual([kind, cause], ["network", "TypeError"]);
    assert.deepEqual(await engine.evaluate("Object.keys(pywebview.api)"), []);
    assert.deepEqual(server.takeRequests(), []);
  });
}
