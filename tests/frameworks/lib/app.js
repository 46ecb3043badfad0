// Small apps, one for each framework, with the packed package installed.

import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printStep } from "../../../scripts/lib/run.js";
import { cacheFolder } from "../../../scripts/lib/tools.js";
import { exec } from "../../package/lib/exec.js";
import { readSnippets } from "../../package/lib/guides.js";
import { makeWorkshop, pack } from "../../package/lib/package.js";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const workshop = await makeWorkshop();
const unpacked = join(workshop, "package");
await exec(["tar", "-xf", await pack(workshop), "-C", workshop]);

/** Installs the packages of a fixture's lock file, unless they are in the cache. Returns their folder. */
async function installed(name) {
  const lock = join(fixtures, name, "package-lock.json");
  const key = createHash("sha256").update(readFileSync(lock)).digest("hex").slice(0, 12);
  const folder = join(cacheFolder, `${name}-${key}`);
  if (!existsSync(folder)) {
    printStep(
      `Installing the compiler and checker for ${name}, in the versions of its lock file: the types of the forms are tried with them`,
    );
    // Renamed when complete: an interrupted installation is not taken for a whole one.
    const partial = `${folder}.${process.pid}`;
    await mkdir(partial, { recursive: true });
    for (const file of ["package.json", "package-lock.json"]) await cp(join(fixtures, name, file), join(partial, file));
    await exec(["npm", "ci", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"], { cwd: partial });
    await rename(partial, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
    await rm(partial, { recursive: true, force: true });
  }
  return join(folder, "node_modules");
}

let count = 0;

/**
 * Makes an app of a fixture and of snippets of the guides.
 *
 * @param {string} name the fixture whose packages are installed
 * @param {object} [options]
 * @param {string} [options.sources] the fixture whose sources are taken, if another one
 * @param {Record<string, string>} [options.snippets] by the file that they become
 * @returns {Promise<string>} its folder
 */
export async function makeApp(name, { sources = name, snippets = {} } = {}) {
  const modules = await installed(name);
  const app = join(workshop, `${name}-${count++}`);
  await cp(join(fixtures, sources), app, { recursive: true });
  await mkdir(join(app, "node_modules"));
  for (const entry of await readdir(modules)) await symlink(join(modules, entry), join(app, "node_modules", entry));
  await cp(unpacked, join(app, "node_modules/xsolla-password-reset"), { recursive: true });
  const all = await readSnippets();
  for (const [file, snippet] of Object.entries(snippets)) {
    if (!all.has(snippet)) throw new Error(`No guide has a snippet called ${snippet}`);
    await writeFile(join(app, file), all.get(snippet));
  }
  return app;
}

/** Runs a program that an app has installed. Returns what it printed, and whether it succeeded. */
export async function runIn(app, [program, ...args]) {
  try {
    return { isFine: true, output: await exec([join(app, "node_modules/.bin", program), ...args], { cwd: app }) };
  } catch ({ message }) {
    return { isFine: false, output: message };
  }
}
