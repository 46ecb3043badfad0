// Bundles `js/forms` and `js/messages`. They take what is in `dist/index.js` from there, so that the WebAssembly exists
// once, and each language is a separate file, loaded on demand.

import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { compilation } from "./engines.js";
import { root } from "./run.js";

/** The languages in separate files; English is in `dist/messages.js`. */
const languages = readdirSync(join(root, "js/messages/locales"))
  .map((file) => basename(file, ".ts"))
  .filter((language) => language !== "en");

/** What `dist/forms.js` loads when it is needed. */
const onDemand = ["address-advice", "new-password-extras"];

/** The path of another part, relative to the bundle that imports it. */
export function partOf(path, extension) {
  const [, language] = /\.\/locales\/(.+)\.js$/.exec(path) ?? [];
  if (language) return `./messages/${language}.${extension}`;
  if (path === "../index.js") return `./index.${extension}`;
  if (path === "../messages/index.js") return `./messages.${extension}`;
  const part = basename(path, ".js");
  if (onDemand.includes(part)) return `./${part}.${extension}`;
}

/** Bundles the scripts. */
export async function bundleForms() {
  const { build } = await import("esbuild");
  const entryPoints = { forms: "js/forms/index.ts", messages: "js/messages/index.ts" };
  for (const name of onDemand) entryPoints[name] = `js/forms/${name}.ts`;
  for (const language of languages) entryPoints[`messages/${language}`] = `js/messages/locales/${language}.ts`;
  const bundle = (format, extension, options) =>
    build({
      ...{ ...compilation, bundle: true, legalComments: "none", charset: "utf8", write: false, format, ...options },
      ...{ entryPoints, absWorkingDir: root, outdir: "dist", outExtension: { ".js": `.${extension}` } },
      plugins: [minifiedCss, parts(extension)],
    });
  const bundles = await Promise.all([
    // terser chooses better names.
    bundle("esm", "js", { minifySyntax: true, minifyWhitespace: true }),
    // Hosts that run scripts themselves, such as Jest, reject `import()` in CommonJS, so `require` replaces it there.
    bundle("cjs", "cjs", { minify: true, supported: { ...compilation.supported, "dynamic-import": false } }),
  ]);
  await mkdir(join(root, "dist/messages"), { recursive: true });
  // One after the other: objects that one module passes to another have the same short names there.
  const shortNames = {};
  for (const { path, text } of bundles.flatMap(({ outputFiles }) => outputFiles)) {
    // In a module of this package, the default import of CommonJS is all that it exports.
    const footer = basename(dirname(path)) === "messages" ? "module.exports=module.exports.default;\n" : "";
    await writeFile(path, extname(path) === ".js" ? await shorten(text, shortNames) : text + footer);
  }
}

/** Leaves out the other parts. */
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

/**
 * The private and protected members of the classes, which the TypeScript compiler keeps from being used elsewhere. Other
 * properties that are internal begin with `_`: those of objects that one file hands to another.
 */
const hiddenMember = /(?:private|protected) (?!constructor)(?:(?:override|readonly|async|get) )?(\w+)/g;
const hiddenMembers = readdirSync(join(root, "js/forms"))
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => [...readFileSync(join(root, "js/forms", file), "utf8").matchAll(hiddenMember)])
  .map(([, name]) => name);

/** Minifies a module further than esbuild does: that makes the forms another 300 bytes of brotli smaller. */
async function shorten(script, shortNames) {
  const { minify } = await import("terser");
  const nameCache = { props: shortNames.props };
  const { code } = await minify(mergeImports(script), {
    nameCache,
    ecma: 2018,
    module: true,
    compress: { unsafe_arrows: true, unsafe_methods: true, lhs_constants: false, passes: 3 },
    mangle: {
      properties: {
        builtins: true,
        regex: new RegExp(`^(_(?!_).*|${hiddenMembers.join("|")})$`),
        // `CSS.s` is too new: the name would look like a use of it.
        reserved: ["s"],
      },
    },
  });
  shortNames.props = nameCache.props;
  return code;
}

/** esbuild writes an import for each source file, even of the same name from the same module, under another name. */
function mergeImports(script) {
  const imports = {};
  const aliases = [];
  const rest = script.replace(/import\{([^}]*)\}from"([^"]*)";/g, (_, list, path) => {
    imports[path] ??= {};
    const names = imports[path];
    for (const [name, local = name] of list.split(",").map((entry) => entry.split(" as "))) {
      if (names[name]) aliases.push([local, names[name]]);
      else names[name] = local;
    }
    return "";
  });
  const entries = (names) => Object.entries(names).map(([name, local]) => `${name} as ${local}`);
  const merged = Object.entries(imports).map(([path, names]) => `import{${entries(names)}}from"${path}";`);
  // esbuild has numbered them, so that no other name is the same.
  const renamed = aliases.reduce((text, [alias, name]) => text.replace(new RegExp(`\\b${alias}\\b`, "g"), name), rest);
  return [...merged, renamed].join("");
}

/**
 * Replaces a private custom property that has one value by it: brotli repeats the value for as little as the name, and the
 * definition goes.
 */
function inlineProperties(css) {
  const definitions = [...css.matchAll(/(--_\w+):((?:[^;{}])*);/g)];
  const isOnly = (name) => definitions.filter(([, other]) => other === name).length === 1;
  return definitions
    .filter(([, name]) => isOnly(name))
    .reduce((text, [all, name, value]) => text.replace(all, "").split(`var(${name})`).join(value), css);
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
      return { contents: inlineProperties(code.trim().replace(/(--_\w+:|,) /g, "$1")), loader: "text" };
    });
  },
};
