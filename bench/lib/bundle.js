// Bundles each client as an application would.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, version as esbuild } from "esbuild";

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

/** A file with its compressed forms. */
export function compress(raw) {
  const brotli = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const gzip = gzipSync(raw, { level: 9 });
  return { raw, gzip, brotli, sizes: { raw: raw.length, gzip: gzip.length, brotli: brotli.length } };
}

/** A published file as it is. */
export const file = (path) => compress(readFileSync(path));
