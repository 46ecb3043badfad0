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
import { parseArgs } from "node:util";
import { buildIfChanged } from "../../../scripts/build.js";
import { NotForThisMachine } from "../../../scripts/lib/launchers.js";
import { root } from "../../../scripts/lib/run.js";
import { startServer } from "../../support/login.js";
import { expectations } from "./expectations.js";
import {
  testCalls,
  testCors,
  testJsApi,
  testLanguage,
  testPolicies,
  testQtScheme,
  testQtSettings,
} from "./lib/calls.js";
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

/** The tests in an engine, by the name that the output has for them. */
const testsOf = (name) => ({
  calls: testCalls,
  policies: testPolicies,
  CORS: testCors,
  forms: (context) => testForms(context, values.quick ? quickStates : undefined),
  ...(expectations[name].language && { language: testLanguage }),
  ...(expectations[name].qtSettings && { "Qt's scheme": testQtScheme, "Qt's settings": testQtSettings }),
  ...(name.startsWith("pywebview") && { js_api: testJsApi }),
  ...(exampleEngines.includes(name) && !values.quick && { example: testExample }),
});

/** Runs all tests in an engine, and prints how many checks passed. */
async function testEngine(name) {
  const start = Date.now();
  const server = await startServer();
  const failures = [];
  const results = [];
  let engine;
  try {
    engine = await engines[name]();
    results.push(engine.name);
    for (const [title, test] of Object.entries(testsOf(name))) {
      let [passed, count] = [0, 0];
      const check = async (what, run) => {
        count++;
        try {
          await run();
          passed++;
        } catch (error) {
          failures.push({ what, message: error.message });
        }
      };
      await test({ name, build, server, expected: expectations[name], engine, check });
      if (count > 0) results.push(`${title} ${passed === count ? count : `${passed} of ${count}`}`);
    }
  } catch (error) {
    if (error instanceof NotForThisMachine) results.push(error.message);
    else failures.push({ what: "the engine", message: error.stack });
  } finally {
    await engine?.stop();
    server.stop();
  }
  const seconds = `${((Date.now() - start) / 1000).toFixed(1)} s`;
  console.log(`${failures.length > 0 ? "✗" : engine ? "✓" : "–"} ${[name, ...results, seconds].join(" · ")}`);
  // Those that failed for the same reason together.
  for (const [message, same] of Map.groupBy(failures, ({ message }) => message)) {
    for (const { what } of same) console.log(`    ${what}`);
    const lines = message.trim().split("\n").slice(0, 30);
    console.log(lines.map((line) => `      ${line}`).join("\n"));
  }
  if (failures.length > 0) process.exitCode = 1;
}

await buildIfChanged();
const build = readFileSync(join(root, "build/kind"), "utf8");
console.log(`The ${build} build, in checks passed:`);
const names = positionals.length > 0 ? positionals : Object.keys(engines).filter((name) => !onDemand.includes(name));
// These take longest, because of the example.
const isLong = (name) => exampleEngines.includes(name);
const waiting = names.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
const work = async () => {
  while (waiting.length > 0) await testEngine(waiting.shift());
};
await Promise.all(Array.from({ length: CONCURRENCY }, work));
