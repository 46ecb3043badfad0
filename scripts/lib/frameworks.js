// Generates the types for frameworks: copies js/frameworks/, and generates the types of attributes, properties and events
// from the doc comments of the elements.

import { readdirSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { elementsOf } from "./manifest.js";
import { oneLine } from "./markdown.js";
import { root } from "./run.js";

const folder = join(root, "js/frameworks");

/** The entry points with types only: `react`, `vue`, … */
const frameworks = readdirSync(folder)
  .filter((file) => file.endsWith(".d.ts"))
  .map((file) => basename(file, ".d.ts"));

const comment = (text) => `/** ${oneLine(text)} */`;
const optional = (...types) => `?: ${[...new Set([...types, "null", "undefined"])].join(" | ")}`;
const typesOf = ({ type }) => type.text.split(" | ");

/** An interface whose members are the entries, each with its type. */
function interfaceOf(name, description, entries, typeOf) {
  const members = entries.flatMap((entry) => [
    `  ${comment(entry.description)}`,
    `  ${/^\w+$/.test(entry.name) && entry.kind ? entry.name : JSON.stringify(entry.name)}${typeOf(entry)};`,
  ]);
  return [comment(description), `export interface ${name} {`, ...members, "}"].join("\n");
}

/** The types of all elements, from the manifest. */
function elementTypes(manifest) {
  const elements = elementsOf(manifest);
  const parts = elements.flatMap(({ name, tagName, attributes, members, events }) => {
    // Frameworks declare these for all elements.
    const own = attributes.filter(({ name }) => !["lang", "nonce"].includes(name));
    // A framework may set the attribute's value as the property of the same name.
    const attributeTypes = (field) => attributes.filter(({ name }) => name === field.name).flatMap(typesOf);
    const typeOfField = (field) => optional(...typesOf(field), ...attributeTypes(field));
    const fields = members.filter(({ kind }) => kind === "field");
    return [
      interfaceOf(`${name}Attributes`, `Attributes of \`<${tagName}>\`.`, own, ({ type }) => optional(type.text)),
      interfaceOf(`${name}Properties`, `Properties of \`<${tagName}>\`.`, fields, typeOfField),
      interfaceOf(`${name}Events`, `Events of \`<${tagName}>\`.`, events, ({ type }) => `: ${type.text}`),
    ];
  });
  const names = elements.map(({ name }) => name).sort();
  const rows = elements.map(({ name, tagName }) => {
    const types = ["attributes", "properties", "events"].map(
      (kind) => `${kind}: ${name}${kind[0].toUpperCase()}${kind.slice(1)}`,
    );
    return `  "${tagName}": { element: ${name}; ${types.join("; ")} };`;
  });
  return `// Generated from the doc comments of the elements.

import type { ${names.join(", ")}, Texts } from "./forms.js";
import type { PasswordResetError } from "./index.js";

${parts.join("\n\n")}

/** The elements by tag. */
export interface Forms {
${rows.join("\n")}
}
`;
}

/** Writes the types to a folder. */
export async function writeFrameworkTypes(manifest, outdir) {
  await writeFile(join(outdir, "elements.d.ts"), elementTypes(manifest));
  for (const name of frameworks) {
    await copyFile(join(folder, `${name}.d.ts`), join(outdir, `${name}.d.ts`));
    // One declaration for both module systems, because two would conflict in a program that uses both.
    await writeFile(join(outdir, `${name}.d.cts`), `/// <reference path="./${name}.d.ts" />\nexport {};\n`);
  }
}
