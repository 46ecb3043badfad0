// When WebAssembly does not start, or breaks: one structured error, and the next call works again.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { parse } from "acorn";
import { simple } from "acorn-walk";
import { projectId } from "../support/projects.js";
import { countListeners } from "../support/timers.js";
import { onInstantiate, watchCalls } from "../support/wasm.js";
import { rejection, replacing, throwing, timersLeft, withProperties } from "./calls/outcome.js";

const instantiate = /** @type {(...args: any[]) => Promise<any>} */ (WebAssembly.instantiate);
const options = {
  projectId,
  username: "John",
  fetch: async () => new Response(null, { status: 204 }),
};

let copies = 0;

/** A copy of the package that has loaded nothing yet. */
function freshPackage() {
  return import(`../../dist/index.js?${++copies}`);
}

afterEach(() => {
  WebAssembly.instantiate = instantiate;
});

test("the WebAssembly is loaded once, for all calls", async () => {
  let count = 0;
  WebAssembly.instantiate = (...args) => {
    count++;
    return instantiate(...args);
  };
  const { preload, requestPasswordReset } = await freshPackage();
  await Promise.all([preload(), requestPasswordReset(options), preload(), requestPasswordReset(options)]);
  await requestPasswordReset(options);
  assert.equal(count, 1);
});

