// Copies of the examples, with the packed package in place of this folder's, and what their READMEs say to type.

import { cp, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { root } from "../../scripts/lib/run.js";
import { makeWorkshop, pack } from "../package/lib/package.js";

const workshop = await makeWorkshop();
let tarball;

/** Copies an example into a folder, without the results of earlier installs and builds. Returns the copy. */
export async function copyOf(name, folder = workshop) {
  const from = join(root, "examples", name);
  const app = join(folder, name);
  const leftBehind = ["node_modules", "dist", "package-lock.json", "target", "gen"];
  await cp(from, app, { recursive: true, filter: (path) => !leftBehind.includes(basename(path)) });
  tarball ??= await pack(workshop);
  const manifest = await readFile(join(app, "package.json"), "utf8");
  if (!manifest.includes('"file:../.."')) throw new Error(`${name} does not take the package from this folder`);
  await writeFile(join(app, "package.json"), manifest.replace('"file:../.."', JSON.stringify(`file:${tarball}`)));
  return app;
}

/** The commands in an example's README, each as a program and its arguments. */
export async function commandsOf(name) {
  const readme = await readFile(join(root, "examples", name, "README.md"), "utf8");
  const [, commands] = /^```sh\n(.*?)^```$/ms.exec(readme);
  return commands
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
}
