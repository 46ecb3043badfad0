// One trial: an app is built and shown to work.

import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { end, exec, serveWith } from "../../support/process.js";
import { freePort, serve } from "../../support/server.js";
import { pointTo, readSnippets } from "../../support/snippets.js";
import { difference } from "./drive.js";

/** The command with the program that the app has installed. */
function installedCommand(app, [program, ...args], port) {
  const path = program === "node" ? program : join(app, "node_modules", ".bin", program);
  return [path, ...args.map((arg) => arg.replace("PORT", port))];
}

/**
 * Builds an app and shows that it works, or throws. Returns the JavaScript that its page loads, in bytes.
 *
 * @param {object} trial see trials.js
 * @param {string} app the app's folder
 * @param {{ login: object, open: (browser?: string) => Promise<object> }} tools
 */
export async function runTrial(trial, app, { login, open }) {
  if (trial.script) await putScript(app, trial);
  await rm(join(app, "dist"), { recursive: true, force: true });
  for (const command of trial.build ?? []) await exec(installedCommand(app, command), { cwd: app });
  if (trial.tests) return void (await exec(installedCommand(app, trial.tests), { cwd: app }));
  const { outcomes, bytes } = await show(trial, app, { login, open });
  const wrong = difference(outcomes, trial.expected);
  if (wrong) throw new Error(wrong);
  return bytes;
}

async function putScript(app, { script, charset }) {
  const bare = await readFile(join(app, "index.template.html"), "utf8");
  const page = bare.replace("<!-- script -->", script);
  await writeFile(join(app, "index.html"), charset ? page.replace("utf-8", charset) : page);
}

async function show(trial, app, { login, open }) {
  if (trial.program) return { outcomes: JSON.parse(await exec(trial.program, { cwd: app })) };
  const browser = await open(trial.browser);
  const options = { loads: trial.loads, mayComplain: trial.mayComplain };
  if (trial.lend) options.lend = await import(pathToFileURL(join(app, trial.lend)));
  if (trial.file) return browser.visit(String(pathToFileURL(join(app, trial.file))), options);
  if (trial.server) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const server = await serveWith(installedCommand(app, trial.server, port), url, { cwd: app });
    try {
      return await browser.visit(url, options);
    } finally {
      end(server);
    }
  }
  const server = await serve(
    join(app, trial.root ?? ""),
    trial.policy && { "Content-Security-Policy": await policyFor(trial, login) },
  );
  try {
    return await browser.visit(server.url + trial.page, options);
  } finally {
    server.close();
  }
}

async function policyFor({ policy, policySnippet = "policy.txt" }, login) {
  const snippets = await readSnippets();
  return policy(pointTo(snippets.get(policySnippet), login).trim());
}
