// Bundles the sources of this copy of the project into its `dist/`, with WebAssembly that is already compiled. Stryker runs
// this after it has inserted all mutants into the sources; an environment variable then activates one of them.

import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { bundlePackage } from "../build.js";
import { compilation } from "./engines.js";
import { bundleFormScripts } from "./forms.js";
import { root } from "./run.js";

const compiled = async (folder) => ({
  wasm: await readFile(join(root, folder, "xsolla_password_reset.wasm")),
  glue: join(root, folder, "glue.js"),
});
await rm(join(root, "dist"), { recursive: true, force: true });
await mkdir(join(root, "dist"));
await bundlePackage({ base: await compiled("build"), full: await compiled("build/full") }, "dist");
await bundleFormScripts(compilation);
