// What the two elements have, from their doc comments: the Custom Elements Manifest, for editors and Storybook, and the types
// for frameworks.

import { readdirSync, readFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
// @ts-expect-error: the types of the package declare none of its exports
import { create, ts } from "@custom-elements-manifest/analyzer";
import { oneLine } from "./markdown.js";
import { root } from "./run.js";

const read = (name) => readFileSync(join(root, "js/forms", name), "utf8");

/** The property of an attribute: `project-id` → `projectId`. */
const propertyOf = (attribute) => attribute.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Hides the common base class, which is not exported. */
const withoutOrigin = ({ inheritedFrom, ...rest }) => rest;

/** Both elements, as in the manifest. A description begins with the tag; what has none is not published. */
export function elements() {
  const modules = ["form-element", "password-reset-form", "new-password-form"].map((name) =>
    ts.createSourceFile(`js/forms/${name}.ts`, read(`${name}.ts`), ts.ScriptTarget.ES2021, true),
  );
  const declarations = create({ modules, plugins: [] }).modules.flatMap(({ declarations }) => declarations);
  const [, ...classes] = declarations.filter(({ kind }) => kind === "class");
  // The fallbacks of custom properties: `var(--name, fallback)`.
  const nested = String.raw`\([^()]*(?:\([^()]*\)[^()]*)*\)`;
  const use = new RegExp(String.raw`var\((--reset-[\w-]+),\s*((?:[^()]|${nested})*)\)`, "g");
  const defaults = new Map([...read("styles.css").matchAll(use)].map(([, name, fallback]) => [name, fallback]));
  return classes.map(({ members, attributes, events, cssProperties, ...element }) => {
    const published = members.filter(({ description, privacy }) => description && !privacy).map(withoutOrigin);
    return {
      ...element,
      tagName: /^`<(.+?)>`/.exec(element.description)[1],
      customElement: true,
      superclass: { name: "HTMLElement" },
      attributes: attributes.map(withoutOrigin).map((attribute) => {
        const fieldName = propertyOf(attribute.name);
        return published.some(({ name }) => name === fieldName) ? { ...attribute, fieldName } : attribute;
      }),
      members: published,
      events: events.filter(({ inheritedFrom }) => !inheritedFrom),
      cssProperties: cssProperties.map((property) => ({ ...property, default: defaults.get(property.name) ?? "" })),
    };
  });
}

/** The manifest. Its only module is the file that applications import. */
function manifest(declarations) {
  const path = "dist/forms.js";
  const exports = declarations.flatMap(({ name, tagName }) => [
    { kind: "js", name, declaration: { name, module: path } },
    { kind: "custom-element-definition", name: tagName, declaration: { name, module: path } },
  ]);
  return { schemaVersion: "1.0.0", readme: "", modules: [{ kind: "javascript-module", path, declarations, exports }] };
}

/** The types of the elements: what js/frameworks/ is made of. */
function elementTypes(declarations) {
  const typesOf = ({ type }) => type.text.split(" | ");
  const optional = (types) => `?: ${[...new Set([...types, "null", "undefined"])].join(" | ")}`;
  const list = (entries, typeOf) =>
    entries.map((entry) => `/** ${oneLine(entry.description)} */ "${entry.name}"${typeOf(entry)};`).join("\n      ");
  const forms = declarations.map(({ name, tagName, attributes, members, events }) => {
    // Frameworks declare these for all elements.
    const own = attributes.filter(({ name }) => !["lang", "nonce"].includes(name));
    // A framework may set the attribute's value as the property of the same name.
    const typesOfField = (field) => [field, ...attributes.filter(({ name }) => name === field.name)].flatMap(typesOf);
    const fields = members.filter(({ kind }) => kind === "field");
    return `  "${tagName}": {
    element: ${name};
    attributes: {
      ${list(own, (attribute) => optional(typesOf(attribute)))}
    };
    properties: {
      ${list(fields, (field) => optional(typesOfField(field)))}
    };
    events: {
      ${list(events, ({ type }) => `: ${type.text}`)}
    };
  };`;
  });
  return `// Generated from the doc comments of the elements.

import type { NewLink, NewPasswordForm, PasswordResetForm, Sending, Texts } from "./forms.js";
import type { PasswordPolicy, PasswordResetError } from "./index.js";

/** The elements by tag. */
export interface Forms {
${forms.join("\n")}
}
`;
}

/** Writes the manifest, the types of the elements, and those for frameworks, which refer to them. */
export async function writeDeclarations(outdir) {
  const declarations = elements();
  await writeFile(join(outdir, "custom-elements.json"), `${JSON.stringify(manifest(declarations), null, 2)}\n`);
  await writeFile(join(outdir, "elements.d.ts"), elementTypes(declarations));
  const folder = join(root, "js/frameworks");
  for (const file of readdirSync(folder)) {
    await copyFile(join(folder, file), join(outdir, file));
    // One declaration for both module systems, because two would conflict in a program that uses both.
    const forCommonJs = join(outdir, file.replace(/ts$/, "cts"));
    await writeFile(forCommonJs, `/// <reference path="./${file}" />\nexport {};\n`);
  }
}
