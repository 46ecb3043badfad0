// The package in the engines that launchers embed, which this installs: real QtWebEngine 5.12 (Chromium 69), 5.15
// (Chromium 83, that of Xsolla Launcher), 6.11 and 6.12 (Chromium 140), pywebview with Qt and with WebKitGTK, Chromium 92 and
// 102, WPE WebKit 2.38, Chromium 64 and 67, which are below the floor, and today's Chromium for comparison.
//
//   node tests/pages/launchers/run.js                   every engine
//   node tests/pages/launchers/run.js qt-5.15           one of them, or of those that run only when named: qt-5.15.19
//   node tests/pages/launchers/run.js --quick           the calls, and a few states of the forms
//   RELEASE=1 node tests/pages/launchers/run.js         the build that is published
//
// In each: every outcome of the two calls, loaded as classic script from file:// and over HTTP, and as module; policies; every
// state of both forms by keyboard, with screenshots in build/launchers/. `expectations.js` has the facts that differ between the
// engines. Each Chromium reaches only this machine, and has a profile that is deleted afterwards.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parseArgs } from "node:util";
import { buildIfChanged } from "../../../scripts/build.js";
import { NotForThisMachine } from "../../../scripts/lib/launchers.js";
import { root } from "../../../scripts/lib/run.js";
import { startServer } from "../../support/login.js";
import { expectations } from "./expectations.js";
import * as calls from "./lib/calls.js";
import { engines } from "./lib/engines.js";
import { exampleReleases, testExample } from "./lib/example.js";
import { testForms } from "./lib/forms.js";

/** The forms wait for half a second or more in each state, so several engines run at once. */
const CONCURRENCY = 3;

/** Engines whose download would be too large for what they add: they run only when named. */
const onDemand = ["qt-5.15.19"];

const exampleEngines = Object.keys(exampleReleases).map((release) => `qt-${release}`);
const quickStates = ["request-focus", "request-sent", "password-set", "policy-with-nonce"];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: "boolean" } } });
const unknown = positionals.filter((name) => !(name in engines));
if (unknown.length > 0) {
  console.error(`There is no engine ${unknown.join(", ")}. The engines: ${Object.keys(engines).join(", ")}`);
  process.exit(2);
}

/**
 * The tests in an engine.
 *
 * @type {(name: string) => ((context: any) => Promise<void>)[]}
 */
const testsOf = (name) => [
  ...[calls.testCalls, calls.testPolicies, calls.testCors],
  (context) => testForms(context, values.quick ? quickStates : undefined),
  ...(expectations[name].language ? [calls.testLanguage] : []),
  ...(expectations[name].qtSettings ? [calls.testQtScheme, calls.testQtSettings] : []),
  ...(name.startsWith("pywebview") ? [calls.testJsApi] : []),
  ...(exampleEngines.includes(name) && !values.quick ? [testExample] : []),
];

/** Runs all tests in an engine. */
async function testEngine(name, context) {
  const server = await startServer();
  context.after(server.stop);
  const engine = await engines[name]().catch((error) => {
    if (!(error instanceof NotForThisMachine)) throw error;
    context.skip(error.message);
  });
  if (!engine) return;
  context.after(engine.stop);
  context.diagnostic(`${name} is ${engine.name}`);
  const check = (what, run) => context.test(what, run);
  for (const test of testsOf(name)) await test({ name, build, server, expected: expectations[name], engine, check });
}

await buildIfChanged();
const build = readFileSync(join(root, "build/kind"), "utf8");
const names = positionals.length > 0 ? positionals : Object.keys(engines).filter((name) => !onDemand.includes(name));
// These take longest, because of the example.
const isLong = (name) => exampleEngines.includes(name);
describe(`the ${build} build`, { concurrency: CONCURRENCY }, () => {
  for (const name of names.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a))))
    test(name, (context) => testEngine(name, context));
});
