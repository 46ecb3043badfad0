// The demo as `npm start` serves it, on free ports, for tests and pictures.

import { fork } from "node:child_process";
import { join } from "node:path";
import { root } from "./run.js";

/**
 * Starts the demo with a Login server of its own. Resolves when both are ready, with the origin of each. The demo ends
 * with this process at the latest. `quiet` shows its output only if it fails.
 */
export async function startDemo({ quiet = false } = {}) {
  const child = fork(join(root, "scripts/start.js"), {
    cwd: root,
    env: { ...process.env, PORT: "0", LOGIN_PORT: "0" },
    // Those of this process, such as `--eval`, are not meant for it.
    execArgv: [],
    silent: quiet,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const urls = await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`The demo did not start\n${output}`.trim())));
  });
  return {
    ...urls,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
