// Writes docs/forms.md from the doc comments of the two elements.

import { elementsOf, manifest } from "./manifest.js";
import { code, table } from "./markdown.js";

const oneLine = (text = "") => text.replace(/\s+/g, " ").trim();

/** The entries of both elements under one list; those that are the same in both share a row. */
function rowsOf(elements, entriesOf, cellsOf) {
  const rows = new Map();
  for (const element of elements) {
    for (const entry of entriesOf(element)) {
      const cells = [...cellsOf(entry), oneLine(entry.description)];
      const key = JSON.stringify(cells);
      rows.set(key, { cells, names: [...(rows.get(key)?.names ?? []), element.tagName] });
    }
  }
  return [...rows.values()].map(({ cells, names }) => [...cells, names.length > 1 ? "both" : code(names[0])]);
}

const fields = ({ members }) => members.filter(({ kind }) => kind === "field");
const methods = ({ members }) => members.filter(({ kind }) => kind === "method");

function signature({ name, parameters = [], static: isStatic }, { tagName }) {
  const list = parameters.map((parameter) =>
    parameter.optional || parameter.default ? `${parameter.name}?` : parameter.name,
  );
  return code(`${isStatic ? `${tagName}.` : ""}${name}(${list.join(", ")})`);
}

/** The text between the title and the tables. */
const introduction = `Made by \`npm run docs\` from the doc comments of the two elements. The package has the same as a
[Custom Elements Manifest](https://github.com/webcomponents/custom-elements-manifest), \`dist/custom-elements.json\`, for editors and
Storybook. [Frameworks](guides/frameworks.md) says how each framework sets attributes and properties.`;

/** The whole text. */
export function formsReference() {
  const elements = elementsOf(manifest());
  const section = (title, text, head, entriesOf, cellsOf) => [
    `## ${title}`,
    ...(text ? [text] : []),
    table([...head, "description", "element"], rowsOf(elements, entriesOf, cellsOf)),
  ];
  const parts = [
    "# The forms: attributes, events, slots and styles",
    introduction,
    table(
      ["element", "class", "description"],
      elements.map((element) => [code(`<${element.tagName}>`), code(element.name), describe(element)]),
    ),
    ...section(
      "Attributes",
      "An attribute that is missing or empty counts as absent.",
      ["attribute"],
      ({ attributes }) => attributes,
      ({ name }) => [code(name)],
    ),
    ...section(
      "Properties",
      "Every property but `texts` reflects an attribute: `projectId` is `project-id`.",
      ["property", "type"],
      fields,
      ({ name, type }) => [code(name), code(type.text)],
    ),
    ...section("Methods", "", ["method"], methods, (method) => [signature(method, { tagName: "PasswordResetForm" })]),
    ...section(
      "Events",
      "Every event bubbles, and leaves shadow trees.",
      ["event", "type"],
      ({ events }) => events,
      ({ name, type }) => [code(name), code(type.text)],
    ),
    ...section(
      "Slots",
      "Content without a slot is shown only before the element is defined: a fallback.",
      ["slot"],
      ({ slots }) => slots,
      ({ name }) => [code(name)],
    ),
    ...section(
      "Parts",
      "Style them with `::part()`.",
      ["part"],
      ({ cssParts }) => cssParts,
      ({ name }) => [code(name)],
    ),
    ...section(
      "Custom properties",
      "Set them on the element or on anything around it.",
      ["property", "default"],
      ({ cssProperties }) => cssProperties,
      (property) => [code(property.name), property.default === "inherit" ? "the page's" : code(property.default)],
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** An element's description, without its name. */
function describe({ description, tagName }) {
  const text = oneLine(description).replace(`\`<${tagName}>\`: `, "");
  return text[0].toUpperCase() + text.slice(1);
}
