// Builds the package with faults that can be injected: `build/trap-for-tests/package/`. The published one has none.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { bundlePackage } from "../../../scripts/build.js";
import { root } from "../../../scripts/lib/run.js";
import { compile } from "../../../scripts/lib/wasm.js";

const folder = "build/trap-for-tests";

/** Returns the folder. */
export async function buildWithFaults() {
  const compiled = await compile({ folder, features: ["trap-for-tests"] });
  await mkdir(join(root, folder, "package"), { recursive: true });
  await bundlePackage(compiled, `${folder}/package`);
  return `${folder}/package`;
}