const { CompileError } = WebAssembly;
const byPolicy =
  /^script-src of the Content-Security-Policy needs 'wasm-unsafe-eval', or 'unsafe-eval' before Chrome 97 \(/;

/** @type {[engine: string, thrown: unknown, why: RegExp][]} */
const loadFailures = [
  [
    "Chromium",
    new CompileError(
      "WebAssembly.instantiate(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive",
    ),
    byPolicy,
  ],
  ["Firefox", new CompileError("call to WebAssembly.instantiate() blocked by CSP"), byPolicy],
  [
    "WebKit",
    new CompileError(
      "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source",
    ),
    byPolicy,
  ],
  [
    "Chromium 105",
    new CompileError("WebAssembly.instantiate(): Wasm code generation disallowed by embedder"),
    byPolicy,
  ],
  ["an engine with eval alone", new Error("EvalError: 'unsafe-eval'"), byPolicy],
  [
    "an old engine",
    new CompileError("invalid value type 0x6f"),
    /^this browser is too old for it \(.*invalid value type 0x6f\)/,
  ],
  ["a full one", new Error("no memory"), /^Error: no memory$/],
  ["one that says so itself", new TypeError("a CompileError"), /^TypeError: a CompileError$/],
  ["one that throws a text", "no", /^no$/],
];

for (const [name, cause, why] of loadFailures) {
  test(`a load that fails in ${name} is reported with its cause, and the next call tries again`, async () => {
    const { isPasswordResetError, PasswordResetError, preload, requestPasswordReset } = await freshPackage();
    WebAssembly.instantiate = async () => {
      throw cause;
    };
    const errors = await Promise.all([rejection(requestPasswordReset(options)), rejection(preload())]);
    for (const error of errors) {
      assert.equal(error.kind, "not_loaded");
      const [, found] = /^WebAssembly could not start: (.*)$/.exec(error.message);
      assert.match(found, why);
      assert.equal(error.cause, cause);
      assert.ok(error instanceof PasswordResetError && isPasswordResetError(error));
    }
    WebAssembly.instantiate = instantiate;
    assert.equal(await requestPasswordReset(options), undefined);
  });
}

for (const name of ["WebAssembly", "TextDecoder", "URLSearchParams", "AbortController", "fetch"]) {
  test(`a browser without ${name} gets not_loaded, which names it, and the next call tries again`, async () => {
    const { preload, requestPasswordReset } = await freshPackage();
    const { fetch: _, ...sent } = options;
    await withProperties(globalThis, { [name]: undefined }, async () => {
      // `fetch` is not needed to load, nor where an option replaces it.
      for (const call of name === "fetch"
        ? [() => requestPasswordReset(sent)]
        : [preload, () => requestPasswordReset(options)]) {
        const error = await rejection(call());
        assert.equal(error.kind, "not_loaded");
        const start = name === "fetch" ? "" : "WebAssembly could not start: .*";
        assert.match(error.message, new RegExp(`^${start}\\b${name}\\b`));
      }
      if (name === "fetch") assert.equal(await requestPasswordReset(options), undefined);
    });
    assert.equal(await requestPasswordReset(options), undefined);
  });
}

/** Makes WebAssembly load only when the returned function is called. */
function holdLoading() {
  /** @type {(value?: unknown) => void} */
  let release;
  const held = new Promise((resolve) => (release = resolve));
  WebAssembly.instantiate = async (...args) => {
    await held;
    return instantiate(...args);
  };
  return release;
}

test("one timer covers the loading and the exchange", async () => {
  const { requestPasswordReset } = await freshPackage();
  const { setTimeout: set } = globalThis;
  const release = holdLoading();
  const limits = [];
  const setTimeout = (run, ms) => {
    limits.push(ms);
    return set(run, ms);
  };
  await replacing(globalThis, { setTimeout }, () => {
    const call = requestPasswordReset({ ...options, timeoutMs: 5000 });
    release();
    return call;
  });
  assert.deepEqual(limits, [5000]);
});

test("the signal covers the loading", async () => {
  const { requestPasswordReset } = await freshPackage();
  const release = holdLoading();
  const controller = new AbortController();
  const call = requestPasswordReset({ ...options, signal: controller.signal, fetch: () => assert.fail("sent") });
  controller.abort("changed my mind");
  const error = await rejection(call);
  assert.deepEqual([error.kind, error.message, error.cause], ["aborted", "Aborted by the caller", "changed my mind"]);
  release();
});

test("the time limit covers the loading: the option, or the default where that is invalid", async () => {
  const { setTimeout: set } = globalThis;
  for (const [timeoutMs, expected] of [
    ...[1, 20, 2 ** 31 - 1].map((valid) => [valid, valid]),
    ...[undefined, null, 0, -1, 0.5, 1.5, 2 ** 31, NaN, Infinity, "20", 20n, {}].map((invalid) => [invalid, 10_000]),
  ]) {
    const { requestPasswordReset } = await freshPackage();
    const release = holdLoading();
    const limits = [];
    const setTimeout = (run, ms) => {
      limits.push(ms);
      return set(run);
    };
    const call = replacing(globalThis, { setTimeout }, () =>
      rejection(requestPasswordReset({ ...options, timeoutMs, fetch: () => assert.fail("sent") })),
    );
    assert.deepEqual({ ...(await call) }, { kind: "timeout", timeoutMs: expected }, String(timeoutMs));
    assert.deepEqual(limits, [expected]);
    release();
    assert.equal(await requestPasswordReset(options), undefined);
  }
});

test("a call leaves no timer and no listener behind, however the loading ends", async () => {
  for (const how of ["loaded", "failed"]) {
    const { requestPasswordReset } = await freshPackage();
    if (how === "failed") WebAssembly.instantiate = async () => Promise.reject(new Error("no"));
    const { signal } = new AbortController();
    const listeners = countListeners(signal);
    const left = await timersLeft(async () => {
      const call = requestPasswordReset({ ...options, signal });
      if (how === "loaded") assert.equal(await call, undefined);
      else assert.equal((await rejection(call)).kind, "not_loaded");
      // The listener is removed after the call has settled.
      for (let turn = 0; turn < 10; turn++) await undefined;
    });
    WebAssembly.instantiate = instantiate;
    assert.deepEqual([left, listeners.left.size], [0, 0], how);
    assert.ok(listeners.added > 0, how);
  }
});

test("the bytes are the same with the engine's base64, without it, and with one that throws", async () => {
  const modules = [];
  onInstantiate((bytes) => modules.push(bytes));
  for (const fromBase64 of [
    undefined,
    (text) => new Uint8Array(Buffer.from(text, "base64")),
    () => {
      throw new Error("replaced by the page");
    },
  ]) {
    const { preload } = await freshPackage();
    await replacing(/** @type {any} */ (Uint8Array), { fromBase64 }, preload);
  }
  const [bytes, ...others] = modules;
  assert.deepEqual(others, [bytes, bytes]);
});

/** The longest text in the file: the WebAssembly. */
function longestText(code) {
  let longest = { start: 0, end: 0 };
  const note = (node) => {
    if (node.end - node.start > longest.end - longest.start) longest = node;
  };
  simple(parse(code, { ecmaVersion: 2022, sourceType: "module" }), { Literal: note, TemplateElement: note });
  return longest;
}

const whole = readFileSync(new URL("../../dist/index.js", import.meta.url), "utf8");
const { start, end } = longestText(whole);
for (const [what, code] of [
  ["read as windows-1252", new TextDecoder("windows-1252").decode(Buffer.from(whole))],
  ["cut short", `${whole.slice(0, start)}${JSON.stringify("\0asm".padEnd(20_000))}${whole.slice(end)}`],
  ["cut to nothing", `${whole.slice(0, start)}""${whole.slice(end)}`],
]) {
  test(`a file that was ${what} says so, is never compiled, and the next call tries again`, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "loading-"));
    t.after(() => rmSync(folder, { recursive: true }));
    WebAssembly.instantiate = () => assert.fail("compiled");
    const path = join(folder, "index.mjs");
    writeFileSync(path, code);
    const { preload, requestPasswordReset } = await import(pathToFileURL(path).href);
    for (const call of [preload, () => requestPasswordReset(options), preload]) {
      const { kind, message } = await rejection(call());
      assert.equal(kind, "not_loaded");
      assert.equal(
        message,
        'WebAssembly could not start: RangeError: wrong charset (Content-Type of the script, or no <meta charset="utf-8">) or truncated file',
      );
    }
  });
}

