// The files that the documentation names exist.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { test } from "node:test";
import { filesInGit } from "../../../scripts/lib/links.js";
import { root } from "../../../scripts/lib/run.js";

const folders = "bench|docs|examples|js|scripts|src|tests|www";
const sources = new Set(filesInGit(".rs").map((file) => basename(file)));

/** The files and folders of this repository that code in a text names, without placeholders. */
function named(code) {
  return code
    .flatMap((text) => text.match(new RegExp(`\\b(?:(?:${folders})/[\\w./-]*|\\w+\\.rs\\b)`, "g")) ?? [])
    .filter((path) => !/[<*]/.test(path));
}

/** Files are named by their path, Rust files also by their name. */
const exists = (path) => existsSync(join(root, path)) || sources.has(path);

test("the paths in Markdown exist", async () => {
  let count = 0;
  for (const file of filesInGit(".md")) {
    // The READMEs of folders name files next to them.
    const isAboutRepository = !relative(root, file).includes("/") || file.startsWith(join(root, "docs/"));
    if (!isAboutRepository || file.endsWith("CHANGELOG.md")) continue;
    const text = (await readFile(file, "utf8")).replace(/^```.*?^```/gms, "");
    const paths = named(
      [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code).filter((code) => !code.includes("<")),
    );
    count += paths.length;
    assert.deepEqual(
      paths.filter((path) => !exists(path)),
      [],
      relative(root, file),
    );
  }
  assert.ok(count > 30, String(count));
});

test("the paths in architecture.svg exist", async () => {
  const picture = await readFile(join(root, "docs/architecture.svg"), "utf8");
  const paths = named([...picture.matchAll(/class="code"[^>]*>([^<]+)</g)].map(([, text]) => text));
  assert.ok(paths.length > 10, String(paths.length));
  assert.deepEqual(
    paths.filter((path) => !exists(path)),
    [],
  );
});

test("a missing file is reported", () => {
  assert.deepEqual(
    named(["src/gone.rs", "`js/`", "gone.rs, error.rs"]).filter((path) => !exists(path)),
    ["src/gone.rs", "gone.rs"],
  );
});
