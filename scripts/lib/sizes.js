// Sizes of files, as they are and as servers send them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { root } from "./run.js";

/** A file's bytes and its compressed forms, by gzip -9 and brotli 11 (the default quality in Node), with their sizes. */
export function compress(raw) {
  const [gzip, brotli] = [gzipSync(raw, { level: 9 }), brotliCompressSync(raw)];
  return { raw, gzip, brotli, sizes: { raw: raw.length, gzip: gzip.length, brotli: brotli.length } };
}

/** The sizes in bytes of the scripts in `dist/`, by file name. */
export function sizes() {
  const languages = readdirSync(join(root, "dist/messages")).map((file) => `messages/${file}`);
  const scripts = ["index.js", "policy.js", "index.cjs", "index.global.js"];
  const files = [...scripts, "forms.js", "address-advice.js", "new-password-extras.js", "messages.js"];
  const modules = [...files, ...languages.filter((file) => file.endsWith(".js"))];
  return Object.fromEntries(modules.map((file) => [file, compress(readFileSync(join(root, "dist", file))).sizes]));
}

/**
 * For each file with a size limit: the limit and the size when it was last recorded, in bytes of brotli. `published` and
 * `stable` are the two builds of `dist/index.js`, `language` is the largest of `dist/messages/`, and the others are the files of
 * that name.
 *
 * @returns {Record<"published" | "stable" | "forms" | "addressAdvice" | "newPasswordExtras" | "messages" | "language", { budget: number, size: number }>}
 */
export const sizeBudget = () => JSON.parse(readFileSync(join(root, "tests/size-budget.json"), "utf8"));
