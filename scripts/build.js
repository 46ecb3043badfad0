// Builds `dist/`: the npm package, in one file for each way of loading it.
//
//   npm run build            with stable Rust
//   npm run build:release    as it is published: smaller, by what stable Rust does not offer

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { compilation } from "./lib/engines.js";
import { bundleForms } from "./lib/forms.js";
import { licenses } from "./lib/licenses.js";
import { root, say } from "./lib/run.js";
import { npmPackages } from "./lib/tools.js";
import { compile } from "./lib/wasm.js";

const smallScript = {
  ...compilation,
  minify: true,
  // Parcel turns a template with the text of the WebAssembly into a string that it then cannot read.
  supported: { ...compilation.supported, "template-literal": false },
};

/** Builds with stable Rust, or as it is published where the environment has `RELEASE`: that is the one switch. */
export async function build() {
  await npmPackages();
  const compiled = await compile({ folder: "build", release: kind() === "release" });

  say("Bundling");
  await rm(join(root, "dist"), { recursive: true, force: true });
  await mkdir(join(root, "dist"));
  await bundlePackage(compiled, "dist");
  await bundleTypes();
  await bundleForms(compilation);
  await writeFile(join(root, "dist/licenses.txt"), licenses());
  await writeFile(kindFile, kind());
  await printSizes();
}

/** Which of the two builds is asked for; beside the last one made, what it was. */
const kind = () => (process.env.RELEASE ? "release" : "stable");
const kindFile = join(root, "build/kind");

/** Builds, unless `dist/` is the build that is asked for, and newer than all that it is made of. */
export async function buildIfChanged() {
  const sources = ["src", "js", "scripts", "Cargo.toml", "Cargo.lock", "package-lock.json"];
  const built = newest(join(root, "dist"));
  const isKind = existsSync(kindFile) && readFileSync(kindFile, "utf8") === kind();
  if (isKind && sources.every((source) => newest(join(root, source)) < built)) return;
  await build();
}

/** When a file, or the newest one in a folder, was changed; 0 if there is none. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Bundles `js/index.ts` with the glue and the WebAssembly inside, in every form, into a folder. */
export async function bundlePackage({ wasm, glue }, folder) {
  const { build } = await import("esbuild");
  const bundle = ({ key, text }, options) => {
    const inside = {
      name: "inside",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^glue$/ }, () => ({ path: glue }));
        onResolve({ filter: /^wasm$/ }, () => ({ path: "wasm", namespace: "inside" }));
        onLoad({ filter: /^wasm$/, namespace: "inside" }, () => ({
          contents: JSON.stringify({ text, key, length: wasm.length }),
          loader: "json",
        }));
      },
    };
    return build({
      entryPoints: [join(root, "js/index.ts")],
      bundle: true,
      legalComments: "none",
      ...smallScript,
      plugins: [inside],
      ...options,
    });
  };
  // Modules are always read as UTF-8. Classic scripts are read in the page's charset: theirs is ASCII.
  const asModule = { format: "esm", charset: "utf8" };
  // As an application's bundler may write it again: that is to be light as well.
  const asBundled = { format: "esm", charset: "ascii", supported: compilation.supported };
  const weigh = async (text) => {
    const bundles = await Promise.all([asModule, asBundled].map((form) => bundle(text, { ...form, write: false })));
    const weights = bundles.map(({ outputFiles }) => brotliCompressSync(outputFiles[0].contents).length);
    return { text, weight: weights[0] + weights[1] };
  };
  const weighed = await Promise.all((await asTexts(wasm)).map(weigh));
  const { text } = weighed.reduce((lightest, other) => (other.weight < lightest.weight ? other : lightest));
  const file = (name) => join(root, folder, name);
  await Promise.all([
    bundle(text, { ...asModule, outfile: file("index.js") }),
    bundle(text, { format: "cjs", outfile: file("index.cjs") }),
    bundle(text, { format: "iife", globalName: "XsollaPasswordReset", outfile: file("index.global.js") }),
  ]);
  // terser knows more ways to write less than esbuild does.
  const { minify } = await import("terser");
  const shorten = async (name, options) => {
    const { code } = await minify(await readFile(file(name), "utf8"), { ecma: 2018, ...options });
    await writeFile(file(name), code);
  };
  await shorten("index.js", { module: true });
  await shorten("index.cjs", { toplevel: true, format: { ascii_only: true } });
  await shorten("index.global.js", { format: { ascii_only: true } });
}

/**
 * The bytes as characters, 0 to 255, each combined with a key. WebAssembly is full of small numbers, whose characters a
 * script has to spell out; with some keys, it need not. Returns the text without a key, and those of the keys that make
 * the shortest scripts.
 */
async function asTexts(bytes) {
  const { transform } = await import("esbuild");
  const candidates = Array.from({ length: 96 }, async (_, key) => {
    const text = Buffer.from(bytes.map((byte) => (Math.max(byte, byte ^ key) < 96 ? byte ^ key : byte))).toString("latin1");
    const printed = await Promise.all(
      ["utf8", "ascii"].map((charset) => transform(`x = ${JSON.stringify(text)}`, { charset, ...smallScript })),
    );
    return { key, text, length: printed.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0) };
  });
  const [none, ...others] = await Promise.all(candidates);
  return [none, ...others.sort((a, b) => a.length - b.length).slice(0, 20)];
}

/** Gathers the types into one file for each module system. */
async function bundleTypes() {
  const { rollup } = await import("rollup");
  const { default: dts } = await import("rollup-plugin-dts");
  const bundle = await rollup({ input: join(root, "js/index.ts"), plugins: [dts()] });
  await bundle.write({ file: join(root, "dist/index.d.ts") });
  await bundle.write({ file: join(root, "dist/index.d.cts") });
}

async function printSizes() {
  const { sizes } = await import("./lib/sizes.js");
  console.table(sizes());
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes("--release")) process.env.RELEASE = "1";
  await build();
}
