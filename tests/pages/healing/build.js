// Builds the package with faults that can be injected: `build/fault-injection/package/`. The published one has none.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { bundlePackage, compileBoth } from "../../../scripts/build.js";
import { root } from "../../../scripts/lib/run.js";

const folder = "build/fault-injection";

/** Returns the folder. */
export async function buildWithFaults() {
  const compiled = await compileBoth({ folder, features: ["fault-injection"] });
  await mkdir(join(root, folder, "package"), { recursive: true });
  await bundlePackage(compiled, `${folder}/package`);
  return `${folder}/package`;
}
