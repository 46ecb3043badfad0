// Running other programs, and saying what goes on.

import { spawn } from "node:child_process";
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

/** Starts a server, and waits for the line that says it is ready. Its output is shown unless `quiet`. */
export function serve(program, args, { ready, quiet = false, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, ...env },
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      if (!quiet) process.stdout.write(text);
      output += text;
      if (output.includes(ready)) resolve(child);
    });
    child.on("error", reject);
    child.on("close", (code) => reject(new Error(`${program} ended with exit code ${code} before it was ready`)));
  });
}
