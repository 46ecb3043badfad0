// The generated parts of docs/reference.md, from the types and doc comments of src/browser/api.ts and src/browser/types.ts, and
// of docs/forms.md, from those of the two elements.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { elements } from "./manifest.js";
import { code, oneLine, table } from "./markdown.js";
import { root } from "./run.js";

/** A doc comment as one line, and the text of its `@default`. */
function docOf(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node);
  const fallback = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === "default");
  const [text, value] = [doc, fallback].map((part) => oneLine(ts.getTextOfJSDocComment(part?.comment)));
  return { text, default: value };
}

/** The members of an interface: name, type without `null` and `undefined`, documentation. */
function membersOf(node) {
  return node.members.map((member) => {
    const type = member.type.getText().replace(/ \| (null|undefined)\b/g, "");
    const isOptional = Boolean(member.questionToken);
    return { name: member.name.getText(), type: type.replace(/^\((.*)\)$/s, "$1"), isOptional, ...docOf(member) };
  });
}

function optionsTable(node) {
  const rows = membersOf(node).map(({ name, type, isOptional, text, default: fallback }) => {
    const absent = fallback ? code(fallback) : isOptional ? "none" : "required";
    return [code(name), code(type), absent, text];
  });
  return table(["option", "type", "default", "description"], rows);
}

/** The description of a union of words, and the words. */
const wordsOf = (node) => `${docOf(node).text} ${node.type.types.map(({ literal }) => code(literal.text)).join(", ")}.`;

function errorSection(node) {
  const [kind, ...fields] = membersOf(node);
  const rows = fields.map(({ name, isOptional, type, text }) => [
    code(isOptional ? `${name}?` : name),
    code(type),
    text,
  ]);
  const parts = [`### ${code(kind.type.slice(1, -1))}`, docOf(node).text];
  return [...parts, ...(rows.length > 0 ? [table(["field", "type", "description"], rows)] : [])].join("\n\n");
}

/** The blocks of docs/reference.md. */
export function referenceBlocks() {
  /** @type {Record<string, any>} */
  const types = {};
  for (const path of ["src/browser/api.ts", "src/browser/types.ts"]) {
    const text = readFileSync(join(root, path), "utf8");
    for (const node of ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true).statements)
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) types[node.name.text] = node;
  }
  const options = ["CallOptions", "RequestPasswordResetOptions", "ConfirmPasswordResetOptions"];
  const kinds = types.PasswordResetError.type.types.map((member) => types[member.getText()]);
  return {
    ...Object.fromEntries(options.map((name) => [name, optionsTable(types[name])])),
    errors: kinds.map(errorSection).join("\n\n"),
    ...Object.fromEntries(["Reason", "Rule"].map((name) => [name, wordsOf(types[name])])),
  };
}

function signature({ name, parameters = [], static: isStatic }) {
  const nameOf = ({ name, optional, default: fallback }) => (optional || fallback ? `${name}?` : name);
  return code(`${isStatic ? "PasswordResetForm." : ""}${name}(${parameters.map(nameOf).join(", ")})`);
}

/** The blocks of docs/forms.md. */
export function formsBlocks() {
  const both = elements();
  /** A table of one list in both elements. Identical entries share a row. */
  const list = (head, entriesOf, cellsOf = (/** @type {any} */ { name }) => [code(name)]) => {
    const tagsOf = new Map();
    for (const element of both)
      for (const entry of entriesOf(element)) {
        const key = JSON.stringify([...cellsOf(entry), oneLine(entry.description)]);
        tagsOf.set(key, [...(tagsOf.get(key) ?? []), code(element.tagName)]);
      }
    const rows = [...tagsOf].map(([key, tags]) => [...JSON.parse(key), tags.length > 1 ? "both" : tags[0]]);
    return table([...head, "description", "element"], rows);
  };
  const typed = ({ name, type }) => [code(name), code(type.text)];
  const membersOf = (wanted) => (element) => element.members.filter(({ kind }) => kind === wanted);
  const styled = ({ name, default: value }) => [code(name), value === "inherit" ? "inherited" : code(value)];
  const rows = both.map(({ tagName, name, description }) => {
    const text = oneLine(description).replace(`\`<${tagName}>\`: `, "");
    return [code(`<${tagName}>`), code(name), text[0].toUpperCase() + text.slice(1)];
  });
  return {
    elements: table(["element", "class", "description"], rows),
    attributes: list(["attribute"], ({ attributes }) => attributes),
    properties: list(["property", "type"], membersOf("field"), typed),
    methods: list(["method"], membersOf("method"), (method) => [signature(method)]),
    events: list(["event", "type"], ({ events }) => events, typed),
    slots: list(["slot"], ({ slots }) => slots),
    parts: list(["part"], ({ cssParts }) => cssParts),
    "custom properties": list(["property", "default"], ({ cssProperties }) => cssProperties, styled),
  };
}
