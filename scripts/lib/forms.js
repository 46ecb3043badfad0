// Bundles `js/forms` and `js/messages`. They take what is in `dist/index.js` from there, so that the WebAssembly exists
// once, and each language is a separate file, loaded on demand.

import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { root } from "./run.js";
import { bundleDeclarations } from "./types.js";

/** The languages in separate files; English is in `dist/messages.js`. */
const languages = readdirSync(join(root, "js/messages/locales"))
  .map((file) => basename(file, ".ts"))
  .filter((language) => language !== "en");

/** The path of another part, relative to the bundle that imports it. */
function partOf(path, extension) {
  const [, language] = /\.\/locales\/(.+)\.js$/.exec(path) ?? [];
  if (language) return `./messages/${language}.${extension}`;
  if (path === "../index.js") return `./index.${extension}`;
  if (path === "../messages/index.js") return `./messages.${extension}`;
}

/** What esbuild appends to a language: in a module of this package, the default import of CommonJS is all that it exports. */
const footers = { cjs: { js: "module.exports=module.exports.default;" } };

const outdir = join(root, "dist");
const entries = { forms: join(root, "js/forms/index.ts"), messages: join(root, "js/messages/index.ts") };

/** @param {import("esbuild").BuildOptions} options shared with the rest of the package */
export async function bundleForms(options) {
  await bundleFormScripts(options);
  await bundleTypes();
  const { manifest } = await import("./manifest.js");
  const { writeFrameworkTypes } = await import("./frameworks.js");
  const forms = manifest();
  await writeFile(join(outdir, "custom-elements.json"), `${JSON.stringify(forms, null, 2)}\n`);
  await writeFrameworkTypes(forms, outdir);
}

/** Everything but the types. */
export async function bundleFormScripts(options) {
  const { build } = await import("esbuild");
  const common = { bundle: true, legalComments: "none", charset: "utf8", write: false, ...options };
  const parts = (extension) => ({
    name: "parts",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir }) => {
        const isEnglish = kind === "import-statement" && path.includes("/locales/");
        const external = isEnglish || resolveDir.endsWith("locales") ? undefined : partOf(path, extension);
        return external ? { path: external, external: true } : undefined;
      });
    },
  });
  const languageEntries = languages.map((language) => join(root, `js/messages/locales/${language}.ts`));
  const bundle = (format, extension, { forForms = {}, ...more }) => {
    const shared = { ...common, minify: true, format, outExtension: { ".js": `.${extension}` }, ...more };
    return [
      build({ ...shared, ...forForms, entryPoints: entries, outdir, plugins: [minifiedCss, parts(extension)] }),
      build({ ...shared, entryPoints: languageEntries, outdir: join(outdir, "messages"), footer: footers[format] }),
    ];
  };
  await mkdir(join(outdir, "messages"), { recursive: true });
  const bundles = await Promise.all([
    // terser chooses better names.
    ...bundle("esm", "js", { forForms: { minify: false, minifySyntax: true, minifyWhitespace: true } }),
    // Hosts that run scripts themselves, such as Jest, reject `import()` in CommonJS, so `require` replaces it there.
    ...bundle("cjs", "cjs", { supported: { ...options.supported, "dynamic-import": false } }),
  ]);
  for (const { path, text } of bundles.flatMap(({ outputFiles }) => outputFiles))
    await writeFile(path, extname(path) === ".js" ? await shorten(text) : text);
}

/** The private members of the classes, which the TypeScript compiler keeps from being used elsewhere. */
const privateMembers = readdirSync(join(root, "js/forms"))
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => [...readFileSync(join(root, "js/forms", file), "utf8").matchAll(/private (?:\w+ )?(\w+)[?:(]/g)])
  .map(([, name]) => name);

/** Minifies a module further than esbuild does: that makes the forms another 300 bytes of brotli smaller. */
async function shorten(script) {
  const { minify } = await import("terser");
  const { code } = await minify(mergeImports(script), {
    ecma: 2018,
    module: true,
    compress: { unsafe_arrows: true, unsafe_methods: true, hoist_funs: true, lhs_constants: false, passes: 3 },
    mangle: { properties: { regex: new RegExp(`^(${privateMembers.join("|")})$`) } },
  });
  return code;
}

/** esbuild writes an import for each source file, even from the same module. */
function mergeImports(script) {
  const names = {};
  const rest = script.replace(/import\{([^}]*)\}from"([^"]*)";/g, (_, list, path) => {
    names[path] = names[path] ? `${names[path]},${list}` : list;
    return "";
  });
  const imports = Object.entries(names).map(([path, list]) => `import{${list}}from"${path}";`);
  return imports.join("") + rest;
}

/** Imports a style sheet as text. esbuild minifies no CSS that is text; it lowers it for the package's engines, too. */
const minifiedCss = {
  name: "minified-css",
  setup({ onLoad, esbuild, initialOptions }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      const target = initialOptions.target.filter((engine) => !engine.startsWith("node"));
      const { code } = await esbuild.transform(css, { loader: "css", minify: true, charset: "utf8", target });
      // It keeps spaces in the values of custom properties.
      return { contents: code.trim().replace(/(--_\w+:|,) /g, "$1"), loader: "text" };
    });
  },
};

/** Removes private and protected members, with which two declarations of one class would never be compatible. */
const publicMembers = (ts) => ({
  name: "public-members",
  renderChunk(code) {
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    const { statements } = ts.createSourceFile("types.d.ts", code, ts.ScriptTarget.Latest, true);
    const members = statements.filter(ts.isClassDeclaration).flatMap((declaration) => [...declaration.members]);
    const cuts = members.filter((member) => ts.getCombinedModifierFlags(member) & hidden);
    return cuts.reduceRight((text, { pos, end }) => text.slice(0, pos) + text.slice(end), code);
  },
});

async function bundleTypes() {
  const { default: ts } = await import("typescript");
  for (const [name, input] of Object.entries(entries)) {
    for (const [types, extension] of Object.entries({ "d.ts": "js", "d.cts": "cjs" })) {
      const isPart = (path) => Boolean(partOf(path, extension)) && !path.includes("/locales/");
      const elsewhere = {
        name: "elsewhere",
        resolveId: (path) => (isPart(path) ? { id: partOf(path, extension), external: true } : undefined),
      };
      // A program may include both files, so only one declares the tags and the events; the other refers to it.
      const globalsOnce = {
        name: "globals-once",
        renderChunk: (code) => {
          const withoutGlobals = code.replace(/^declare global \{\n.*?^\}\n/ms, "");
          const isCopy = types === "d.cts" && withoutGlobals !== code;
          return isCopy ? `/// <reference path="./${name}.d.ts" />\n${withoutGlobals}` : null;
        },
      };
      await bundleDeclarations(input, `${name}.${types}`, {
        before: [elsewhere],
        after: [globalsOnce, publicMembers(ts)],
      });
    }
  }
}
