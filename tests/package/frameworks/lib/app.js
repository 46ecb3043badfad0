// Small apps, one for each framework, with the packed package installed.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printStep } from "../../../../scripts/lib/run.js";
import { cacheFolder } from "../../../../scripts/lib/tools.js";
import { pack } from "../../../support/pack.js";
import { exec } from "../../../support/process.js";
import { readSnippets } from "../../../support/snippets.js";
import { makeTempDir } from "../../../support/temp-dir.js";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const tempDir = await makeTempDir();
const unpacked = join(tempDir, "package");
await exec(["tar", "-xf", await pack(tempDir), "-C", tempDir]);

/** Installs the packages of a fixture's lock file, unless they are in the cache. Returns their folder. */
async function installed(name) {
  const lock = join(fixtures, name, "package-lock.json");
  const key = createHash("sha256").update(readFileSync(lock)).digest("hex").slice(0, 12);
  const folder = join(cacheFolder, `${name}-${key}`);
  if (!existsSync(folder)) {
    printStep(
      `Installing the compiler and checker for ${name}, in the versions of its lock file: to test the types of the forms`,
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

/** Preact takes the JSX of React: its apps have React's `src`, with Preact's imports. */
async function copyReactSources(app) {
  await cp(join(fixtures, "react/src"), join(app, "src"), { recursive: true });
  const file = join(app, "src/right.tsx");
  const source = await readFile(file, "utf8");
  await writeFile(
    file,
    source.replace('from "react"', 'from "preact/hooks"').replace("password-reset/react", "password-reset/preact"),
  );
}

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
  const app = join(tempDir, `${name}-${count++}`);
  for (const folder of ["shared", sources]) await cp(join(fixtures, folder), app, { recursive: true });
  if (sources === "preact") await copyReactSources(app);
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

/**
 * Runs a program that an app has installed. Returns what it printed, and whether it succeeded.
 *
 * @param {string} app
 * @param {string[]} command
 */
export async function runIn(app, [program, ...args]) {
  try {
    return { isFine: true, output: await exec([join(app, "node_modules/.bin", program), ...args], { cwd: app }) };
  } catch ({ message }) {
    return { isFine: false, output: message };
  }
}
