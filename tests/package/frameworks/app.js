// Small apps, one for each framework, with the packed package installed.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printStep } from "../../../scripts/lib/run.js";
import { cacheFolder, pathWith } from "../../../scripts/lib/tools.js";
import { pack } from "../../support/pack.js";
import { exec, makeTempDir } from "../../support/process.js";
import { readSnippets } from "../../support/snippets.js";
import { frameworks } from "./frameworks.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));
const names = Object.keys(frameworks).sort();
const manifestOf = (name) => ({ private: true, type: "module", devDependencies: frameworks[name].packages });

async function writeManifest(folder, manifest) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
}

const lock = join(fixtures, "package-lock.json");

/** Where the packages are when they are installed, which depends on their versions. */
async function cached() {
  const hash = createHash("sha256").update(await readFile(lock));
  return join(cacheFolder, `frameworks-${hash.digest("hex").slice(0, 12)}`);
}

/** Installs the packages, each framework's in a workspace, unless they are in the cache. Returns where they are. */
async function install() {
  if (existsSync(await cached()) && !process.env.RELOCK) return cached();
  printStep(
    "Installing the compilers and checkers of the frameworks, in the versions of their lock file: to test the types of the forms",
  );
  // Renamed when complete: an interrupted installation is not taken for a whole one.
  const partial = join(cacheFolder, `frameworks-${process.pid}`);
  await writeManifest(partial, { name: "frameworks", private: true, workspaces: names });
  for (const name of names) await writeManifest(join(partial, name), { name: `app-${name}`, ...manifestOf(name) });
  await cp(lock, join(partial, "package-lock.json"));
  const npm = (...args) => exec(["npm", ...args], { cwd: partial });
  if (process.env.RELOCK) {
    await npm("install", "--package-lock-only");
    await cp(join(partial, "package-lock.json"), lock);
  }
  await npm("ci", "--ignore-scripts");
  const complete = await cached();
  await rename(partial, complete).catch((error) => {
    if (!existsSync(complete)) throw error;
  });
  await rm(partial, { recursive: true, force: true });
  return complete;
}

// The apps of a framework are in a folder of its name, as its workspace is: they find the same packages.
const installed = await install();
const tempDir = await makeTempDir();
await symlink(join(installed, "node_modules"), join(tempDir, "node_modules"));
for (const name of names) {
  await mkdir(join(tempDir, name));
  const own = join(installed, name, "node_modules");
  if (existsSync(own)) await symlink(own, join(tempDir, name, "node_modules"));
}
await exec(["tar", "-xf", await pack(tempDir), "-C", tempDir]);

/** The first and the last line of a file of mistakes. */
const around = {
  tsx: ["export const wrong = <>", "</>;"],
  vue: ["<template>", "</template>"],
  svelte: ['<script lang="ts"></script>', ""],
};

/** The file of mistakes: its first line, then one line for each of them. */
function fileOf(wrong, mistakes) {
  const [first, last] = around[wrong.split(".")[1]];
  const elements = Object.keys(mistakes).map((mistake) =>
    mistake.startsWith("<") ? mistake : `<password-reset-form ${mistake}></password-reset-form>`,
  );
  return [first, ...elements, last].join("\n");
}

let count = 0;

/** Makes an app. Returns its folder, and a function that runs a command of what is installed for it. */
export async function makeApp(name) {
  const { layers, config, guide, own, wrong, mistakes, viteSnippet, viteConfig, compile } = frameworks[name];
  const folder = join(tempDir, name, String(count++));
  await writeManifest(folder, manifestOf(name));
  for (const layer of layers) await cp(join(fixtures, layer), folder, { recursive: true });
  await cp(join(tempDir, "package"), join(folder, "node_modules/xsolla-password-reset"), { recursive: true });

  const write = (file, text) => writeFile(join(folder, file), text);
  await cp(join(fixtures, "index.html"), join(folder, "index.html"));
  await write("tsconfig.json", JSON.stringify({ include: ["*"], ...config }));
  if (wrong) await write(wrong, fileOf(wrong, mistakes));
  if (layers.includes("preact")) {
    const source = await readFile(join(folder, "right.tsx"), "utf8");
    await write("right.tsx", source.replace('"react"', '"preact/hooks"').replace("reset/react", "reset/preact"));
  }
  const snippets = await readSnippets();
  for (const snippet of Object.values(guide)) await write(snippet, snippets.get(snippet));
  if (viteConfig ?? viteSnippet) await write("vite.config.js", viteConfig ?? snippets.get(viteSnippet));
  const components = Object.entries({ ...guide, ...own }).map(
    ([show, file]) => `${show}: () => import("./${compile ? `out/${file.replace(/ts$/, "js")}` : file}"),`,
  );
  await write("app.js", `export * from "./adapter.js";\nexport const components = {\n${components.join("\n")}\n};`);

  const env = pathWith(...[join(name, "node_modules"), "node_modules"].map((path) => join(installed, path, ".bin")));
  return {
    name,
    folder,
    run: (command) => exec(command.split(" "), { cwd: folder, env }),
  };
}
