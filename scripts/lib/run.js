// The project's files, and other programs.

import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The files with this ending that git tracks or would add. */
export function filesInGit(ending) {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", `*${ending}`];
  const names = execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
  return names.map((name) => join(root, name)).filter(existsSync);
}

/** Makes a folder of the project, without what was in it. */
export async function emptyFolder(folder) {
  await rm(join(root, folder), { recursive: true, force: true });
  await mkdir(join(root, folder), { recursive: true });
}

/** Prints a step heading. */
export const printStep = (text) => console.log(`\n\x1b[1m▸ ${text}\x1b[0m`);

/** Collects what a process prints. Returns a function that returns the text so far. */
export function collect({ stdout, stderr }) {
  const parts = [];
  for (const stream of [stdout, stderr]) stream?.setEncoding("utf8").on("data", (text) => parts.push(text));
  return () => parts.join("");
}

/** @typedef {import("node:child_process").SpawnOptions & { env?: Record<string, string>, quiet?: boolean }} Options */

/**
 * Runs a program to its end. If it fails, it throws an error with the `output`. `env` is added to the environment; `quiet`
 * returns the output instead of showing it.
 *
 * @returns {Promise<string>}
 */
export function run(program, args = [], /** @type {Options} */ { env = {}, quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = quiet ? ["ignore", "pipe", "pipe"] : "inherit";
    const child = spawn(program, args, { cwd: root, stdio, env: { ...process.env, ...env }, ...options });
    const output = collect(child);
    child.on("error", (cause) => reject(new Error(`${program} could not be started: ${cause.message}`, { cause })));
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(output());
      const message = `${[program, ...args].join(" ")} ended with ${signal ?? `exit code ${code}`}`;
      reject(Object.assign(new Error(message), { output: output() }));
    });
  });
}

const compilations = new Map();

/** Compiles a program of the workspace, once in this process. Returns its path. */
export async function compileProgram(name) {
  if (!compilations.has(name)) compilations.set(name, run("cargo", ["build", "--quiet", "--package", name]));
  await compilations.get(name);
  return join(root, "target/debug", name);
}

/**
 * Starts the local Login server. Resolves when it is ready, with the server's process and base URL.
 * `settings` are its environment variables, see `tests/servers/login-server/README.md`. `quiet` shows its output only if it fails.
 */
export async function startLoginServer(settings, { quiet = false } = {}) {
  const server = spawn(await compileProgram("login-server"), {
    stdio: ["ignore", "pipe", quiet ? "pipe" : "inherit"],
    env: { ...process.env, ...settings },
  });
  const output = collect(server);
  if (!quiet) server.stdout.pipe(process.stdout);
  const baseUrl = await new Promise((resolve, reject) => {
    server.stdout.on("data", () => {
      const [, url] = /Login server ready: (\S+)/.exec(output()) ?? [];
      if (url) resolve(url);
    });
    server.on("error", reject);
    server.on("exit", () => reject(new Error(`The Login server did not start\n${output()}`.trim())));
  });
  return { server, baseUrl };
}
