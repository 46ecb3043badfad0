// Installs the packed package into apps as a stranger would, and shows that each of them works.
//
//   node tests/package/run.js            everything
//   node tests/package/run.js --quick    what needs no slow tool
//   node tests/package/run.js vite csp   these tools, or `checks`: what is looked at without an app

import { join } from "node:path";
import { buildIfChanged } from "../../scripts/build.js";
import { run, printStep, startLoginServer } from "../../scripts/lib/run.js";
import { openChromium } from "./lib/chromium.js";
import { makeApp, makeWorkshop, pack, versionOf } from "./lib/package.js";
import { openWebDriver } from "./lib/webdriver.js";
import { runTrial } from "./lib/trial.js";
import { trials } from "./trials.js";

const browsers = {
  chromium: openChromium,
  firefox: () => openWebDriver("firefox"),
  webkit: () => openWebDriver("webkit"),
};

const args = process.argv.slice(2);
const tools = args.filter((arg) => arg !== "--quick");
const known = [...new Set(trials.map(({ tool }) => tool)), "checks"];
const unknown = tools.filter((tool) => !known.includes(tool));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. The tools: ${known.join(", ")}`);
  process.exit(2);
}
const isChosen = (tool) => tools.length === 0 || tools.includes(tool);
const chosen = trials.filter(({ tool, isQuick }) => isChosen(tool) && (isQuick || !args.includes("--quick")));

await buildIfChanged();
const workshop = await makeWorkshop();
const { server, baseUrl } = await startLoginServer(
  {
    LOGIN_PORT: "0",
    LOGIN_ALLOWED_ORIGINS: "http://localhost:8000,http://127.0.0.1:*,null",
    LOGIN_REQUESTS_PER_MINUTE: "1000000",
  },
  { quiet: true },
);
process.once("exit", () => server.kill());
// The project that reveals whom it does not know.
const login = { projectId: "55555555-5555-4555-8555-555555555555", baseUrl };

/** Started when first needed. */
const opened = new Map();
function open(name = "chromium") {
  if (!opened.has(name)) opened.set(name, browsers[name]());
  return opened.get(name);
}

const tarball = await pack(workshop);
/** Made when first needed; trials with the same files and versions share one. */
const apps = new Map();
function appFor({ layers, versions, snippets, at }) {
  const key = [...layers, ...Object.entries(versions ?? {}).flat()].join("-").replaceAll(/[^\w.-]/g, "_");
  if (!apps.has(key)) {
    const into = join(workshop, key);
    apps.set(
      key,
      makeApp({ into, tarball, layers, versions, snippets, at, login }).then(() => into),
    );
  }
  return apps.get(key);
}

async function versionIn(trial, app) {
  if (trial.needs in browsers || trial.tool === "browser") return (await open(trial.browser)).version;
  return trial.needs ? versionOf(app, trial.needs) : process.versions.node;
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

for (const trial of chosen) {
  await record(trial.tool, trial.mode, async (row) => {
    const app = await appFor(trial);
    row.version = await versionIn(trial, app);
    row["bytes loaded"] = (await runTrial(trial, app, { login, open })) || "";
  });
}

for (const browser of opened.values()) await browser.then(({ close }) => close()).catch(() => {});
server.kill();
if (isChosen("checks")) {
  await record("checks", "all", () => run("node", ["--test", "--test-reporter", "spec", "tests/package/checks/"]));
}

printStep("The package, installed");
console.table(Object.fromEntries(rows.map((row, index) => [index + 1, row])));
process.exitCode = rows.every(({ result }) => result === "works") ? 0 : 1;
