// Builds `dist/`: the npm package, in one file for each way of loading it.
//
//   npm run build            with stable Rust
//   npm run build:release    as it is published: smaller, by what stable Rust does not offer

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { compilation } from "./lib/engines.js";
import { bundleForms } from "./lib/forms.js";
import { licenses } from "./lib/licenses.js";
import { root, say } from "./lib/run.js";
import { npmPackages } from "./lib/tools.js";
import { compile } from "./lib/wasm.js";
import { encodeText, literal } from "./lib/wasm-text.js";

const compress = promisify(brotliCompress);

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

/** How the package can be loaded. */
const forms = [
  // Modules are always read as UTF-8. Classic scripts are read in the page's charset: theirs is ASCII.
  { file: "index.js", bundling: { format: "esm" }, shortening: { module: true }, ascii: false },
  { file: "index.cjs", bundling: { format: "cjs" }, shortening: { toplevel: true }, ascii: true },
  {
    file: "index.global.js",
    bundling: { format: "iife", globalName: "XsollaPasswordReset" },
    shortening: {},
    ascii: true,
  },
];

/** terser knows more ways to write less than esbuild does. Made anew for each call, because terser changes it. */
const terserOptions = () => ({
  ecma: 2018,
  // No function of ours or of the glue is called with `new`, so each can be an arrow. The second pass makes them that.
  compress: { unsafe_arrows: true, passes: 2 },
  // Of the glue's class.
  mangle: { properties: { regex: /^__(wbg_ptr|wrap|destroy_into_raw)$/ } },
});

/** Bundles `js/index.ts` with the glue and the WebAssembly inside, in every form, into a folder. */
export async function bundlePackage({ wasm, glue }, folder) {
  const { build } = await import("esbuild");
  const { minify } = await import("terser");
  const shortenBundle = async ({ bundling, shortening }) => {
    const { outputFiles } = await build({
      ...compilation,
      ...bundling,
      entryPoints: [join(root, "js/index.ts")],
      alias: { glue },
      bundle: true,
      define: { WASM_LENGTH: String(wasm.length) },
      legalComments: "none",
      minify: true,
      write: false,
    });
    const { code } = await minify(outputFiles[0].text, { ...terserOptions(), ...shortening });
    return code;
  };
  const scripts = await Promise.all(forms.map(shortenBundle));
  const withText = (key) => {
    const text = encodeText(wasm, key);
    return scripts.map((script, index) =>
      script.replace("WASM_KEY", String(key)).replace("WASM_TEXT", () => literal(text, forms[index].ascii)),
    );
  };
  // The second one stands for what an application's bundler may make of the first: that is to be light as well.
  const weigh = async (finished) => {
    const packed = await Promise.all(finished.slice(0, 2).map((script) => compress(script)));
    return { finished, weight: packed[0].length + packed[1].length };
  };
  // Keys without many escapes: to compress with all of them would take minutes.
  const candidates = Array.from({ length: 96 }, (_, key) => withText(key)).sort((a, b) => a[1].length - b[1].length);
  const weighed = await Promise.all(candidates.slice(0, 16).map(weigh));
  const { finished } = weighed.reduce((lightest, other) => (other.weight < lightest.weight ? other : lightest));
  await Promise.all(forms.map(({ file }, index) => writeFile(join(root, folder, file), finished[index])));
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
