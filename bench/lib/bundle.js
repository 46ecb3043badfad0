// Bundles each client as an application would.

import { fileURLToPath } from "node:url";
import { build, version as esbuild } from "esbuild";
import { compress } from "../../scripts/lib/sizes.js";

export { esbuild };

export const flags = "--bundle --minify --format=esm --splitting --platform=browser --target=es2022";

/**
 * The bundle of `clients/<name>.js`, with its sizes in bytes. What a client imports only when it is needed is not in it.
 */
export async function bundle(name) {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../clients/${name}.js`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    splitting: true,
    platform: "browser",
    target: "es2022",
    outdir: "bundle",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const [[path, entry]] = Object.entries(metafile.outputs).filter(([, { entryPoint }]) =>
    entryPoint?.endsWith(`clients/${name}.js`),
  );
  if (entry.imports.some(({ kind }) => kind === "import-statement")) throw new Error(`${name} is in several files`);
  const file = outputFiles.find((file) => file.path.endsWith(path.split("/").pop()));
  return compress(Buffer.from(file.contents));
}
