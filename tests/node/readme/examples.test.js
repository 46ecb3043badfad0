// The examples in the published types: every function and class has one, and it compiles as it stands.

import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { root } from "../../../scripts/lib/run.js";

const entries = {
  index: "xsolla-password-reset",
  forms: "xsolla-password-reset/forms",
  messages: "xsolla-password-reset/messages",
};

/** Names that the examples leave to the reader. */
const names = `declare const projectId: string, username: string, newPassword: string, resetCode: string, userId: string;
declare const button: HTMLElement, heading: HTMLElement, message: HTMLElement, hint: HTMLElement;
`;

/** The exported functions, classes and constants of an entry, with the text of each `@example`. */
async function exportsOf(entry) {
  const source = ts.createSourceFile(
    "types.d.ts",
    await readFile(join(root, `dist/${entry}.d.ts`), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const exported = source.statements
    .filter(ts.isExportDeclaration)
    .filter((node) => !node.isTypeOnly && !node.moduleSpecifier)
    .flatMap((node) => /** @type {ts.NamedExports} */ (node.exportClause).elements.map((element) => element.name.text));
  const nameOf = (node) => (node.name ?? node.declarationList?.declarations[0].name)?.text;
  const isValue = (node) =>
    ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isVariableStatement(node);
  const declarations = source.statements.filter((node) => isValue(node) && exported.includes(nameOf(node)));
  return declarations.map((node) => ({
    name: nameOf(node),
    examples: ts
      .getJSDocTags(node)
      .filter(({ tagName }) => tagName.text === "example")
      .map(({ comment }) => ts.getTextOfJSDocComment(comment)),
  }));
}

const all = Object.fromEntries(
  await Promise.all(Object.keys(entries).map(async (entry) => [entry, await exportsOf(entry)])),
);

test("every function and class has an example", () => {
  const missing = Object.values(all)
    .flat()
    .filter(({ examples }) => examples.length === 0)
    .map(({ name }) => name);
  // A list.
  assert.deepEqual(missing, ["languages"]);
  assert.ok(all.index.length >= 5 && all.forms.length === 4 && all.messages.length === 5);
});

test("every example compiles", async () => {
  const folder = join(root, "build/examples");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = [];
  for (const { name, examples } of Object.values(all).flat()) {
    for (const [, code] of examples.join("\n").matchAll(/```ts\n(.*?)```/gs)) {
      // As in an editor, every name is imported unless the example shows how.
      const imports = Object.entries(entries).map(
        ([entry, path]) => `import { ${all[entry].map((one) => one.name).join(", ")} } from "${path}";\n`,
      );
      const file = join(folder, `${name}-${files.length}.ts`);
      await writeFile(file, `${/^import /m.test(code) ? "" : imports.join("")}${names}${code}`);
      files.push(file);
    }
  }
  assert.ok(files.length >= 10, `${files.length} examples`);
  const program = ts.createProgram(files, {
    noEmit: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const format = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => "\n" };
  assert.equal(ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), format), "");
});
