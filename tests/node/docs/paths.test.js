// The files that the documentation names exist.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { test } from "node:test";
import { filesInGit, root } from "../../../scripts/lib/run.js";

const folders = "bench|docs|examples|findings|js|scripts|src|tests|www";
const sources = new Set(filesInGit(".rs").map((file) => basename(file)));

/** The files and folders of this repository that code in a text names, without placeholders. */
function named(code) {
  return code
    .flatMap((text) => text.match(new RegExp(`\\b(?:(?:${folders})/[\\w./-]*|\\w+\\.rs\\b)`, "g")) ?? [])
    .filter((path) => !/[<*]/.test(path));
}

/** The paths among the code in the README of a folder, except for files that a build makes. */
const namedInFolder = (code) =>
  code.filter((text) =>
    /^(?!dist\/)([\w.-]+\/)*[\w.-]+(\/|\.(c?js|jsx|ts|rs|py|md|json|html|css|toml|ya?ml))$/.test(text),
  );

/** Files are named by their path, Rust files also by their name; in the README of a folder also relative to it. */
const exists = (path, folder = root) =>
  existsSync(join(root, path)) || existsSync(join(folder, path)) || sources.has(path);

test("the paths in Markdown exist", async () => {
  let count = 0;
  for (const file of filesInGit(".md")) {
    if (file.endsWith("CHANGELOG.md")) continue;
    const text = (await readFile(file, "utf8")).replace(/^```.*?^```/gms, "");
    const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code).filter((code) => !code.includes("<"));
    const isAboutRepository = !relative(root, file).includes("/") || file.startsWith(join(root, "docs/"));
    const paths = isAboutRepository ? named(code) : namedInFolder(code);
    count += paths.length;
    assert.deepEqual(
      paths.filter((path) => !exists(path, dirname(file))),
      [],
      relative(root, file),
    );
  }
  assert.ok(count > 120, String(count));
});

test("HTML in Markdown refers to files that exist, and every other host is called with https", async () => {
  let count = 0;
  for (const file of filesInGit(".md")) {
    const text = (await readFile(file, "utf8")).replace(/^```.*?^```|`[^`\n]+`/gms, "");
    const links = [...text.matchAll(/\s(?:src|srcset|href)="([^"]+)"/g)].map(([, link]) => link);
    count += links.length;
    const missing = links.filter((link) => !link.includes(":") && !existsSync(join(dirname(file), link)));
    const plain = text.match(/\bhttp:\/\/(?!(?:localhost|127\.0\.0\.1)\b)[^\s)>]+/g) ?? [];
    assert.deepEqual([...missing, ...plain], [], relative(root, file));
  }
  assert.ok(count > 1, String(count));
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
  const folder = join(root, "tests/package");
  assert.deepEqual(
    namedInFolder(["gone.js", "cases.js", "checks/", "gone/", "dist/gone.js", "npm test"]).filter(
      (path) => !exists(path, folder),
    ),
    ["gone.js", "gone/"],
  );
});

/** The lines that a merge with conflicts adds: seven `<` or `>` at the start. */
const mergeMarker = /^(<{7}|>{7})( |$)/m;

test("no file has the markers of a merge", async () => {
  const read = async (file) => ({ path: relative(root, file), bytes: await readFile(file) });
  const files = await Promise.all(filesInGit("").map(read));
  // As in git, a file with a zero byte is not text.
  const texts = files.filter(({ bytes }) => !bytes.includes(0));
  assert.ok(texts.length > 300, String(texts.length));
  const marked = texts.filter(({ bytes }) => mergeMarker.test(bytes.toString()));
  assert.deepEqual(
    marked.map(({ path }) => path),
    [],
  );
});

test("the markers of a merge are found at the start of a line only", () => {
  for (const marker of ["<".repeat(7), ">".repeat(7)]) {
    assert.match(`text\n${marker} branch\ntext`, mergeMarker);
    assert.doesNotMatch(`text ${marker} branch`, mergeMarker);
  }
});
