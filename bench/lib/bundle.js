// Bundles each client as an application would.

import { fileURLToPath } from "node:url";
import { build, version as esbuild } from "esbuild";
import { compress } from "../../scripts/lib/sizes.js";

export { esbuild };

export const flags = "--bundle --minify --format=esm --platform=browser --target=es2022";

/** The bundle of `clients/<name>.js`, with its sizes in bytes. */
export async function bundle(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../clients/${name}.js`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return compress(Buffer.from(outputFiles[0].contents));
}
