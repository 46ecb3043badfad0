// The demo as `npm start` serves it, on free ports, for tests and pictures.

import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { collect, root } from "./run.js";

/**
 * Starts the demo and a Login server for it. Resolves when both are ready, with their origins. The demo ends with this
 * process at the latest. `quiet` shows its output only if it fails.
 */
export async function startDemo({ quiet = false } = {}) {
  // Options of this process, such as `--eval`, are not meant for the child.
  const options = { cwd: root, env: { ...process.env, PORT: "0", LOGIN_PORT: "0" }, execArgv: [], silent: quiet };
  const child = fork(join(root, "scripts/start.js"), options);
  const output = collect(child);
  const ended = once(child, "exit");
  const failed = ended.then(() => {
    throw new Error(`The demo did not start\n${output()}`.trim());
  });
  const [urls] = await Promise.race([once(child, "message"), failed]);
  const stop = () => child.kill() && ended;
  return { ...urls, stop };
}
