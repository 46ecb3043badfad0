// The scripts that check the project: the scheduler, the search for unused crates, and the CI's list of parts.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parts } from "../../../scripts/lib/parts.js";
import { root } from "../../../scripts/lib/run.js";
import { runTasks } from "../../../scripts/lib/schedule.js";
import { unusedIn } from "../../../scripts/lib/unused-crates.js";

/**
 * Runs tasks, two at once. Returns when they start and end, and why they fail.
 *
 * @param {any[]} tasks
 */
async function record(tasks) {
  const events = [];
  const results = await runTasks(
    tasks,
    async ({ name, fails }) => {
      events.push(`+${name}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      events.push(`-${name}`);
      if (fails) throw new Error(`${name} broke`);
    },
    2,
  );
  return { events, failures: results.map(({ task, failure }) => [task.name, failure]) };
}

test("tasks run side by side, up to a limit", async () => {
  const { events, failures } = await record([{ name: "a" }, { name: "b" }, { name: "c" }]);
  assert.deepEqual(events.slice(0, 2), ["+a", "+b"]);
  assert.ok(events.indexOf("+c") > 2);
  assert.deepEqual(failures, [
    ["a", ""],
    ["b", ""],
    ["c", ""],
  ]);
});

test("two tasks that compile run one after the other, and a third one meanwhile", async () => {
  const { events } = await record([{ name: "a", cargo: true }, { name: "b", cargo: true }, { name: "c" }]);
  assert.deepEqual(events.slice(0, 2), ["+a", "+c"]);
  assert.ok(events.indexOf("+b") > events.indexOf("-a"));
});

test("nothing runs besides a task that runs alone", async () => {
  const { events } = await record([{ name: "a" }, { name: "b", alone: "why" }, { name: "c" }]);
  const [start, end] = [events.indexOf("+b"), events.indexOf("-b")];
  assert.equal(end, start + 1);
});

test("a task waits for the build that it tests, and fails with it", async () => {
  const test = { name: "test", dist: "stable" };
  const { events, failures } = await record([test, { name: "build", builds: "stable" }, { name: "other" }]);
  assert.ok(events.indexOf("+test") > events.indexOf("-build"));
  assert.deepEqual(failures.at(0), ["test", ""]);
  const broken = await record([{ name: "build", builds: "stable", fails: true }, test]);
  assert.deepEqual(broken.events, ["+build", "-build"]);
  assert.deepEqual(broken.failures.at(1), ["test", "its build failed"]);
});

test("the release build waits for all tests of the other build", async () => {
  const release = { name: "release", builds: "release" };
  const tasks = [{ name: "a", dist: "stable" }, { name: "b" }, release, { name: "c", dist: "release" }];
  const { events } = await record(tasks);
  assert.deepEqual(events.slice(4), ["+release", "-release", "+c", "-c"]);
});

test("a crate that no source names is unused", () => {
  const crates = ["used-crate", "macros", "renamed", "unused"].map((name) => ({ name, rename: null }));
  crates.push({ name: "original", rename: "renamed" });
  const source = "use used_crate::Thing;\nmacros!(1);\nuse renamed as other;\nlet x = my_unused::y; // unused::z";
  assert.deepEqual(unusedIn(crates, source.replace(/\/\/.*/, "")), ["unused"]);
});

test("the CI runs every part that runs by default", () => {
  const listed = execFileSync("node", ["scripts/test.js", "--list", "--json"], { cwd: root, encoding: "utf8" });
  const names = parts.filter(({ onDemand }) => !onDemand).map(({ name }) => name);
  assert.deepEqual(JSON.parse(listed), names);
  assert.ok(names.length > 20);
  const workflow = readFileSync(`${root}.github/workflows/ci.yml`, "utf8");
  assert.match(workflow, /names=\$\(node scripts\/test\.js --list --json\)/);
  assert.match(workflow, /part: \$\{\{ fromJSON\(needs\.parts\.outputs\.names\) \}\}/);
  assert.match(workflow, /run: npm test -- \$\{\{ matrix\.part \}\}/);
});

test("every part has its tools, a place in tests/README.md, and a part that builds what it tests", () => {
  const readme = readFileSync(`${root}tests/README.md`, "utf8");
  for (const { name, tools } of parts) assert.ok(!tools.includes(undefined) && readme.includes(`\`${name}\``), name);
  for (const build of ["stable", "release"]) {
    assert.equal(parts.filter(({ builds }) => builds === build).length, 1);
    const first = parts.findIndex(({ builds }) => builds === build);
    assert.ok(parts.every(({ dist }, index) => dist !== build || index > first));
  }
});
