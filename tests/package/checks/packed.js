// The package as packed, for the checks.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { exec } from "../../support/process.js";
import { makeWorkshop, pack } from "../lib/package.js";

const folder = await makeWorkshop();

export const tarball = await pack(folder);
await exec(["tar", "-xf", tarball, "-C", folder]);

/** The unpacked package. */
export const packed = join(folder, "package");
export const files = (await readdir(packed, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(packed.length + 1))
  .sort();
export const read = (file) => readFile(join(packed, file), "utf8");
