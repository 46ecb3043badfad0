// Faults of the package itself, injected into a separate build: only the faulty call ends as `internal`.
//
//   node tests/pages/healing/run.js chromium firefox

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundlePackage, compileBoth } from "../../../scripts/build.js";
import { root } from "../../../scripts/lib/run.js";
import { inBrowsers } from "../../support/browsers.js";
import { extractWasm } from "../../support/wasm.js";

const module = "/tests/pages/healing/page/calls.js";

// The published package has no faults that can be injected.
const build = "build/fault-injection";
const compiled = await compileBoth({ folder: build, features: ["fault-injection"] });
const folder = `${build}/package`;
await mkdir(join(root, folder), { recursive: true });
await bundlePackage(compiled, folder);
// tests/package/checks takes the absence of this word as proof that the published package has no such faults.
assert.ok((await extractWasm(pathToFileURL(join(root, folder, "index.js")))).includes("provoke"));
inBrowsers(async ({ call, check, open }) => {
  for (const fault of ["provoke: unreachable", "provoke: out of memory"])
    for (const when of ["at once", "with its response"])
      await check(`${fault}, ${when}: only the faulty call ends as internal`, async () => {
        await open();
        const outcomes = await call(module, "heal", `/${folder}/index.js`, fault, when);
        const [resolved, rejected] = [["resolved"], ["rejected", "", true]];
        assert.deepEqual(outcomes, {
          faulty: ["internal", "RuntimeError", true],
          rightAfter: resolved,
          pending: [resolved, rejected, ...Array(21).fill(resolved)],
          later: [resolved, rejected],
          instances: 1,
          errors: [],
        });
      });
});
