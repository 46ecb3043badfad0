// Runs other programs.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Prints a step heading. */
export function printStep(text) {
  console.log(`\n\x1b[1m▸ ${text}\x1b[0m`);
}

/**
 * Runs a program to its end. Throws if it fails.
 *
 * @param {string} program
 * @param {string[]} [args]
 * @param {import("node:child_process").SpawnOptions & { env?: Record<string, string> }} [options] `env` is added to the
 *   environment; by default the program's output is shown
 * @returns {Promise<void>}
 */
export function run(program, args = [], { env = {}, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env }, ...options });
    child.on("error", (cause) => reject(new Error(`${program} could not be started: ${cause.message}`, { cause })));
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${[program, ...args].join(" ")} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/**
 * Runs a program to its end without showing its output.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string> }} [options] `env` is added to the environment
 * @returns {Promise<{ isOk: boolean, output: string }>} `output` has stdout and stderr as they came
 */
export function capture(program, args, { env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", ({ message }) => resolve({ isOk: false, output: `${program} could not be started: ${message}` }));
    child.on("close", (code) => resolve({ isOk: code === 0, output }));
  });
}

/**
 * Starts the local Login server. Resolves when it is ready, with the server's process and base URL.
 * `settings` are its environment variables, see `tests/servers/login-server/README.md`. `quiet` shows its output only if it fails.
 */
export function startLoginServer(settings, { quiet = false } = {}) {
  return startServer("login-server", /Login server ready: (\S+)/, { settings, quiet });
}

/** Starts a server of this workspace. Resolves when it prints that it is `ready`, with its process and base URL. */
async function startServer(name, ready, { settings = {}, quiet = false } = {}) {
  await run("cargo", ["build", "--quiet", "--package", name]);
  const server = spawn(join(root, "target", "debug", name), {
    stdio: ["ignore", "pipe", quiet ? "pipe" : "inherit"],
    env: { ...process.env, ...settings },
  });
  const baseUrl = await new Promise((resolve, reject) => {
    let output = "";
    let errors = "";
    server.stderr?.setEncoding("utf8").on("data", (text) => {
      errors += text;
    });
    server.stdout.setEncoding("utf8").on("data", (text) => {
      if (!quiet) process.stdout.write(text);
      output += text;
      const [, url] = ready.exec(output) ?? [];
      if (url) resolve(url);
    });
    server.on("error", reject);
    server.on("exit", () => reject(new Error(`The ${name} did not start\n${errors}`.trim())));
  });
  return { server, baseUrl };
}
