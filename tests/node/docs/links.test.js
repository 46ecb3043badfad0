// The link checker finds broken links.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import {
  anchorsInMarkdown,
  brokenInHtml,
  brokenInMarkdown,
  filesInGit,
  linksInMarkdown,
} from "../../../scripts/lib/links.js";
import { makeTempDir } from "../../support/temp-dir.js";

const folder = await makeTempDir();

test("all Markdown in the repository is checked", () => {
  const files = filesInGit(".md");
  for (const name of [
    "README.md",
    "CONTRIBUTING.md",
    "docs/migration.md",
    "docs/guides/shells.md",
    "examples/yew/README.md",
  ]) {
    assert.ok(
      files.some((file) => file.endsWith(`/${name}`)),
      name,
    );
  }
});

test("links are found everywhere except in code", () => {
  const text = `
[inline](a.md#b "title") ![image](b.png) <https://example.com/c> [defined][d]
<picture><source srcset="e.png"><img src="f.png"></picture>
\`[not](this.md)\` and
\`\`\`md
[nor](that.md)
\`\`\`

[d]: https://example.com/d
`;
  const expected = ["a.md#b", "b.png", "https://example.com/c", "https://example.com/d", "e.png", "f.png"];
  assert.deepEqual(linksInMarkdown(text).sort(), expected.sort());
});

test("headings have the anchors of GitHub", () => {
  const text = "# From a `fetch` of your own\n## What's new?\n## Same\n## Same\n```sh\n# a comment\n```\n";
  assert.deepEqual([...anchorsInMarkdown(text)], ["from-a-fetch-of-your-own", "whats-new", "same", "same-1"]);
});

test("a broken link in Markdown is reported, a valid one is not", async () => {
  const page = join(folder, "page.md");
  await writeFile(join(folder, "other.md"), "# A place\n");
  const broken = ["gone.md", "other.md#nowhere", "#nor-here", "http://example.com/", "https://nohost/", "https://["];
  const right = [
    "other.md",
    "other.md#a-place",
    "#here",
    "https://example.com/",
    "http://localhost:8000",
    "mailto:a@example.com",
  ];
  for (const link of broken) {
    await writeFile(page, `# Here\n[x](${link})\n`);
    assert.equal(brokenInMarkdown([page]).length, 1, link);
  }
  await writeFile(page, `# Here\n${right.map((link) => `[x](${link})`).join("\n")}\n`);
  assert.deepEqual(brokenInMarkdown([page]), []);
});

test("a broken link in HTML is reported, a valid one is not", async () => {
  const site = join(folder, "site");
  await mkdir(join(site, "src"), { recursive: true });
  const write = (links) => writeFile(join(site, "index.html"), links.map((link) => `<a href="${link}">x</a>`).join(""));
  await writeFile(join(site, "a.html"), '<p id="impl-From%3CT%3E">');
  await writeFile(join(site, "src/lib.rs.html"), "");
  await write(["a.html", "a.html#impl-From%3CT%3E", "src/lib.rs.html#3-7", "./", "https://example.com/?a=1&amp;b=2"]);
  assert.deepEqual(brokenInHtml(site), []);
  await write(["b.html", "a.html#b", "a.html#3-7", "b/"]);
  assert.equal(brokenInHtml(site).length, 4);
});
