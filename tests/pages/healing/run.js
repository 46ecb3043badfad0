// The package's own faults, provoked in a build that has some: the calls under way end as `internal`, the next one works.
//
//   node tests/pages/healing/run.js chromium firefox

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../../scripts/lib/run.js";
import { inEngines } from "../../support/engines.js";
import { serve } from "../../support/server.js";
import { wasmInside } from "../../support/wasm.js";
import { buildWithFaults } from "./build.js";

const faults = ["provoke: unreachable", "provoke: out of memory"];

const folder = await buildWithFaults();
// By this the checks of the package know that what ships has none.
assert.ok((await wasmInside(pathToFileURL(join(root, folder, "index.js")))).includes("provoke"));
const site = await serve(root);
await inEngines(process.argv.slice(2), async (engine) => {
  for (const fault of faults) {
    for (const when of ["at once", "with its answer"]) {
      await engine.open(`${site.url}tests/support/page/index.html`);
      const { underWay, culprit, rightAfter, ...after } = await engine.call(
        "/tests/pages/healing/page/calls.js",
        "heal",
        `/${folder}/index.js`,
        fault,
        when,
      );
      const broken = ["internal", "RuntimeError", true];
      assert.deepEqual(underWay, Array(23).fill(broken), `${fault}, ${when}: the calls under way`);
      assert.deepEqual(culprit, broken, `${fault}, ${when}: the call itself`);
      // It was under way, or it was the next one.
      assert.ok([broken[0], "resolved"].includes(rightAfter[0]), `${fault}, ${when}: ${rightAfter}`);
      assert.deepEqual(
        after,
        { later: [["resolved"], ["rejected", "", true]], instances: 1, complaints: [] },
        `${fault}, ${when}: what comes after`,
      );
    }
  }
  console.log(
    `✓ ${engine.name}: a trap and an instance out of memory end the 23 calls under way as internal, and the next call has an instance of its own`,
  );
});
site.close();
