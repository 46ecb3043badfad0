// The types of the forms in TSX, templates and markup: each framework's checker accepts what works, and rejects mistakes.

import assert from "node:assert/strict";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { makeApp } from "./app.js";
import { frameworks } from "./frameworks.js";

/** An error or a warning of TypeScript or of svelte-check. */
const problem = /^(?<file>\S+)\((?<line>\d+),\d+\): error| (?:ERROR|WARNING) "(?<file2>.*?)" (?<line2>\d+):/gm;

/** Expects that a checker finds every mistake of these files, which are in the lines from the second on, and nothing else. */
async function expectMistakes(checking, mistakes, files) {
  const output = await checking.catch(({ message }) => message);
  const found = [...output.matchAll(problem)].map(
    ([, file, line, file2, line2]) => `${file ?? file2} ${line ?? line2}`,
  );
  const expected = files.flatMap((file) => mistakes.map((_, index) => `${file} ${index + 2}`));
  assert.deepEqual([...new Set(found)].sort(), expected.sort(), output);
}

for (const [name, { checker, wrong, mistakes }] of Object.entries(frameworks)) {
  test(`${name}: right use and the guide's example compile, and mistakes do not`, async () => {
    const checking = (await makeApp(name)).run(checker);
    // Angular's are marked, because its compiler accepts everything in a template.
    await (wrong ? expectMistakes(checking, Object.keys(mistakes), [wrong]) : checking);
  });
}

test("angular: without CUSTOM_ELEMENTS_SCHEMA, the element is unknown", async () => {
  const app = await makeApp("angular");
  const file = join(app.folder, "right.ts");
  await writeFile(file, (await readFile(file, "utf8")).replace("schemas: [CUSTOM_ELEMENTS_SCHEMA],", ""));
  await assert.rejects(app.run("ngc --noEmit"), /NG8001.*password-reset-form/);
});

for (const [resolution, module] of [
  ["node10", "es2022"],
  ["node16", "node16"],
]) {
  test(`react: the types are found by ${resolution}, also from CommonJS`, async () => {
    const { folder, run } = await makeApp("react");
    await mkdir(join(folder, "commonjs"));
    await writeFile(join(folder, "commonjs/package.json"), '{"type":"commonjs"}');
    for (const file of ["right.tsx", "wrong.tsx"]) await cp(join(folder, file), join(folder, "commonjs", file));
    const options = `--module ${module} --moduleResolution ${resolution} --target es2022 --jsx react-jsx --strict --noEmit`;
    const files = ["right.tsx", "wrong.tsx", "commonjs/right.tsx", "commonjs/wrong.tsx"];
    const checking = run(`tsc ${options} ${files.join(" ")}`);
    await expectMistakes(checking, Object.keys(frameworks.react.mistakes), ["wrong.tsx", "commonjs/wrong.tsx"]);
  });
}
