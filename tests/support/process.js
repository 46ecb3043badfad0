// Runs programs, each in a process group, without showing their output unless they fail; folders for them, and waiting.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How long a program may take, unless a test allows more. */
const LIMIT_MS = 300_000;
/** How long a program may take to end after SIGTERM. */
const GRACE_MS = 10_000;

/** No banners, colours, or calls home; quicker installs, without audits and messages. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: "1",
  NO_UPDATE_NOTIFIER: "1",
  CI: "1",
  NO_COLOR: "1",
  FORCE_COLOR: "0",
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_prefer_offline: "true",
};

/** The programs that run, each the leader of its process group. */
const running = new Set();
const tempDirs = [];
process.on("exit", () => {
  for (const child of running) kill(child);
  if (process.env.KEEP) console.log(["Kept:", ...tempDirs].join(" "));
  else for (const folder of tempDirs) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

/**
 * `env` is added to the environment.
 *
 * @typedef {{ cwd?: string, env?: Record<string, string>, stdin?: "ignore" | "pipe" }} Options
 */

/**
 * Starts a program, which ends with this process at the latest. `output` of the child is everything that it printed, and why
 * it did not start.
 *
 * @param {string[]} command
 * @param {Options} [options]
 */
export function start([program, ...args], { cwd, env = {}, stdin = "ignore" } = {}) {
  const spawned = spawn(program, args, {
    cwd,
    detached: true,
    stdio: [stdin, "pipe", "pipe"],
    env: { ...process.env, ...quiet, ...env },
  });
  const child = Object.assign(spawned, { output: "" });
  running.add(child);
  child.once("close", () => running.delete(child));
  child.once("error", (error) => {
    child.output += error;
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      child.output += text;
    });
  }
  return child;
}

/** Ends a program and everything that it has started. */
export function kill(child, signal = "SIGKILL") {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended.
  }
}

/** Asks a program to end, and waits until it has: some have files to delete. */
export async function stop(child) {
  if (!running.has(child)) return;
  const closed = once(child, "close");
  kill(child, "SIGTERM");
  const timer = setTimeout(kill, GRACE_MS, child);
  await closed;
  clearTimeout(timer);
}

/**
 * Runs a program to its end, and returns what it printed to stdout.
 *
 * @param {string[]} command
 * @param {Options & { limitMs?: number }} [options]
 * @returns {Promise<string>}
 */
export async function exec(command, { limitMs = LIMIT_MS, ...options } = {}) {
  const child = start(command, options);
  let stdout = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  const timer = setTimeout(kill, limitMs, child);
  const [code, signal] = await once(child, "close").finally(() => clearTimeout(timer));
  if (code === 0) return stdout;
  throw new Error(`${command.join(" ")} ended with ${signal ?? `exit code ${code}`}\n${child.output}`);
}

/**
 * Starts a server, and resolves when it responds at `url`.
 *
 * @param {string[]} command
 * @param {string} url
 * @param {Options} [options]
 */
export async function startServing(command, url, options = {}) {
  const child = start(command, options);
  const isUp = () =>
    fetch(url).then(
      (response) => response.ok,
      () => false,
    );
  const isOver = async () => child.exitCode !== null || isUp();
  if ((await holds(isOver, LIMIT_MS)) && (await isUp())) return child;
  kill(child);
  throw new Error(`${command.join(" ")} does not serve ${url}\n${child.output}`);
}

/**
 * Waits until a program has printed what a pattern matches. Returns the match.
 *
 * @param {ReturnType<typeof start>} child
 * @param {RegExp} pattern
 */
export async function printed(child, pattern) {
  const isOver = () => child.exitCode !== null || pattern.test(child.output);
  const match = (await holds(isOver)) && pattern.exec(child.output);
  if (!match) throw new Error(`${child.spawnargs.join(" ")} does not print ${pattern}\n${child.output}`);
  return match;
}

/**
 * Makes a folder that is deleted when this program ends, unless `KEEP` is set. It is outside of the project, so that
 * nothing is found in the project's `node_modules`.
 */
export async function makeTempDir() {
  const folder = await mkdtemp(join(tmpdir(), "xsolla-password-reset-"));
  tempDirs.push(folder);
  return folder;
}

/** How long something may take on a busy machine, in milliseconds. */
const WAIT_MS = 60_000;

/** Waits until a condition holds. Returns whether it did within the time limit. */
export async function holds(condition, limitMs = WAIT_MS) {
  for (const end = Date.now() + limitMs; Date.now() < end; ) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** Waits until a condition holds, and throws if it does not. */
export async function until(what, condition) {
  if (!(await holds(condition))) throw new Error(`Not within ${WAIT_MS / 1000} s: ${what}`);
}
