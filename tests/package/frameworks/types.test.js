// The types of the forms in TSX, templates and markup: each framework's checker accepts what works, and rejects mistakes.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { examples } from "./examples.js";
import { makeApp, runIn } from "./lib/app.js";

// The files called `wrong` hold mistakes, each after a comment that expects an error: a checker rejects a needless one.
for (const [name, ...checker] of [
  ["react", "tsc"],
  ["react18", "tsc"],
  ["preact", "tsc"],
  ["preact10", "tsc"],
  ["solid", "tsc"],
  ["vue", "vue-tsc"],
  ["angular", "ngc", "--noEmit"],
]) {
  test(`${name}: right use and the guide's example compile, and mistakes do not`, async () => {
    const sources = name === "preact10" ? "preact" : name;
    const app = await makeApp(name, { sources, snippets: examples[sources]?.snippets });
    const { isFine, output } = await runIn(app, checker);
    assert.ok(isFine, output);
  });
}

// Markup has no comment that expects an error: there is one mistake in each of the lines from the third on.
for (const [name, mistakes] of Object.entries({ svelte: 9, svelte4: 3 })) {
  test(`${name}: right use and the guide's example compile, and mistakes do not`, async () => {
    const app = await makeApp(name, { snippets: examples[name]?.snippets });
    const { output } = await runIn(app, ["svelte-check", "--output", "machine"]);
    const problems = [...output.matchAll(/ (?:ERROR|WARNING) "(.*?)" (\d+):/g)].map(
      ([, file, line]) => `${file} ${line}`,
    );
    assert.deepEqual(
      problems,
      Array.from({ length: mistakes }, (_, index) => `src/Wrong.svelte ${index + 3}`),
      output,
    );
  });
}

test("angular: without CUSTOM_ELEMENTS_SCHEMA, the element is unknown", async () => {
  const app = await makeApp("angular");
  const { isFine, output } = await runIn(app, ["ngc", "--noEmit", "--project", "tsconfig.without-schema.json"]);
  assert.ok(!isFine);
  assert.match(output, /NG8001.*password-reset-form/);
});

for (const [resolution, module] of [
  ["node10", "es2022"],
  ["node16", "node16"],
]) {
  test(`react: the types are found by ${resolution}, also from CommonJS`, async () => {
    const app = await makeApp("react");
    await mkdir(join(app, "commonjs"));
    await writeFile(join(app, "commonjs/package.json"), '{"type":"commonjs"}');
    for (const file of ["right.tsx", "wrong.tsx"])
      await writeFile(join(app, "commonjs", file), await readFile(join(app, "src", file)));
    const files = ["src/right.tsx", "src/wrong.tsx", "commonjs/right.tsx", "commonjs/wrong.tsx"];
    const options = [
      "--module",
      module,
      "--moduleResolution",
      resolution,
      "--target",
      "es2022",
      "--jsx",
      "react-jsx",
      "--strict",
      "--noEmit",
    ];
    const { isFine, output } = await runIn(app, ["tsc", ...options, ...files]);
    assert.ok(isFine, output);
  });
}
