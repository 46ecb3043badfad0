// Running other programs, and saying what goes on.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Says what begins, and why if that is not plain. */
export function say(text) {
  console.log(`\n\x1b[1m▸ ${text}\x1b[0m`);
}

/** Runs a program to its end, showing what it prints. Throws when it fails. */
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
 * Starts the local Login server. Resolves when it is ready, with the server's process and base URL.
 * `settings` are its environment variables, see `tests/servers/login-server/README.md`. `quiet` shows only why it failed.
 */
export function startLoginServer(settings, { quiet = false } = {}) {
  return startServer("login-server", /Login server ready: (\S+)/, { settings, quiet });
}

/** Starts a server of this workspace. Resolves when it says that it is `ready`, and where. */
export async function startServer(name, ready, { settings = {}, quiet = false } = {}) {
  await run("cargo", ["build", "--quiet", "--package", name]);
  const server = spawn(join(root, "target", "debug", name), {
    stdio: ["ignore", "pipe", quiet ? "pipe" : "inherit"],
    env: { ...process.env, ...settings },
  });
  const baseUrl = await new Promise((resolve, reject) => {
    let output = "";
    let errors = "";
    server.stderr?.setEncoding("utf8").on("data", (text) => (errors += text));
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
