// The unpacked tarball, for the checks.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pack } from "../../support/pack.js";
import { exec, makeTempDir } from "../../support/process.js";

const folder = await makeTempDir();

export const tarball = await pack(folder);
await exec(["tar", "-xf", tarball, "-C", folder]);

/** The unpacked package. */
export const packed = join(folder, "package");
export const files = (await readdir(packed, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(packed.length + 1))
  .sort();
export const read = (file) => readFile(join(packed, file), "utf8");
