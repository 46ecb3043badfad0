// Running programs quietly: what they print is shown only when they fail.

import { spawn } from "node:child_process";

/** Unless a program is known to take longer. */
const LIMIT_MS = 300_000;

/** The programs that run, each the leader of a group of processes. */
const running = new Set();
process.on("exit", () => running.forEach(end));
process.once("SIGINT", () => process.exit(130));

/** Ends a program and all that it has started. */
export function end(child) {
  running.delete(child);
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function start([program, ...args], { cwd, env = {} }) {
  const child = spawn(program, args, {
    cwd,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      NO_UPDATE_NOTIFIER: "1",
      CI: "1",
      NO_COLOR: "1",
      FORCE_COLOR: "0",
      ...env,
    },
  });
  running.add(child);
  child.output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (child.output += text));
  return child;
}

/** Runs a program to its end, and returns what it printed to stdout. */
export function exec(command, { limitMs = LIMIT_MS, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, options);
    let stdout = "";
    child.stdout.on("data", (text) => (stdout += text));
    const timer = setTimeout(() => end(child), limitMs);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      running.delete(child);
      if (code === 0) resolve(stdout);
      else reject(new Error(`${command.join(" ")} ended with ${signal ?? `exit code ${code}`}\n${child.output}`));
    });
  });
}

/** Starts a server, and resolves when it answers at `url`. */
export async function serveWith(command, url, options = {}) {
  const child = start(command, options);
  const deadline = Date.now() + LIMIT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  end(child);
  throw new Error(`${command.join(" ")} does not serve ${url}\n${child.output}`);
}
