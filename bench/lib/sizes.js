// The sizes of each client, and of the published files.

import { readdirSync, readFileSync } from "node:fs";
import { compress } from "../../scripts/lib/sizes.js";
import { clients } from "../clients.js";
import { bundle, esbuild, flags } from "./bundle.js";

const dist = new URL("../../dist/", import.meta.url);

/** The bundles by name, how they were made, and the sizes of each client in bytes, the smallest first. */
export async function measureSizes() {
  const bundles = {};
  const rows = [];
  for (const { name, title, package: of } of clients) {
    bundles[name] = await bundle(name);
    const folder = name === "ours" ? "../../" : of && `../node_modules/${of}/`;
    rows.push({ name, title, version: versionOf(folder), ...bundles[name].sizes });
  }
  return { bundles, esbuild, flags, rows: rows.sort((a, b) => a.brotli - b.brotli) };
}

function versionOf(folder) {
  if (!folder) return "";
  const { version } = JSON.parse(readFileSync(new URL(`${folder}package.json`, import.meta.url), "utf8"));
  return version.replace(/^v/, "");
}

/**
 * The sizes of the published files in bytes; of the languages, those of the largest. `stable` has the sizes of the build
 * with stable Rust. `budget` is the key in tests/size-budget.json.
 */
export function publishedSizes(stable) {
  const sizes = (path) => compress(readFileSync(new URL(path, dist))).sizes;
  const languages = readdirSync(new URL("messages/", dist)).filter((name) => name.endsWith(".js"));
  const largest = languages.map((name) => sizes(`messages/${name}`)).sort((a, b) => b.brotli - a.brotli)[0];
  return [
    { budget: "published", name: "dist/index.js", ...sizes("index.js") },
    { budget: "stable", name: "dist/index.js, built with stable Rust", ...stable },
    { budget: "forms", name: "dist/forms.js", ...sizes("forms.js") },
    { budget: "language", name: `dist/messages/, the largest of ${languages.length}`, ...largest },
  ];
}
