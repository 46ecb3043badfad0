// The project's files, and other programs.

import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
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

/** Prints a step heading. */
export function printStep(text) {
  console.log(`\n\x1b[1m▸ ${text}\x1b[0m`);
}

/** Collects what a process prints. Returns a function that returns the text so far. */
export function collect({ stdout, stderr }) {
  let text = "";
  const append = (more) => {
    text += more;
  };
  for (const stream of [stdout, stderr]) stream?.setEncoding("utf8").on("data", append);
  return () => text;
}

/**
 * Runs a program to its end. If it fails, it throws an error with the `output`.
 *
 * @param {string} program
 * @param {string[]} [args]
 * @param {import("node:child_process").SpawnOptions & { env?: Record<string, string>, quiet?: boolean }} [options] `env` is
 *   added to the environment; `quiet` returns the output instead of showing it
 * @returns {Promise<string>}
 */
export function run(program, args = [], { env = {}, quiet = false, ...options } = {}) {
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

/**
 * Starts the local Login server. Resolves when it is ready, with the server's process and base URL.
 * `settings` are its environment variables, see `tests/servers/login-server/README.md`. `quiet` shows its output only if it fails.
 */
export function startLoginServer(settings, { quiet = false } = {}) {
  return startServer("login-server", /Login server ready: (\S+)/, { settings, quiet });
}

/** What this process compiles, by name. */
const compilations = new Map();

/** Compiles a server of this workspace, unless this process does so already. */
export function compileServer(name) {
  if (!compilations.has(name)) compilations.set(name, run("cargo", ["build", "--quiet", "--package", name]));
  return compilations.get(name);
}

/** Starts a server of this workspace. Resolves when it prints that it is `ready`, with its process and base URL. */
async function startServer(name, ready, { settings = {}, quiet = false } = {}) {
  await compileServer(name);
  const server = spawn(join(root, "target", "debug", name), {
    stdio: ["ignore", "pipe", quiet ? "pipe" : "inherit"],
    env: { ...process.env, ...settings },
  });
  const output = collect(server);
  if (!quiet) server.stdout.pipe(process.stdout);
  const baseUrl = await new Promise((resolve, reject) => {
    server.stdout.on("data", () => {
      const [, url] = ready.exec(output()) ?? [];
      if (url) resolve(url);
    });
    server.on("error", reject);
    server.on("exit", () => reject(new Error(`The ${name} did not start\n${output()}`.trim())));
  });
  return { server, baseUrl };
}
