// Apps that install the packed package.

import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exec } from "../support/process.js";
import { pointTo, readSnippets } from "../support/snippets.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

/** TypeScript's settings: all checks, including those of the package's types. */
export const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  types: [],
};

/**
 * Makes an app.
 *
 * @param {string} into the app's folder
 * @param {import("./cases.js").TestCase} testCase
 * @param {object} from
 * @param {string} from.tarball
 * @param {{ projectId: string, baseUrl: string }} from.login the server that the snippets call
 */
export async function makeApp(into, { packages, type, layers = [], snippets = [], at = "." }, { tarball, login }) {
  await mkdir(join(into, at), { recursive: true });
  for (const layer of layers) await cp(join(fixtures, layer), into, { recursive: true });
  const devDependencies = { ...packages, "xsolla-password-reset": `file:${tarball}` };
  await writeFile(join(into, "package.json"), JSON.stringify({ private: true, type, devDependencies }, null, 2));
  await exec(["npm", "install"], { cwd: into });

  const all = await readSnippets();
  for (const name of snippets) await writeFile(join(into, at, name), pointTo(all.get(name), login));
  await writeFile(join(into, at, "entries.js"), await importsOfAllEntries(into));
}

/** A module that imports every entry of the package except the main one, which the snippets use. */
async function importsOfAllEntries(app) {
  const manifest = await readFile(join(app, "node_modules/xsolla-password-reset/package.json"), "utf8");
  // Those for frameworks have types only.
  const entries = Object.entries(JSON.parse(manifest).exports).filter(([, { import: module }]) => module?.default);
  const names = entries.map(([entry]) => entry.slice(2)).filter(Boolean);
  return [
    ...names.map((name) => `import * as ${name} from "xsolla-password-reset/${name}";`),
    `for (const [name, entry] of Object.entries({ ${names.join(", ")} })) {`,
    '  if (Object.keys(entry).length === 0) throw new Error(name + " exports nothing");',
    "}",
    "",
  ].join("\n");
}
