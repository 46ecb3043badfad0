// Installs the packed package into apps outside of this project as a user would, builds each with its tool's defaults, and runs
// it in a browser or in Node, with a call that the local Login server accepts and one that it rejects. `KEEP=1` keeps the apps.
//
//   node tests/package/run.js            everything
//   node tests/package/run.js --quick    what needs no slow tool
//   node tests/package/run.js vite csp   these tools

import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { buildIfChanged } from "../../scripts/build.js";
import { startLoginServer } from "../../scripts/lib/run.js";
import { pathWith } from "../../scripts/lib/tools.js";
import { pack } from "../support/pack.js";
import { exec, kill, makeTempDir, startServing } from "../support/process.js";
import { projects } from "../support/projects.js";
import { freePort, serve } from "../support/server.js";
import { pointTo, readSnippets } from "../support/snippets.js";
import { makeApp } from "./app.js";
import { cases } from "./cases.js";
import { browsers, usual } from "./visit.js";

const args = process.argv.slice(2);
const tools = args.filter((arg) => arg !== "--quick");
const known = new Set(cases.map(({ tool }) => tool));
const unknown = tools.filter((tool) => !known.has(tool));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. The tools: ${[...known].join(", ")}`);
  process.exit(2);
}
const ofTools = cases.filter(({ tool }) => tools.length === 0 || tools.includes(tool));
const chosen = args.includes("--quick") ? ofTools.filter(({ isQuick }) => isQuick) : ofTools;

await buildIfChanged();
const folder = await makeTempDir();
const tarball = await pack(folder);
const settings = {
  LOGIN_PORT: "0",
  LOGIN_ALLOWED_ORIGINS: "http://localhost:8000,http://127.0.0.1:*,null",
  LOGIN_REQUESTS_PER_MINUTE: "1000000",
};
const { server: loginServer, baseUrl } = await startLoginServer(settings, { quiet: true });
process.once("exit", () => loginServer.kill());
const login = { projectId: projects.reveals, baseUrl };
const snippets = await readSnippets();

for (const testCase of chosen) {
  const { tool, mode, packages = {} } = testCase;
  const [version] = Object.entries(packages);
  const name = `${tool}, ${mode}${version ? ` (${version.join(" ")})` : ""}`;
  test(name, async () => runCase(testCase, await appFor(testCase)));
}

const opened = {};
after(async () => {
  for (const browser of Object.values(opened)) await (await browser).stop();
  loginServer.kill();
});

const apps = new Set();
/** Makes an app, unless a case with the same files and packages has. Returns its folder. */
async function appFor(testCase) {
  const { layers = [], packages = {} } = testCase;
  const name = [...layers, ...Object.entries(packages).flat()].join("-").replaceAll(/[^\w.-]/g, "_");
  const app = join(folder, name);
  if (!apps.has(app)) await makeApp(app, testCase, { tarball, login });
  apps.add(app);
  return app;
}

/**
 * Builds an app and runs it; throws unless the outcomes are as expected.
 *
 * @param {import("./cases.js").TestCase} testCase
 * @param {string} app the app's folder
 */
async function runCase(testCase, app) {
  const { files = {}, script, charset = "utf-8", build, tests, expected = usual } = testCase;
  const page = await readFile(new URL("fixtures/page.html", import.meta.url), "utf8");
  const written = { ...files };
  if (script) written["index.html"] = page.replace("<!-- script -->", script).replace("utf-8", charset);
  for (const [file, text] of Object.entries(written)) {
    await mkdir(dirname(join(app, file)), { recursive: true });
    await writeFile(join(app, file), text);
  }
  await rm(join(app, "dist"), { recursive: true, force: true });
  for (const command of [build, tests]) if (command) await exec(command.split(" "), optionsIn(app));
  if (tests) return;
  const outcomes = await outcomesOf(testCase, app);
  for (const [index, pattern] of expected.entries()) assert.match(outcomes[index], pattern);
}

/** For a command in an app, whose program the app may have installed. */
const optionsIn = (app) => ({ cwd: app, env: pathWith(join(app, "node_modules/.bin")) });

async function outcomesOf(testCase, app) {
  const { program, browser = "chromium", loads, mayReport, exposes, file, server, root = "", page } = testCase;
  if (program) return JSON.parse(await exec(program.split(" "), optionsIn(app)));
  opened[browser] ??= browsers[browser]();
  const { visit } = await opened[browser];
  const expose = exposes && (await import(pathToFileURL(join(app, exposes)).href));
  const options = { expose, loads, mayReport };
  if (file) return visit(String(pathToFileURL(join(app, file))), options);
  if (server) {
    const port = String(await freePort());
    const url = `http://127.0.0.1:${port}/`;
    const serving = await startServing(server.replace("PORT", port).split(" "), url, optionsIn(app));
    return visit(url, options).finally(() => kill(serving));
  }
  const { url, stop } = await serve(join(app, root), headersOf(testCase));
  return visit(url + page, options).finally(stop);
}

/** @param {import("./cases.js").TestCase} testCase */
function headersOf({ policy, policyLacks = "" }) {
  if (!policy) return {};
  return { "Content-Security-Policy": pointTo(snippets.get(policy), login).trim().replace(policyLacks, "") };
}
