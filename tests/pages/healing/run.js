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
import { serve } from "../../support/server.js";
import { extractWasm } from "../../support/wasm.js";

const module = "/tests/pages/healing/page/calls.js";
const faults = ["provoke: unreachable", "provoke: out of memory"];

// The published package has no faults that can be injected.
const build = "build/fault-injection";
const compiled = await compileBoth({ folder: build, features: ["fault-injection"] });
const folder = `${build}/package`;
await mkdir(join(root, folder), { recursive: true });
await bundlePackage(compiled, folder);
// tests/package/checks takes the absence of this word as proof that the published package has no such faults.
assert.ok((await extractWasm(pathToFileURL(join(root, folder, "index.js")))).includes("provoke"));
const site = await serve(root);
await inBrowsers(process.argv.slice(2), async (browser) => {
  for (const fault of faults) {
    for (const when of ["at once", "with its response"]) {
      await browser.open(`${site.url}tests/support/page/index.html`);
      const outcomes = await browser.call(module, "heal", `/${folder}/index.js`, fault, when);
      const { pending, faulty, rightAfter, ...after } = outcomes;
      const internal = ["internal", "RuntimeError", true];
      const rejected = ["rejected", "", true];
      const ends = Array(23).fill(["resolved"]);
      ends[1] = rejected;
      assert.deepEqual(pending, ends, `${fault}, ${when}: the pending calls`);
      assert.deepEqual(faulty, internal, `${fault}, ${when}: the call itself`);
      assert.deepEqual(rightAfter, ["resolved"], `${fault}, ${when}: the next call`);
      assert.deepEqual(
        after,
        { later: [["resolved"], rejected], instances: 1, errors: [] },
        `${fault}, ${when}: the calls afterwards`,
      );
    }
  }
  console.log(
    `✓ ${browser.name}: a trap and an instance out of memory end their own call; 23 pending calls and the next ones have a new instance`,
  );
});
site.stop();
