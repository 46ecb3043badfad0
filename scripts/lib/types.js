// Bundles type declarations.

import { join } from "node:path";
import { root } from "./run.js";

/**
 * Bundles the declarations of a TypeScript module into one file, without those marked `@internal`.
 *
 * @param {string} input the module
 * @param {string} file in `dist/`
 * @param {{ before?: import("rollup").Plugin[], after?: import("rollup").Plugin[] }} [plugins] run before or after the
 *   declarations are made
 */
export async function bundleDeclarations(input, file, { before = [], after = [] } = {}) {
  const { rollup } = await import("rollup");
  const { default: dts } = await import("rollup-plugin-dts");
  const bundle = await rollup({
    input,
    plugins: [...before, dts({ compilerOptions: { stripInternal: true } }), ...after],
  });
  await bundle.write({ file: join(root, "dist", file) });
}
