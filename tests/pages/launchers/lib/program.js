// Programs that show a page in an embedded engine, driven through their standard input: see `drive_qt.py`, `drive_gtk.py`.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { start, stop } from "../../../support/process.js";
import { inTime } from "./devtools.js";

/** Starts a program with a temporary home. `command` gets its path. */
export async function startInNewHome(command, env = {}) {
  const home = await mkdtemp(join(tmpdir(), "launchers-"));
  const homes = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home };
  const child = start(command(home), { stdin: "pipe", env: { ...homes, LANG: "C.UTF-8", LANGUAGE: "en", ...env } });
  return {
    child,
    async stop() {
      await stop(child);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The command for a Python program with a screen, run by one of the drivers. */
export const onScreen = (python, driver, program) => [
  "xvfb-run",
  "-a",
  "-s",
  "-screen 0 1280x1000x24",
  python,
  driver,
  ...program,
];

/** Returns a function that sends a driver one command, and resolves with the value that it reports. */
export function orders(child) {
  const pending = new Map();
  let count = 0;
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { id, value, error } = JSON.parse(line);
    const { resolve, reject } = pending.get(id);
    pending.delete(id);
    if (error) reject(new Error(error));
    else resolve(value);
  });
  child.once("close", (code) => {
    for (const { reject } of pending.values()) reject(new Error(`The program ended with ${code}:\n${child.output}`));
  });
  return (command) =>
    inTime(
      JSON.stringify(command),
      new Promise((resolve, reject) => {
        pending.set(++count, { resolve, reject });
        child.stdin.write(`${JSON.stringify({ id: count, ...command })}\n`);
      }),
    );
}
