// The guides hold nothing that is not tried.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { readSnippets } from "../lib/guides.js";
import { trials } from "../trials.js";

const folder = new URL("../../../docs/guides/", import.meta.url);

test("every snippet is part of a trial", async () => {
  const used = new Set(trials.flatMap(({ snippets = [], policy }) => [...snippets, ...(policy ? ["policy.txt"] : [])]));
  assert.deepEqual([...(await readSnippets()).keys()].filter((name) => !used.has(name)), []);
});

test("every snippet has a name, but for what is typed into a shell", async () => {
  for (const guide of await readdir(folder)) {
    const text = await readFile(new URL(guide, folder), "utf8");
    const fences = [...text.matchAll(/^```(.*)$/gm)].filter((_, index) => index % 2 === 0).map(([, info]) => info);
    assert.deepEqual(fences.filter((info) => info !== "sh" && !/^\w+ \S+$/.test(info)), [], guide);
  }
});
