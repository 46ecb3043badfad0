// A clean build in another folder makes the same bytes.

import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { join, relative } from "node:path";
import { test } from "node:test";
import { filesInGit, root } from "../../../scripts/lib/run.js";
import { exec, makeTempDir } from "../../support/process.js";

test("two builds are byte-identical", async () => {
  const copy = await makeTempDir();
  for (const file of filesInGit("")) await cp(file, join(copy, relative(root, file)), { preserveTimestamps: true });
  // Not one link to the whole folder: if the second build installed packages, it would delete the first one's.
  await mkdir(join(copy, "node_modules"));
  for (const name of await readdir(join(root, "node_modules"))) {
    await symlink(join(root, "node_modules", name), join(copy, "node_modules", name));
  }
  await exec(["node", "scripts/build.js"], { cwd: copy, env: { CARGO_TARGET_DIR: join(copy, "target") } });
  // It fails, and names the files that differ.
  await exec(["diff", "--recursive", "--brief", join(root, "dist"), join(copy, "dist")]);
});
