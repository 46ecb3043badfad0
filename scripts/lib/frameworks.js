// Generates the types for frameworks: copies js/frameworks/, and generates the types of attributes, properties and events
// from the doc comments of the elements.

import { readdirSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { elementsOf } from "./manifest.js";
import { root } from "./run.js";

const folder = join(root, "js/frameworks");

/** The entry points with types only: `react`, `vue`, … */
const frameworks = readdirSync(folder)
  .filter((file) => file.endsWith(".d.ts"))
  .map((file) => basename(file, ".d.ts"));

const comment = (text) => `/** ${text.replace(/\s+/g, " ").trim()} */`;

function interfaceOf(name, description, entries) {
  const members = entries.flatMap(({ key, type, description }) => [`  ${comment(description)}`, `  ${key}${type};`]);
  return [comment(description), `export interface ${name} {`, ...members, "}"].join("\n");
}

/** The types of all elements, from the manifest. */
function elementTypes(manifest) {
  const elements = elementsOf(manifest);
  const optional = (...types) => `?: ${[...new Set([...types, "null", "undefined"])].join(" | ")}`;
  const typesOf = ({ type }) => type.text.split(" | ");
  const parts = elements.flatMap(({ name, tagName, attributes, members, events }) => {
    // A framework may set the attribute's value as the property of the same name.
    const attributeTypes = (field) => attributes.filter(({ name }) => name === field.name).flatMap(typesOf);
    return [
      // Frameworks declare these for all elements.
      interfaceOf(
        `${name}Attributes`,
        `Attributes of \`<${tagName}>\`.`,
        attributes
          .filter(({ name }) => !["lang", "nonce"].includes(name))
          .map((attribute) => ({
            ...attribute,
            key: JSON.stringify(attribute.name),
            type: optional(attribute.type.text),
          })),
      ),
      interfaceOf(
        `${name}Properties`,
        `Properties of \`<${tagName}>\`.`,
        members
          .filter(({ kind }) => kind === "field")
          .map((field) => ({ ...field, key: field.name, type: optional(...typesOf(field), ...attributeTypes(field)) })),
      ),
      interfaceOf(
        `${name}Events`,
        `Events of \`<${tagName}>\`.`,
        events.map((event) => ({ ...event, key: JSON.stringify(event.name), type: `: ${event.type.text}` })),
      ),
    ];
  });
  const rows = elements.map(
    ({ name, tagName }) =>
      `  "${tagName}": { element: ${name}; attributes: ${name}Attributes; properties: ${name}Properties; events: ${name}Events };`,
  );
  return [
    "// Generated from the doc comments of the elements.",
    `import type { ${elements
      .map(({ name }) => name)
      .sort()
      .join(", ")}, Texts } from "./forms.js";\nimport type { PasswordResetError } from "./index.js";`,
    ...parts,
    ["/** The elements by tag. */", "export interface Forms {", ...rows, "}"].join("\n"),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
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
