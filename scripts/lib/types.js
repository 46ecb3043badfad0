// Bundles the type declarations, without what is marked `@internal`.

import { join } from "node:path";
import { rollup } from "rollup";
import dts from "rollup-plugin-dts";
import ts from "typescript";
import { partOf } from "./forms.js";
import { root } from "./run.js";

const inputs = { index: "js/index.ts", forms: "js/forms/index.ts", messages: "js/messages/index.ts" };

/** Removes private and protected members, with which two declarations of one class would never be compatible. */
function withoutHiddenMembers(code) {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const { statements } = ts.createSourceFile("types.d.ts", code, ts.ScriptTarget.Latest, true);
  const members = statements.filter(ts.isClassDeclaration).flatMap((declaration) => [...declaration.members]);
  const cuts = members.filter((member) => ts.getCombinedModifierFlags(member) & hidden);
  return cuts.reduceRight((text, { pos, end }) => text.slice(0, pos) + text.slice(end), code);
}

/** A program may include the files for both formats, so only one declares the tags and the events; the other refers to it. */
function withoutGlobals(code, name) {
  const rest = code.replace(/^declare global \{\n.*?^\}\n/ms, "");
  return rest === code ? code : `/// <reference path="./${name}.d.ts" />\n${rest}`;
}

/** Bundles the declarations for modules and for CommonJS. */
export async function bundleTypes() {
  for (const [name, input] of Object.entries(inputs))
    for (const [types, extension] of Object.entries({ "d.ts": "js", "d.cts": "cjs" })) {
      const isPart = (path) => Boolean(partOf(path, extension)) && !path.includes("/locales/");
      const parts = {
        name: "parts",
        resolveId: (path) => (isPart(path) ? { id: partOf(path, extension), external: true } : undefined),
      };
      const cuts = {
        name: "cuts",
        renderChunk: (code) => withoutHiddenMembers(types === "d.cts" ? withoutGlobals(code, name) : code),
      };
      const plugins = [parts, dts({ compilerOptions: { stripInternal: true } }), cuts];
      const bundle = await rollup({ input: join(root, input), plugins });
      await bundle.write({ file: join(root, "dist", `${name}.${types}`) });
    }
}
