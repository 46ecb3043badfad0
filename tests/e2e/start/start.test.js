// `npm start`: its ports; and without a network, in a network namespace that has only the loopback interface.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { startDemo } from "../../../scripts/lib/demo.js";
import { root } from "../../../scripts/lib/run.js";
import { exec, start, until } from "../../support/process.js";
import { listen } from "../../support/server.js";

const statusOf = (url) =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  );
/** The statuses of both servers; 0 for one that is down. */
const statusesOf = ({ demo, login }) => Promise.all([statusOf(`${demo}/`), statusOf(`${login}/mailbox.json`)]);

test("several demos run at the same time, each with its own Login server, until each is stopped", async (t) => {
  const demos = await Promise.all([1, 2, 3].map(() => startDemo({ quiet: true })));
  t.after(() => Promise.all(demos.map((demo) => demo.stop())));
  assert.equal(new Set(demos.flatMap(({ demo, login }) => [demo, login])).size, 6);
  for (const running of demos) {
    assert.deepEqual(await statusesOf(running), [200, 200]);
    assert.equal(await statusOf(running.demo.replace("localhost", "127.0.0.1")), 200);
    const settings = await (await fetch(`${running.demo}/settings.json`)).json();
    assert.deepEqual(settings, { baseUrl: `${running.login}/api` });
    const preflight = { method: "OPTIONS", headers: { Origin: running.demo, "Access-Control-Request-Method": "POST" } };
    const { headers } = await fetch(`${running.login}/api/password/reset/request`, preflight);
    assert.equal(headers.get("Access-Control-Allow-Origin"), running.demo);
    await running.stop();
    assert.deepEqual(await statusesOf(running), [0, 0]);
  }
});

test("the servers end with the program that started them, however it ends", async () => {
  const script = `
    import { startDemo } from "./scripts/lib/demo.js";
    const { demo, login } = await startDemo({ quiet: true });
    console.log(JSON.stringify({ demo, login }));
    setInterval(() => {}, 1000);`;
  const starter = start([process.execPath, "--input-type=module", "--eval", script], { cwd: root });
  await until("both servers start", () => starter.output.endsWith("\n"));
  const running = JSON.parse(starter.output);
  assert.deepEqual(await statusesOf(running), [200, 200]);
  starter.kill("SIGKILL");
  await until("both servers end", async () => String(await statusesOf(running)) === "0,0");
});

for (const name of ["PORT", "LOGIN_PORT"]) {
  test(`a ${name} that is taken is reported with the variable that changes it`, async (t) => {
    const other = await listen(() => {});
    t.after(() => other.stop());
    const taken = String(other.port);
    const env = { PORT: "0", LOGIN_PORT: "0", [name]: taken };
    const child = start([process.execPath, "scripts/start.js"], { cwd: root, env });
    const [code] = await once(child, "close");
    assert.equal(code, 1, child.output);
    assert.match(child.output, new RegExp(`Port ${taken} is taken.*\\b${name}\\b`));
  });
}

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
  const path = `tests/e2e/start/offline/${script}`;
  const command = [...inNamespace(`${setUp} && exec "$0" "$1"`), process.execPath, path];
  return JSON.parse(await exec(["unshare", ...command], { cwd: root }));
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
