// A clean build in another folder makes the same bytes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../../scripts/lib/run.js";
import { exec, makeTempDir } from "../../support/process.js";

const copy = await makeTempDir();

/** Every file in a folder, with its bytes. */
async function contents(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  return new Map(
    await Promise.all(
      paths.map(async (path) => /** @type {const} */ ([path.slice(folder.length), await readFile(path)])),
    ),
  );
}

test("two builds are byte-identical", async () => {
  const sources = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const path of sources.split("\0").filter(Boolean)) {
    // What is deleted but not yet committed is listed too.
    await cp(join(root, path), join(copy, path), { preserveTimestamps: true }).catch((error) =>
      assert.equal(error.code, "ENOENT", path),
    );
  }
  // Not one link to the whole folder: if the second build installed packages, it would delete the first one's.
  await mkdir(join(copy, "node_modules"));
  for (const name of await readdir(join(root, "node_modules"))) {
    await symlink(join(root, "node_modules", name), join(copy, "node_modules", name));
  }
  await exec(["node", "scripts/build.js"], { cwd: copy, env: { CARGO_TARGET_DIR: join(copy, "target") } });

  const [first, second] = [await contents(join(root, "dist")), await contents(join(copy, "dist"))];
  assert.deepEqual([...second.keys()], [...first.keys()]);
  for (const [path, bytes] of first) assert.ok(bytes.equals(second.get(path)), `dist${path} differs`);
});
