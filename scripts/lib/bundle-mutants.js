// Bundles the sources of this copy of the project into its `dist/`, with WebAssembly that is already compiled. Stryker runs
// this after it has inserted all mutants into the sources; an environment variable then activates one of them.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundlePackage } from "../build.js";
import { bundleForms } from "./forms.js";
import { emptyFolder, root } from "./run.js";

const compiled = async (folder) => ({
  wasm: await readFile(join(root, folder, "xsolla_password_reset.wasm")),
  glue: join(root, folder, "glue.js"),
});
await emptyFolder("dist");
await bundlePackage({ base: await compiled("build"), full: await compiled("build/full") }, "dist");
await bundleForms();
