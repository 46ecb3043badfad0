// Installs the packed package into apps as a user would, and tests each of them.
//
//   node tests/package/run.js            everything
//   node tests/package/run.js --quick    what needs no slow tool
//   node tests/package/run.js vite csp   these tools, or `checks`: the tests without an app

import { join } from "node:path";
import { buildIfChanged } from "../../scripts/build.js";
import { filesInGit, printStep, run, startLoginServer } from "../../scripts/lib/run.js";
import { pack } from "../support/pack.js";
import { makeTempDir } from "../support/process.js";
import { projects } from "../support/projects.js";
import { cases } from "./cases.js";
import { makeApp, versionOf } from "./lib/app.js";
import { runCase } from "./lib/run-case.js";
import { browsers } from "./lib/visit.js";

const args = process.argv.slice(2);
const tools = args.filter((arg) => arg !== "--quick");
const known = [...new Set(cases.map(({ tool }) => tool)), "checks"];
const unknown = tools.filter((tool) => !known.includes(tool));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. The tools: ${known.join(", ")}`);
  process.exit(2);
}
const isChosen = (tool) => tools.length === 0 || tools.includes(tool);
const chosen = cases.filter(({ tool, isQuick }) => isChosen(tool) && (isQuick || !args.includes("--quick")));

await buildIfChanged();
const folder = await makeTempDir();
const { server, baseUrl } = await startLoginServer(
  {
    LOGIN_PORT: "0",
    LOGIN_ALLOWED_ORIGINS: "http://localhost:8000,http://127.0.0.1:*,null",
    LOGIN_REQUESTS_PER_MINUTE: "1000000",
  },
  { quiet: true },
);
process.once("exit", () => server.kill());
const login = { projectId: projects.reveals, baseUrl };

/** Started when first needed. */
const opened = new Map();
function open(name = "chromium") {
  if (!opened.has(name)) opened.set(name, browsers[name]());
  return opened.get(name);
}

const tarball = await pack(folder);
const apps = new Map();
/**
 * Made when first needed; cases with the same files and versions share one.
 *
 * @param {import("./cases.js").TestCase} testCase
 */
function appFor({ layers, versions, snippets, at }) {
  const key = [...layers, ...Object.entries(versions ?? {}).flat()].join("-").replaceAll(/[^\w.-]/g, "_");
  if (!apps.has(key)) {
    const into = join(folder, key);
    apps.set(
      key,
      makeApp({ into, tarball, layers, versions, snippets, at, login }).then(() => into),
    );
  }
  return apps.get(key);
}

async function versionIn(testCase, app) {
  if (testCase.needs in browsers || testCase.tool === "browser") return (await open(testCase.browser)).version;
  return testCase.needs ? versionOf(app, testCase.needs) : process.versions.node;
}

const rows = [];
async function record(tool, mode, work) {
  const start = Date.now();
  const row = { tool, version: "", mode, "bytes loaded": "", seconds: 0, result: "works" };
  rows.push(row);
  try {
    await work(row);
    console.log(`✓ ${tool}, ${mode}`);
  } catch (error) {
    row.result = "FAILS";
    console.error(`✗ ${tool}, ${mode}: ${error.message}`);
  }
  row.seconds = Math.round((Date.now() - start) / 100) / 10;
}

for (const testCase of chosen) {
  await record(testCase.tool, testCase.mode, async (row) => {
    const app = await appFor(testCase);
    row.version = await versionIn(testCase, app);
    row["bytes loaded"] = (await runCase(testCase, app, { login, open })) || "";
  });
}

for (const browser of opened.values()) await browser.then(({ stop }) => stop()).catch(() => {});
server.kill();
if (isChosen("checks")) {
  const checks = filesInGit(".test.js").filter((file) => file.includes("/package/checks/"));
  await record("checks", "all", () => run("node", ["--test", "--test-reporter", "spec", ...checks]));
}

printStep("The package, installed");
console.table(Object.fromEntries(rows.map((row, index) => [index + 1, row])));
process.exitCode = rows.every(({ result }) => result === "works") ? 0 : 1;
