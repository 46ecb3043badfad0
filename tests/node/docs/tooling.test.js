// The scripts that check the project: the scheduler, the search for unused crates, and the CI's list of parts.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parts } from "../../../scripts/lib/parts.js";
import { root } from "../../../scripts/lib/run.js";
import { runTasks } from "../../../scripts/lib/schedule.js";
import { unusedIn } from "../../../scripts/lib/unused-crates.js";

/** Tasks that record when they start and end. */
function recorder() {
  const events = [];
  const task = (name, rest = {}) => ({
    name,
    async run() {
      events.push(`+${name}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      events.push(`-${name}`);
      if (rest.fails) throw new Error(`${name} broke`);
    },
    ...rest,
  });
  return { events, task };
}

test("tasks run side by side, up to a limit", async () => {
  const { events, task } = recorder();
  const results = await runTasks([task("a"), task("b"), task("c")], 2);
  assert.deepEqual(events.slice(0, 2), ["+a", "+b"]);
  assert.ok(events.indexOf("+c") > 2);
  assert.deepEqual(
    results.map(({ name, failure }) => [name, failure]),
    [
      ["a", ""],
      ["b", ""],
      ["c", ""],
    ],
  );
});

test("two tasks with a common lock run one after the other, and a third one meanwhile", async () => {
  const { events, task } = recorder();
  await runTasks([task("a", { locks: ["cargo"] }), task("b", { locks: ["cargo"] }), task("c")], 2);
  assert.deepEqual(events.slice(0, 2), ["+a", "+c"]);
  assert.ok(events.indexOf("+b") > events.indexOf("-a"));
});

test("nothing runs besides a task that runs alone", async () => {
  const { events, task } = recorder();
  await runTasks([task("a"), task("b", { alone: true }), task("c")], 2);
  const [start, end] = [events.indexOf("+b"), events.indexOf("-b")];
  assert.equal(end, start + 1);
});

test("a task waits for those before it, and fails with those that it needs", async () => {
  const { events, task } = recorder();
  const tasks = [task("a", { fails: true }), task("b", { after: ["a"] }), task("c", { needs: ["a"] })];
  const [a, b, c] = await runTasks(tasks, 2);
  assert.deepEqual(events, ["+a", "-a", "+b", "-b"]);
  assert.deepEqual([a.failure, b.failure, c.failure], ["a broke", "", "needs a, which failed"]);
});

test("tasks that wait for each other are reported", async () => {
  const { task } = recorder();
  await assert.rejects(runTasks([task("a", { after: ["b"] }), task("b", { after: ["a"] })], 2), /wait for each other/);
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

test("every part is named once, and its dependencies are parts that build", () => {
  assert.equal(new Set(parts.map(({ name }) => name)).size, parts.length);
  for (const build of ["stable", "release"]) {
    assert.equal(parts.filter(({ builds }) => builds === build).length, 1);
    const first = parts.findIndex(({ builds }) => builds === build);
    assert.ok(parts.every(({ dist }, index) => dist !== build || index > first));
  }
});
