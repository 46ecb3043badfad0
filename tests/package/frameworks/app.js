// Small apps, one for each framework, with the packed package installed.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printStep } from "../../../scripts/lib/run.js";
import { cacheFolder } from "../../../scripts/lib/tools.js";
import { pack } from "../../support/pack.js";
import { exec, makeTempDir } from "../../support/process.js";
import { readSnippets } from "../../support/snippets.js";
import { frameworks } from "./frameworks.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));
const tempDir = await makeTempDir();
const unpacked = join(tempDir, "package");
await exec(["tar", "-xf", await pack(tempDir), "-C", tempDir]);

/**
 * Installs the packages of a framework, unless they are in the cache. Returns where they are. Most frameworks are workspaces
 * that share a lock file.
 */
async function install(name) {
  const folder = frameworks[name].ownLock ? name : "";
  const lock = join(fixtures, folder, "package-lock.json");
  const key = createHash("sha256").update(readFileSync(lock)).digest("hex").slice(0, 12);
  const cached = join(cacheFolder, `frameworks-${key}`);
  if (existsSync(cached) && !process.env.RELOCK) return cached;
  printStep(
    `Installing the compilers and checkers of ${folder || "the frameworks"}, in the versions of their lock file: to test the types of the forms`,
  );
  // Renamed when complete: an interrupted installation is not taken for a whole one.
  const partial = `${cached}.${process.pid}`;
  const workspaces = folder ? [] : Object.keys(frameworks).filter((one) => !frameworks[one].ownLock);
  await writeManifest(partial, folder ? manifestOf(name) : { private: true, workspaces: workspaces.sort() });
  for (const one of workspaces) await writeManifest(join(partial, one), { name: `app-${one}`, ...manifestOf(one) });
  await cp(lock, join(partial, "package-lock.json"));
  const npm = (...args) => exec(["npm", ...args, "--no-audit", "--no-fund", "--prefer-offline"], { cwd: partial });
  if (process.env.RELOCK) {
    await npm("install", "--package-lock-only");
    await cp(join(partial, "package-lock.json"), lock);
  }
  await npm("ci", "--ignore-scripts");
  await rename(partial, cached).catch((error) => {
    if (!existsSync(cached)) throw error;
  });
  await rm(partial, { recursive: true, force: true });
  return cached;
}

const manifestOf = (name) => ({ private: true, type: "module", devDependencies: frameworks[name].packages });

async function writeManifest(folder, manifest) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
}

/** Links the packages of one `node_modules` into another, in place of those with the same names. */
async function linkPackages(from, to) {
  if (!existsSync(from)) return;
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from)) {
    if (entry.startsWith("@") || entry === ".bin") {
      await linkPackages(join(from, entry), join(to, entry));
      continue;
    }
    await rm(join(to, entry), { force: true });
    await symlink(join(from, entry), join(to, entry));
  }
}

let count = 0;

/** Makes an app. Returns its folder. */
export async function makeApp(name) {
  const { config, snippets, ownLock, copies = {}, adapter = "adapter" } = frameworks[name];
  const app = join(tempDir, `${name}-${count++}`);
  await writeManifest(app, manifestOf(name));
  await cp(join(fixtures, name), app, { recursive: true });
  const modules = join(app, "node_modules");
  const installed = await install(name);
  await linkPackages(join(installed, "node_modules"), modules);
  if (!ownLock) await linkPackages(join(installed, name, "node_modules"), modules);
  await cp(unpacked, join(modules, "xsolla-password-reset"), { recursive: true });

  const write = (file, text) => writeFile(join(app, file), text);
  const read = (file) => readFile(join(fixtures, file), "utf8");
  await write("tsconfig.json", JSON.stringify({ include: ["*"], ...config }));
  await write("index.html", (await read("index.html")).replace("/adapter", `/${adapter}`));
  for (const [file, source] of Object.entries(copies)) await write(file, await read(source));
  if (name.startsWith("preact")) {
    const source = await read("react/right.tsx");
    await write("right.tsx", source.replace('"react"', '"preact/hooks"').replace("reset/react", "reset/preact"));
  }
  const all = await readSnippets();
  const files = Array.isArray(snippets) ? Object.fromEntries(snippets.map((file) => [file, file])) : snippets;
  for (const [file, snippet] of Object.entries(files)) {
    if (!all.has(snippet)) throw new Error(`No guide has a snippet called ${snippet}`);
    await write(file, all.get(snippet));
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
