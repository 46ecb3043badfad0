// A second build, elsewhere and from nothing, makes the same bytes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { root } from "../../../scripts/lib/run.js";
import { exec } from "../lib/exec.js";

const copy = await mkdtemp(join(tmpdir(), "second-build-"));
after(() => rm(copy, { recursive: true, force: true }));

/** Every file in a folder, with its bytes. */
async function contents(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(await Promise.all(paths.map(async (path) => [path.slice(folder.length), await readFile(path)])));
}

test("two builds are byte-identical", async () => {
  const sources = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  for (const path of sources.split("\0").filter(Boolean)) {
    // What is deleted but not yet committed is listed too.
    await cp(join(root, path), join(copy, path), { preserveTimestamps: true }).catch((error) => assert.equal(error.code, "ENOENT", path));
  }
  // No link: what the second build does to its packages must not reach the first's.
  await cp(join(root, "node_modules"), join(copy, "node_modules"), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  await exec(["node", "scripts/build.js"], { cwd: copy, env: { CARGO_TARGET_DIR: join(copy, "target") } });

  const [first, second] = [await contents(join(root, "dist")), await contents(join(copy, "dist"))];
  assert.deepEqual([...second.keys()], [...first.keys()]);
  for (const [path, bytes] of first) assert.ok(bytes.equals(second.get(path)), `dist${path} differs`);
});
