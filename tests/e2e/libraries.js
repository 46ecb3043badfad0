// The real libraries that pages use around the forms, in the versions of the lock file.

import { fileURLToPath } from "node:url";
import { npmPackages } from "../../scripts/lib/tools.js";

const folder = fileURLToPath(new URL("libraries/", import.meta.url));

export const installLibraries = () => npmPackages({ folder, why: "libraries that pages use around the forms" });

/** Bundles a page's module with the libraries that it imports. What the demo serves stays an import. */
export async function withLibraries(contents) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: "esm",
    target: "es2022",
    external: ["/xsolla-password-reset/*"],
    logLevel: "error",
    write: false,
  });
  return outputFiles[0].text;
}
