// The README and the guides hold nothing that is not tried.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { filesInGit } from "../../../scripts/lib/links.js";
import { root } from "../../../scripts/lib/run.js";
import { runs } from "../../node/readme/runs.js";
import { readSnippets } from "../../support/snippets.js";
import { pages } from "../examples/pages.js";
import { examples } from "../frameworks/examples.js";
import { trials } from "../trials.js";

const inTrials = trials.flatMap(({ snippets = [], policy, policySnippet = "policy.txt" }) => [
  ...snippets,
  ...(policy ? [policySnippet] : []),
]);
const inFrameworks = Object.values(examples).flatMap(({ snippets }) => Object.values(snippets));
/** What is run: here, in tests/node/readme, in tests/package/examples, and in tests/package/frameworks. */
const run = new Set([...inTrials, ...Object.keys(runs), ...Object.keys(pages), ...inFrameworks]);

/** The fences of a text: what stands behind the backticks, and what is inside. */
const fencesOf = (text) => [...text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map(([, info, code]) => ({ info, code }));

test("every snippet is run", async () => {
  assert.deepEqual(
    [...(await readSnippets()).keys()].filter((name) => !run.has(name)),
    [],
  );
});

test("what is run is there", async () => {
  const snippets = await readSnippets();
  assert.deepEqual(
    [...run].filter((name) => !snippets.has(name)),
    [],
  );
});

test("every snippet has a name, but for what is typed into a shell, and what a program prints", async () => {
  for (const file of filesInGit(".md")) {
    const infos = fencesOf(await readFile(file, "utf8")).map(({ info }) => info);
    assert.deepEqual(
      infos.filter((info) => info !== "sh" && info !== "" && !/^\w+ \S+$/.test(info)),
      [],
      relative(root, file),
    );
  }
});

/** Whether a command can be typed in a folder: npm's scripts and the files that it names are there. */
async function canBeTyped(command, folder) {
  const { scripts } = JSON.parse(
    await readFile(join(existsSync(join(folder, "package.json")) ? folder : root, "package.json"), "utf8"),
  );
  const [program, ...args] = command.split(" ");
  if (program === "npm") {
    const [verb, name] = args;
    if (verb === "install") return name === undefined || name === "xsolla-password-reset";
    if (verb === "run") return name in scripts;
    return ["start", "test"].includes(verb) && verb in scripts;
  }
  if (program === "node") return existsSync(join(root, args[0]));
  // The test of the example types these.
  return folder.startsWith(join(root, "examples")) || command === "cargo run -p login-server";
}

test("what is to be typed into a shell can be", async () => {
  for (const file of filesInGit(".md")) {
    for (const { info, code } of fencesOf(await readFile(file, "utf8"))) {
      if (info !== "sh") continue;
      for (const line of code.trim().split("\n")) {
        const command = line.replace(/\s*#.*/, "").trim();
        assert.ok(command === "" || (await canBeTyped(command, dirname(file))), `${relative(root, file)}: ${command}`);
      }
    }
  }
});
