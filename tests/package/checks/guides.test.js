// Every snippet and command in the README and the guides is tested.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { filesInGit, root } from "../../../scripts/lib/run.js";
import { runs } from "../../node/readme/runs.js";
import { readSnippets } from "../../support/snippets.js";
import { cases } from "../cases.js";
import { nextToPages, pages } from "../examples/pages.js";
import { frameworks } from "../frameworks/frameworks.js";
import { snippets as onDesktop } from "../tauri/desktop.js";

const inCases = cases.flatMap(({ snippets = [], policy }) => [...snippets, policy]);
const inFrameworks = Object.values(frameworks).flatMap(({ guide, viteSnippet }) => [
  ...Object.values(guide),
  viteSnippet,
]);
const inPages = [...Object.keys(pages), ...nextToPages];
/** The snippets that are run in tests/node/readme, or in tests/package and its folders. */
const run = new Set([...Object.keys(runs), ...inCases, ...inFrameworks, ...inPages, ...onDesktop].filter(Boolean));

/** The code blocks of a text: the words after the backticks, and the code. */
const fencesOf = (text) => [...text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map(([, info, code]) => ({ info, code }));

test("every snippet is run, and no other", async () => {
  assert.deepEqual([...(await readSnippets()).keys()].sort(), [...run].sort());
});

test("every snippet has a name, except shell commands and program output", async () => {
  for (const file of filesInGit(".md")) {
    const infos = fencesOf(await readFile(file, "utf8")).map(({ info }) => info);
    assert.deepEqual(
      infos.filter((info) => info !== "sh" && info !== "" && !/^\w+ \S+$/.test(info)),
      [],
      relative(root, file),
    );
  }
});

/** Whether a command works in a folder: the npm script or the file that it names exists. */
async function exists(command, folder) {
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
  if (program === "node" || program === "bash") return existsSync(join(root, args[0]));
  // The test of the example runs these.
  return folder.startsWith(join(root, "examples")) || command === "cargo run -p login-server";
}

test("every shell command names something that exists", async () => {
  for (const file of filesInGit(".md")) {
    for (const { info, code } of fencesOf(await readFile(file, "utf8"))) {
      if (info !== "sh") continue;
      for (const line of code.trim().split("\n")) {
        const command = line.replace(/\s*#.*/, "").trim();
        assert.ok(command === "" || (await exists(command, dirname(file))), `${relative(root, file)}: ${command}`);
      }
    }
  }
});
