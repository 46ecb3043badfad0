// The types of the forms in TSX, templates and markup: each framework's checker accepts what works, and rejects mistakes.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { makeApp, runIn } from "./app.js";
import { frameworks } from "./frameworks.js";

// The files called `wrong` hold mistakes, each after a comment that expects an error: a checker rejects a needless one.
for (const [name, { checker }] of Object.entries(frameworks)) {
  if (!checker) continue;
  test(`${name}: right use and the guide's example compile, and mistakes do not`, async () => {
    const { isFine, output } = await runIn(await makeApp(name), checker);
    assert.ok(isFine, output);
  });
}

// Markup has no comment that expects an error: there is one mistake in each of the lines from the third on.
for (const [name, mistakes] of Object.entries({ svelte: 9, svelte4: 3 })) {
  test(`${name}: right use and the guide's example compile, and mistakes do not`, async () => {
    const { output } = await runIn(await makeApp(name), ["svelte-check", "--output", "machine"]);
    const problems = [...output.matchAll(/ (?:ERROR|WARNING) "(.*?)" (\d+):/g)].map(
      ([, file, line]) => `${file} ${line}`,
    );
    assert.deepEqual(
      problems,
      Array.from({ length: mistakes }, (_, index) => `Wrong.svelte ${index + 3}`),
      output,
    );
  });
}

test("angular: without CUSTOM_ELEMENTS_SCHEMA, the element is unknown", async () => {
  const app = await makeApp("angular");
  const component = '@Component({ selector: "app-form", template: `<password-reset-form project-id="1" />` })';
  const source = `import { Component } from "@angular/core";\n\n${component}\nexport class FormComponent {}\n`;
  await mkdir(join(app, "without-schema"));
  await writeFile(join(app, "without-schema/form.ts"), source);
  const config = { extends: "./tsconfig.json", include: ["without-schema"] };
  await writeFile(join(app, "tsconfig.without-schema.json"), JSON.stringify(config));
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
      await writeFile(join(app, "commonjs", file), await readFile(join(app, file)));
    const files = ["right.tsx", "wrong.tsx", "commonjs/right.tsx", "commonjs/wrong.tsx"];
    const options = `--module ${module} --moduleResolution ${resolution} --target es2022 --jsx react-jsx --strict --noEmit`;
    const { isFine, output } = await runIn(app, ["tsc", ...options.split(" "), ...files]);
    assert.ok(isFine, output);
  });
}
