// Apps that install the packed package.

import { existsSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exec } from "../../support/process.js";
import { pointTo, readSnippets } from "../../support/snippets.js";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

/**
 * Makes an app of folders in `fixtures/`, each copied over the one before, of snippets of the guides, and of the packages
 * that `fixtures/packages.json` has for the last one.
 *
 * @param {object} app
 * @param {string} app.into the app's folder
 * @param {string} app.tarball
 * @param {string[]} app.layers
 * @param {Record<string, string>} [app.versions] in place of those in packages.json
 * @param {string[]} [app.snippets] by name
 * @param {string} [app.at] the folder for them
 * @param {{ projectId: string, baseUrl: string }} [app.login] the server that the snippets call
 */
export async function makeApp({ into, tarball, layers, versions = {}, snippets = [], at = ".", login }) {
  await mkdir(into, { recursive: true });
  for (const folder of layers.map((layer) => join(fixtures, layer)))
    if (existsSync(folder)) await cp(folder, into, { recursive: true });
  const { dependencies, devDependencies, ...manifest } = (await readJson(join(fixtures, "packages.json")))[
    layers.at(-1)
  ];
  manifest.private = true;
  manifest.devDependencies = { ...devDependencies, ...versions };
  manifest.dependencies = { ...dependencies, "xsolla-password-reset": `file:${tarball}` };
  await writeFile(join(into, "package.json"), JSON.stringify(manifest, null, 2));
  await exec(["npm", "install", "--no-audit", "--no-fund", "--prefer-offline"], { cwd: into });

  const all = await readSnippets();
  for (const name of snippets) {
    if (!all.has(name)) throw new Error(`No guide has a snippet called ${name}`);
    await writeFile(join(into, at, name), pointTo(all.get(name), login));
  }
  await writeFile(join(into, at, "entries.js"), await importsOfAllEntries(into));
}

/** A module that imports every entry of the package except the main one, which the snippets use. */
async function importsOfAllEntries(app) {
  const names = (await entries(app)).filter((entry) => entry !== ".").map((entry) => entry.slice(2));
  return [
    ...names.map((name) => `import * as ${name} from "xsolla-password-reset/${name}";`),
    `for (const [name, entry] of Object.entries({ ${names.join(", ")} })) {`,
    '  if (Object.keys(entry).length === 0) throw new Error(name + " exports nothing");',
    "}",
    "",
  ].join("\n");
}

/** The modules that the package exports: `.`, `./forms`, … Those for frameworks have types only. */
async function entries(app) {
  const { exports } = await readJson(join(installed(app), "package.json"));
  return Object.keys(exports).filter((entry) => exports[entry].import?.default && !entry.includes("*"));
}

/** The folder of a package that an app has installed. */
const installed = (app, name = "xsolla-password-reset") => join(app, "node_modules", name);

/** The version of a package that an app has installed. */
export async function versionOf(app, name) {
  return (await readJson(join(installed(app, name), "package.json"))).version;
}

async function readJson(path) {
  return JSON.parse(await readFile(path, "utf8"));
}
