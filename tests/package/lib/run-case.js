// One case: builds an app, runs it, and checks the outcomes.

import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exec, kill, startServing } from "../../support/process.js";
import { freePort, serve } from "../../support/server.js";
import { pointTo, readSnippets } from "../../support/snippets.js";
import { difference } from "./visit.js";

/**
 * The command with the program that the app has installed.
 *
 * @param {string} app
 * @param {string[]} command
 * @param {number} [port]
 */
function installedCommand(app, [program, ...args], port) {
  const path = program === "node" ? program : join(app, "node_modules", ".bin", program);
  return [path, ...args.map((arg) => arg.replace("PORT", String(port)))];
}

/**
 * Builds an app and runs it; throws unless the outcomes are as expected. Returns the JavaScript that its page loads, in bytes.
 *
 * @param {import("../cases.js").TestCase} testCase
 * @param {string} app the app's folder
 * @param {{ login: object, open: (browser?: string) => Promise<object> }} tools
 */
export async function runCase(testCase, app, { login, open }) {
  if (testCase.script) await putScript(app, testCase);
  await rm(join(app, "dist"), { recursive: true, force: true });
  for (const command of testCase.build ?? []) await exec(installedCommand(app, command), { cwd: app });
  if (testCase.config) await writeFile(join(app, "tsconfig.json"), JSON.stringify(testCase.config));
  if (testCase.tests) {
    await exec(installedCommand(app, testCase.tests), { cwd: app });
    return undefined;
  }
  const { outcomes, bytes } = await run(testCase, app, { login, open });
  const problem = difference(outcomes, testCase.expected);
  if (problem) throw new Error(problem);
  return bytes;
}

/**
 * @param {string} app
 * @param {import("../cases.js").TestCase} testCase
 */
async function putScript(app, { script, charset }) {
  const bare = await readFile(new URL("../fixtures/page.html", import.meta.url), "utf8");
  const page = bare.replace("<!-- script -->", script);
  await writeFile(join(app, "index.html"), charset ? page.replace("utf-8", charset) : page);
}

async function run(testCase, app, { login, open }) {
  if (testCase.program) return { outcomes: JSON.parse(await exec(testCase.program, { cwd: app })) };
  const browser = await open(testCase.browser);
  const options = { loads: testCase.loads, mayReport: testCase.mayReport };
  if (testCase.exposes) options.expose = await import(pathToFileURL(join(app, testCase.exposes)).href);
  if (testCase.file) return browser.visit(String(pathToFileURL(join(app, testCase.file))), options);
  if (testCase.server) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const server = await startServing(installedCommand(app, testCase.server, port), url, { cwd: app });
    try {
      return await browser.visit(url, options);
    } finally {
      kill(server);
    }
  }
  const server = await serve(
    join(app, testCase.root ?? ""),
    testCase.policy && { "Content-Security-Policy": await policyFor(testCase, login) },
  );
  try {
    return await browser.visit(server.url + testCase.page, options);
  } finally {
    server.stop();
  }
}

async function policyFor({ policy, policySnippet = "policy.txt" }, login) {
  const snippets = await readSnippets();
  return policy(pointTo(snippets.get(policySnippet), login).trim());
}
