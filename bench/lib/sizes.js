// What each client weighs, and what is published.

import { readdirSync, readFileSync } from "node:fs";
import { clients } from "../clients.js";
import { bundle, file } from "./bundle.js";

const dist = new URL("../../dist/", import.meta.url);

/** The bundles by name, and the rows of the table: bytes of each client, the lightest first. */
export async function measureSizes() {
  const bundles = {};
  const rows = [];
  for (const { name, title, package: of } of clients) {
    bundles[name] = await bundle(name);
    const folder = name === "ours" ? "../../" : of && `../node_modules/${of}/`;
    rows.push({ name, title, version: versionOf(folder), ...bundles[name].sizes });
  }
  return { bundles, rows: rows.sort((a, b) => a.brotli - b.brotli) };
}

function versionOf(folder) {
  if (!folder) return "";
  const { version } = JSON.parse(readFileSync(new URL(`${folder}package.json`, import.meta.url), "utf8"));
  return version.replace(/^v/, "");
}

/** Bytes of the published files; of the languages, the largest. `stable` are those of the build with stable Rust. */
export function publishedSizes(stable) {
  const sizes = (path) => file(new URL(path, dist)).sizes;
  const languages = readdirSync(new URL("messages/", dist)).filter((name) => name.endsWith(".js"));
  const largest = languages.map((name) => sizes(`messages/${name}`)).sort((a, b) => b.brotli - a.brotli)[0];
  return [
    { name: "dist/index.js", ...sizes("index.js") },
    {
      name: "dist/index.js, built with stable Rust",
      raw: stable.bytes,
      gzip: stable["gzip -9"],
      brotli: stable["brotli 11"],
    },
    { name: "dist/forms.js", ...sizes("forms.js") },
    { name: `dist/messages/, the largest of ${languages.length}`, ...largest },
  ];
}
