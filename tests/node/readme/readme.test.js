// The snippets of the README and the guides run, and the README's table is complete.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { confirmPasswordReset, isPasswordResetError, requestPasswordReset } from "xsolla-password-reset";
import { readSnippets } from "../../support/snippets.js";
import { runs } from "./runs.js";

const read = (path) => readFile(new URL(`../../../${path}`, import.meta.url), "utf8");
const snippets = await readSnippets();

for (const [name, run] of Object.entries(runs)) {
  test(name, () => run(snippets.get(name)));
}

test("the README names every kind", async () => {
  const [readme, types] = [await read("README.md"), await read("src/browser/types.ts")];
  const kinds = [...types.matchAll(/kind: "(\w+)"/g)].map(([, kind]) => kind);
  assert.equal(kinds.length, 9);
  for (const kind of kinds) assert.ok(readme.includes(`\`${kind}\``), kind);
});

test("the number of languages is right", async () => {
  const { languages } = await import("xsolla-password-reset/messages");
  for (const path of ["README.md", "CHANGELOG.md", "docs/getting-started.md", "docs/architecture.svg"])
    assert.ok((await read(path)).includes(`${languages.length} languages`), path);
});

/** The options that an interface in src/browser/api.ts has, with those of both calls. */
async function optionsIn(name) {
  const types = await read("src/browser/api.ts");
  const body = (name) => new RegExp(`interface ${name} .*?\\{\n(.*?)\n\\}`, "s").exec(types)[1];
  return [...`${body("CallOptions")}\n${body(name)}`.matchAll(/^ {2}(\w+)\??:/gm)].map(([, option]) => option).sort();
}

/** @type {[call: (options: any) => Promise<void>, name: string][]} */
const calls = [
  [requestPasswordReset, "RequestPasswordResetOptions"],
  [confirmPasswordReset, "ConfirmPasswordResetOptions"],
];

for (const [call, name] of calls) {
  test(`the types have every option that is read, and no other: ${name}`, async () => {
    const reads = new Set();
    const options = new Proxy(
      {},
      {
        get(_, key) {
          if (typeof key === "string") reads.add(key);
        },
      },
    );
    await assert.rejects(call(options), (error) => isPasswordResetError(error) && error.kind === "invalid_input");
    assert.deepEqual([...reads].sort(), await optionsIn(name));
  });
}
