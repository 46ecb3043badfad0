// The demo as `npm start` serves it, on free ports, for tests and pictures.

import { fork } from "node:child_process";
import { join } from "node:path";
import { collect, root } from "./run.js";

/**
 * Starts the demo and a Login server for it. Resolves when both are ready, with their origins. The demo ends with this
 * process at the latest. `quiet` shows its output only if it fails.
 */
export async function startDemo({ quiet = false } = {}) {
  const child = fork(join(root, "scripts/start.js"), {
    cwd: root,
    env: { ...process.env, PORT: "0", LOGIN_PORT: "0" },
    // Options of this process, such as `--eval`, are not meant for the child.
    execArgv: [],
    silent: quiet,
  });
  const output = collect(child);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const urls = await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`The demo did not start\n${output()}`.trim())));
  });
  return {
    ...urls,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
