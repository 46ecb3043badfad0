// What the files of the package weigh.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { root } from "./run.js";

/** Bytes of the scripts in `dist/`, by name: as they are, and as servers send them. */
export function sizes() {
  const languages = readdirSync(join(root, "dist/messages")).map((file) => `messages/${file}`);
  const files = ["index.js", "index.cjs", "index.global.js", "forms.js", "messages.js", ...languages];
  return Object.fromEntries(
    files.map((file) => {
      const bytes = readFileSync(join(root, "dist", file));
      const [gzip, brotli] = [gzipSync(bytes, { level: 9 }), brotliCompressSync(bytes)];
      return [file, { bytes: bytes.length, "gzip -9": gzip.length, "brotli 11": brotli.length }];
    }),
  );
}