test("a trap rejects its own call, and a call in flight ends on the next instance", async () => {
  const { requestPasswordReset } = await freshPackage();
  // The first call enters twice before its exchange.
  const { count, trap } = breakNextInstance(2);
  /** @type {(response: Response) => void} */
  let respond;
  const fetch = () =>
    new Promise((resolve) => {
      respond = resolve;
    });
  const inFlight = requestPasswordReset({ ...options, fetch });
  while (!respond) await new Promise((resolve) => setTimeout(resolve));
  const { kind, message, cause } = await rejection(requestPasswordReset(options));
  assert.deepEqual([kind, message, cause], ["internal", "Internal error of xsolla-password-reset", trap]);
  assert.equal(count(), 3);
  respond(new Response(null, { status: 204 }));
  assert.equal(await inFlight, undefined);
  assert.equal(count(), 3);
});

test("an issue takes precedence over a signal that was aborted before the call", async () => {
  const { requestPasswordReset } = await freshPackage();
  const calls = [options, {}].map((given) => requestPasswordReset({ ...given, signal: AbortSignal.abort() }));
  assert.deepEqual([(await rejection(calls[0])).kind, (await rejection(calls[1])).kind], ["aborted", "invalid_input"]);
});

test("each option is read once, also while the WebAssembly loads", async () => {
  const { requestPasswordReset } = await freshPackage();
  const reads = [];
  const get = (target, name) => {
    reads.push(name);
    return target[name];
  };
  await requestPasswordReset(new Proxy(options, { get }));
  assert.ok(reads.length > 5);
  assert.equal(new Set(reads).size, reads.length, reads.join());
});

test("while the WebAssembly loads, invalid options of any shape wait for their issues", async () => {
  const { requestPasswordReset } = await freshPackage();
  const release = holdLoading();
  const hostile = throwing("timeoutMs", "signal");
  const timeouts = ["5", 5n, 0.5, -1, NaN, 2 ** 31, Symbol(), {}];
  const signals = [1, {}, { aborted: 1 }];
  const given = [
    undefined,
    null,
    1,
    "x",
    hostile,
    ...timeouts.map((timeoutMs) => ({ timeoutMs })),
    ...signals.map((signal) => ({ signal })),
  ];
  const calls = given.map((options) => requestPasswordReset(options));
  release();
  for (const call of calls) assert.equal((await rejection(call)).kind, "invalid_input");
});

/** Makes the next instance trap when JavaScript enters it for the n-th time. */
function breakNextInstance(n) {
  const trap = new WebAssembly.RuntimeError("unreachable");
  let entries = -1;
  const enter = () => {
    if (++entries === n) throw trap;
  };
  WebAssembly.instantiate = async (...args) => {
    WebAssembly.instantiate = instantiate;
    const { instance } = await instantiate(...args);
    return /** @type {any} */ ({ instance: { exports: watchCalls(instance.exports, enter) } });
  };
  return {
    trap,
    /** How often JavaScript has entered it. */
    count: () => entries + 1,
    /** Removes the fault, and returns whether it was reached. */
    end() {
      const wasReached = entries >= n;
      entries = Infinity;
      return wasReached;
    },
  };
}

test("a trap, wherever it is, rejects one call with its cause, and the others get a new instance", async () => {
  const object = { error: { code: "003-019", description: "said" } };
  const calls = [
    [options, "resolved"],
    [{ ...options, fetch: async () => Response.json(object, { status: 404 }) }, "rejected"],
    [{ ...options, username: "" }, "invalid_input"],
  ];
  for (let n = 0, reached = true; reached; n++) {
    const { requestPasswordReset } = await freshPackage();
    const { trap, end } = breakNextInstance(n);
    const settled = calls.map(([options]) =>
      requestPasswordReset(options).then(
        () => ({ kind: "resolved" }),
        (error) => error,
      ),
    );
    const outcomes = await Promise.all(settled);
    outcomes.forEach(({ kind, cause }, index) => {
      if (kind !== "internal") assert.equal(kind, calls[index][1], `entry ${n}`);
      else assert.equal(cause, trap, `entry ${n}`);
    });
    reached = end();
    assert.equal(outcomes.filter(({ kind }) => kind === "internal").length, Number(reached), `entry ${n}`);
    assert.equal(await requestPasswordReset(options), undefined, `entry ${n}`);
    // Each call allocates a message and enters to prepare and, if it was sent, to conclude.
    if (!reached) assert.equal(n, 10);
  }
});

test("the classic script defines its global also where a host runs it inside a function, with a `self` of its own", async () => {
  const code = readFileSync(new URL("../../dist/index.global.js", import.meta.url), "utf8");
  /** @type {any} */
  const window = {};
  // As qiankun does.
  new Function("window", "self", "globalThis", code).call(window, window, window, window);
  await window.XsollaPasswordReset.requestPasswordReset(options);

  const context = createContext({});
  runInContext(code, context);
  assert.equal(typeof context.XsollaPasswordReset.preload, "function", "without `self`, `var` defines it");
});
