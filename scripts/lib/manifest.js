// Generates the Custom Elements Manifest of the forms from their doc comments, for editors, Storybook, the documentation
// and the types for frameworks.

import { readFileSync } from "node:fs";
import { join } from "node:path";
// @ts-expect-error: the types of the package declare none of its exports
import { create, ts } from "@custom-elements-manifest/analyzer";
import { root } from "./run.js";

const sources = ["form-element", "password-reset-form", "new-password-form"];

/** The property of an attribute: `project-id` → `projectId`. */
const propertyOf = (attribute) => attribute.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Collects what the analyzer does not report: tags in static fields, and which members are declared, not only assigned. */
const readClasses = (classes) => ({
  name: "read-classes",
  analyzePhase({ node }) {
    if (!ts.isClassDeclaration(node)) return;
    const named = node.members.filter((member) => member.name);
    const isInternal = (member) => ts.getJSDocTags(member).some(({ tagName }) => tagName.text === "internal");
    const tag = named.find((member) => member.name.text === "tag")?.initializer?.text;
    classes.set(node.name.text, {
      tag,
      members: named.filter((member) => !isInternal(member)).map((member) => member.name.text),
    });
  },
});

/** The manifest. Its only module is the file that applications import. */
export function manifest() {
  const classes = new Map();
  const modules = sources.map((name) => {
    const path = `js/forms/${name}.ts`;
    return ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.ES2021, true);
  });
  const analyzed = create({ modules, plugins: [readClasses(classes)] });
  const defaults = cssDefaults(readFileSync(join(root, "js/forms/styles.css"), "utf8"));
  const declared = new Set([...classes.values()].flatMap(({ members }) => members));

  const elements = analyzed.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ name }) => classes.get(name)?.tag);
  const path = "dist/forms.js";
  const declarations = elements.map(({ members, attributes, events, cssProperties, ...element }) => {
    const published = members.filter(({ name, privacy }) => declared.has(name) && !privacy).map(withoutOrigin);
    const hasProperty = (name) => published.some((member) => member.name === name);
    return {
      ...element,
      tagName: classes.get(element.name).tag,
      customElement: true,
      superclass: { name: "HTMLElement" },
      attributes: attributes.map(withoutOrigin).map((attribute) => {
        const fieldName = propertyOf(attribute.name);
        return hasProperty(fieldName) ? { ...attribute, fieldName } : attribute;
      }),
      members: published,
      events: events.filter(({ inheritedFrom }) => !inheritedFrom),
      cssProperties: cssProperties.map((property) => ({ ...property, default: defaults.get(property.name) ?? "" })),
    };
  });
  const exports = declarations.flatMap(({ name, tagName }) => [
    { kind: "js", name, declaration: { name, module: path } },
    { kind: "custom-element-definition", name: tagName, declaration: { name, module: path } },
  ]);
  return { schemaVersion: "1.0.0", readme: "", modules: [{ kind: "javascript-module", path, declarations, exports }] };
}

/** The fallback of each custom property in a style sheet: `var(--name, fallback)`. */
function cssDefaults(css) {
  const nested = String.raw`\([^()]*(?:\([^()]*\)[^()]*)*\)`;
  const uses = css.matchAll(new RegExp(String.raw`var\((--reset-[\w-]+),\s*((?:[^()]|${nested})*)\)`, "g"));
  return new Map([...uses].map(([, name, fallback]) => [name, fallback]));
}

/** Hides the common base class, which is not exported. */
function withoutOrigin({ inheritedFrom, ...rest }) {
  return rest;
}

/** The elements in the manifest. */
export function elementsOf({ modules }) {
  return modules.flatMap(({ declarations }) => declarations).filter(({ customElement }) => customElement);
}
