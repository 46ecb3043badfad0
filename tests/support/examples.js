// Copies of the examples, with the packed package in place of this folder's, and the commands of their READMEs.

import { cp, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { root } from "../../scripts/lib/run.js";
import { pack } from "./pack.js";
import { makeTempDir } from "./process.js";

const tempDir = await makeTempDir();
let tarball;

/** Copies an example into a folder, without the results of earlier installs and builds. Returns the copy. */
export async function copyExample(name, folder = tempDir) {
  const from = join(root, "examples", name);
  const app = join(folder, name);
  const excluded = ["node_modules", "dist", "package-lock.json", "target", "gen"];
  await cp(from, app, { recursive: true, filter: (path) => !excluded.includes(basename(path)) });
  tarball ??= await pack(tempDir);
  const manifest = await readFile(join(app, "package.json"), "utf8");
  if (!manifest.includes('"file:../.."')) throw new Error(`${name} does not take the package from this folder`);
  await writeFile(join(app, "package.json"), manifest.replace('"file:../.."', JSON.stringify(`file:${tarball}`)));
  return app;
}

/** The commands in an example's README, each as a program and its arguments. */
export async function commandsOf(name) {
  const readme = await readFile(join(root, "examples", name, "README.md"), "utf8");
  const [, commands] = /^```sh\n(.*?)^```$/ms.exec(readme);
  return commands.match(/.+/g).map((line) => line.split(" "));
}
