// The package in the engines that launchers embed, which this installs: real QtWebEngine 5.12 (Chromium 69), 5.15
// (Chromium 83, that of Xsolla Launcher), 6.11 and 6.12 (Chromium 140), pywebview with Qt and with WebKitGTK, Chromium 92 and
// 102, WPE WebKit 2.38, Chromium 64 and 67, which are below the floor, and today's Chromium for comparison.
//
//   node tests/pages/launchers/run.js                   every engine
//   node tests/pages/launchers/run.js qt-5.15           one of them, or of those that run only when named: qt-5.15.19
//   node tests/pages/launchers/run.js --quick           the calls, and a few states of the forms
//   RELEASE=1 node tests/pages/launchers/run.js         the build that is published
//
// In each: every outcome of the two calls, loaded as classic script from file:// and over HTTP, and as module; policies;
// missing globals; every state of both forms by keyboard, with screenshots in build/launchers/. `expectations.js` has the
// facts that differ between the engines. Each Chromium reaches only this machine, and has a profile that is deleted
// afterwards.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildIfChanged } from "../../../scripts/build.js";
import { NotForThisMachine } from "../../../scripts/lib/launchers.js";
import { root } from "../../../scripts/lib/run.js";
import { startServer } from "../../support/login.js";
import { expectations } from "./expectations.js";
import {
  testBridge,
  testCalls,
  testCors,
  testJsApi,
  testLanguage,
  testMissing,
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

/** Runs all tests in an engine. Returns its row of the table. */
async function testEngine(name) {
  const start = Date.now();
  const row = { engine: name };
  const failures = [];
  const server = await startServer();
  const started = [];
  const launch = async (...options) => {
    const engine = await engines[name](...options);
    started.push(engine);
    return engine;
  };
  try {
    const context = { name, build, server, expected: expectations[name] };
    const inColumn = async (column, test, engine, ...rest) => {
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
      await test({ ...context, engine, check }, ...rest);
      row[column] = count === 0 ? "–" : passed === count ? String(count) : `${passed} of ${count}`;
    };
    const engine = await launch();
    row.version = engine.name;
    await inColumn("calls", testCalls, engine);
    await inColumn("policies", testPolicies, engine);
    await inColumn("missing", testMissing, engine);
    await inColumn("cors", testCors, engine);
    await inColumn("bridge", testBridge, engine);
    await inColumn("forms", testForms, engine, values.quick ? quickStates : undefined);
    if (expectations[name].language) await inColumn("language", testLanguage, engine);
    if (expectations[name].qtSettings) {
      await inColumn("Qt's scheme", testQtScheme, engine);
      await inColumn("Qt's settings", testQtSettings, engine);
    }
    if (name.startsWith("pywebview")) await inColumn("js_api", testJsApi, engine);
    if (exampleEngines.includes(name) && !values.quick) await inColumn("example", testExample);
  } catch (error) {
    if (error instanceof NotForThisMachine) row.skipped = error.message;
    else failures.push({ what: "the engine", message: error.stack });
  } finally {
    await Promise.all(started.map((engine) => engine.stop()));
    server.stop();
  }
  const seconds = `${((Date.now() - start) / 1000).toFixed(1)} s`;
  const mark = row.skipped ? "–" : failures.length > 0 ? "✗" : "✓";
  console.log(`${mark} ${[name, row.version, row.skipped, seconds].filter(Boolean).join(" · ")}`);
  printFailures(failures);
  return { ...row, seconds, failures };
}

/** Prints them, with those that failed for the same reason together. */
function printFailures(failures) {
  const byMessage = new Map();
  for (const { what, message } of failures) byMessage.set(message, [...(byMessage.get(message) ?? []), what]);
  for (const [message, names] of byMessage) {
    console.log(names.map((name) => `    ${name}`).join("\n"));
    console.log(
      message
        .trim()
        .split("\n")
        .slice(0, 30)
        .map((line) => `      ${line}`)
        .join("\n"),
    );
  }
}

await buildIfChanged();
const build = readFileSync(join(root, "build/kind"), "utf8");
const names = Object.keys(engines).filter((name) =>
  positionals.length === 0 ? !onDemand.includes(name) : positionals.includes(name),
);
const rows = new Map(names.map((name) => [name, undefined]));
// These take longest, because of the example.
const isLong = (name) => exampleEngines.includes(name);
const waiting = [...names].sort((a, b) => Number(isLong(b)) - Number(isLong(a)));
const work = async () => {
  while (waiting.length > 0) {
    const name = waiting.shift();
    rows.set(name, await testEngine(name));
  }
};
await Promise.all(Array.from({ length: CONCURRENCY }, work));

const columns = [
  ...["calls", "policies", "missing", "cors", "bridge", "forms", "language"],
  ...["Qt's scheme", "Qt's settings", "js_api", "example"],
];
console.log(`\nThe ${build} build, in checks passed:\n`);
console.log(`| engine | ${columns.join(" | ")} | time |\n|---|${columns.map(() => "--:|").join("")}--:|`);
for (const { engine, version, skipped, seconds, ...row } of rows.values()) {
  const cells = columns.map((column) => row[column] ?? "–");
  if (skipped) cells[0] = skipped;
  console.log(`| ${[version ?? engine, ...cells, seconds].join(" | ")} |`);
}
process.exitCode = [...rows.values()].some(({ failures }) => failures.length > 0) ? 1 : 0;
