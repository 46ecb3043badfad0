// `npm start` without a network: in a network namespace that has only the loopback interface.

import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const loopback = "ip link set lo up";
/** Routes every address to this machine, where a program listens. */
const everywhere = `${loopback} && ip route add local 0.0.0.0/0 dev lo`;

/** The arguments of `unshare` that run a shell command in a namespace; without root, in one for users as well. */
const inNamespace = (command) => [
  "--net",
  ...(process.getuid?.() === 0 ? [] : ["--map-root-user"]),
  "sh",
  "-c",
  command,
];

/** Why there can be no such namespace here; false if there can. */
function skipReason() {
  if (process.platform !== "linux") return "network namespaces are a part of Linux";
  const { error, status, stderr } = spawnSync("unshare", inNamespace(everywhere), { encoding: "utf8" });
  if (error) return `unshare (Debian: util-linux) cannot be started: ${error.message}`;
  return (
    status !== 0 && `no network namespace is permitted here, or ip (Debian: iproute2) is missing: ${stderr.trim()}`
  );
}
const skip = skipReason();
if (skip && process.env.CI) throw new Error(`The tests may not be skipped on CI: ${skip}`);

/** Runs a script of `offline/` in a namespace; returns its report. */
async function report(script, setUp) {
  const path = fileURLToPath(new URL(`offline/${script}`, import.meta.url));
  const { stdout } = await run("unshare", inNamespace(`${setUp} && exec "$0" "$1"`).concat(process.execPath, path), {
    timeout: 120_000,
  });
  return JSON.parse(stdout);
}

test("a player resets a password and signs in, with no network but the loopback", { skip }, async () => {
  const { isOnLine, statuses, heading } = await report("journey.js", loopback);
  assert.equal(isOnLine, false, "the browser knows that there is no network");
  assert.deepEqual(statuses, { oldPassword: 401, newPassword: 200 });
  assert.match(heading, /Welcome/);
});

test("npm start calls no other machine when everything is installed", { skip }, async () => {
  const { calls, control } = await report("calls.js", everywhere);
  assert.deepEqual(calls, []);
  assert.deepEqual(control.sort(), ["192.0.2.1:443", "lookup"], "the calls would have been seen");
});
