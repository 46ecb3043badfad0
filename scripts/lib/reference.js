// Writes docs/reference.md from the types and doc comments of src/browser/api.ts and js/types.ts.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { code, table } from "./markdown.js";
import { root } from "./run.js";

function parse(path) {
  return ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true);
}

/** A doc comment in one line, and the text of its `@default`. */
function docOf(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node);
  const oneLine = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const fallback = doc?.tags?.find(({ tagName }) => tagName.text === "default");
  return {
    text: oneLine(ts.getTextOfJSDocComment(doc?.comment)),
    default: oneLine(ts.getTextOfJSDocComment(fallback?.comment)),
  };
}

/** The members of an interface: name, type, documentation. `null` and `undefined`, which count as absent, are left out. */
function membersOf(node) {
  return node.members.map((member) => ({
    name: member.name.getText(),
    type: member.type
      .getText()
      .replace(/ \| (null|undefined)\b/g, "")
      .replace(/^\((.*)\)$/s, "$1"),
    isOptional: Boolean(member.questionToken),
    ...docOf(member),
  }));
}

function declarations(path) {
  const all = parse(path).statements.filter(
    (node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node),
  );
  return new Map(all.map((node) => [node.name.text, node]));
}

function optionsTable(node) {
  const rows = membersOf(node).map((member) => {
    const absent = member.default ? code(member.default) : member.isOptional ? "none" : "required";
    return [code(member.name), code(member.type), absent, member.text];
  });
  return table(["option", "type", "default", "rule"], rows);
}

function words(node) {
  return node.type.types.map((word) => code(word.literal.text)).join(", ");
}

function errorSection(node) {
  const [kind, ...fields] = membersOf(node);
  const rows = fields.map(({ name, type, isOptional, text }) => [
    code(isOptional ? `${name}?` : name),
    code(type),
    text,
  ]);
  const doc = docOf(node).text;
  return [
    `### ${code(kind.type.slice(1, -1))}`,
    doc,
    ...(rows.length > 0 ? [table(["field", "type", "what"], rows)] : []),
  ].join("\n\n");
}

/** The whole text. */
export function reference() {
  const options = declarations("src/browser/api.ts");
  const types = declarations("js/types.ts");
  const kinds = types.get("PasswordResetError").type.types.map((member) => types.get(member.getText()));
  const sections = [
    "# Options and errors",
    "Made by `npm run docs` from the types and their comments: change those, not this. It also writes the whole reference, of the\n" +
      "forms, the messages and the Rust crate too, to `build/docs/`. An editor shows the same where you type.",
    "`null` and `undefined` count as absent. Every mistake in the options is reported at once, unknown names included.",
    "## Both calls",
    docOf(options.get("CallOptions")).text,
    optionsTable(options.get("CallOptions")),
    "## `requestPasswordReset`",
    optionsTable(options.get("RequestPasswordResetOptions")),
    "## `confirmPasswordReset`",
    optionsTable(options.get("ConfirmPasswordResetOptions")),
    "## Errors",
    "Everything but success rejects with a `PasswordResetError`; `kind` tells the cases apart. Each has a `message` for\n" +
      "developers, and `cause` holds what was thrown underneath, if anything. No message, and no field of this package's own\n" +
      "making, holds a username, a code or a password.",
    ...kinds.map(errorSection),
    "## Reasons",
    `${docOf(types.get("Reason")).text} ${words(types.get("Reason"))}.`,
    "## Rules",
    `${docOf(types.get("Rule")).text} ${words(types.get("Rule"))}.`,
  ];
  return `${sections.join("\n\n")}\n`;
}
