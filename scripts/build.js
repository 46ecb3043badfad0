// Builds `dist/`: the npm package, in one file for each way of loading it.
//
//   npm run build

import { readdirSync, statSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { bundleForms } from "./lib/forms.js";
import { licenses } from "./lib/licenses.js";
import { root, run, say } from "./lib/run.js";
import { npmPackages, sameForEveryone, wasmBindgen, wasmTarget } from "./lib/tools.js";

const crate = "xsolla_password_reset";
const target = "wasm32-unknown-unknown";
const engines = ["chrome96", "firefox91", "safari15", "node20"];

export async function build() {
  await npmPackages();
  await wasmTarget();
  const wasmBindgenFolder = await wasmBindgen();

  say("Compiling the crate to WebAssembly");
  await run("cargo", ["rustc", "--release", "--lib", "--crate-type", "cdylib", "--target", target], { env: sameForEveryone() });
  await rm(join(root, "build"), { recursive: true, force: true });
  await run(join(wasmBindgenFolder, "wasm-bindgen"), [
    ...["--target", "bundler", "--remove-name-section", "--remove-producers-section"],
    ...["--out-dir", "build/glue", `target/${target}/release/${crate}.wasm`],
  ]);
  await optimize(`build/glue/${crate}_bg.wasm`, `build/${crate}.wasm`);

  say("Bundling");
  await rm(join(root, "dist"), { recursive: true, force: true });
  await mkdir(join(root, "dist"));
  await bundleGlue();
  await bundlePackage();
  await bundleTypes();
  await bundleForms({ target: engines });
  await writeFile(join(root, "dist/licenses.txt"), licenses());
  await printSizes();
}

/** Builds, unless `dist/` is newer than all that it is made of. */
export async function buildIfChanged() {
  const sources = ["src", "js", "scripts", "Cargo.toml", "Cargo.lock", "package-lock.json"];
  const built = newest(join(root, "dist"));
  if (sources.every((source) => newest(join(root, source)) < built)) return;
  await build();
}

/** When a file, or the newest one in a folder, was changed; 0 if there is none. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Named one by one: with `--all-features`, binaryen emits what no engine takes. */
function optimize(from, to) {
  const features =
    "bulk-memory nontrapping-float-to-int sign-ext mutable-globals reference-types multivalue".split(" ");
  const wasmOpt = join(root, "node_modules", ".bin", "wasm-opt");
  return run(wasmOpt, ["-Oz", ...features.map((feature) => `--enable-${feature}`), from, "-o", to]);
}

/**
 * Makes wasm-bindgen's glue a function, so that each instance of the WebAssembly has glue of its own. The one thing
 * that the glue imports, the error class, is handed to that function.
 */
async function bundleGlue() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(root, `build/glue/${crate}_bg.js`)],
    outfile: join(root, "build/glue.js"),
    bundle: true,
    format: "iife",
    globalName: "glue",
    banner: { js: "export default function createGlue(shared) {" },
    footer: { js: "return glue;\n}" },
    plugins: [
      {
        name: "shared",
        setup({ onLoad }) {
          onLoad({ filter: /[/\\]snippets[/\\].*[/\\]error\.js$/ }, () => ({
            contents: "export const { PasswordResetError } = shared;",
          }));
        },
      },
    ],
  });
}

/** Bundles `js/index.ts` with the glue and the WebAssembly inside. */
async function bundlePackage() {
  const { build } = await import("esbuild");
  const bytes = await readFile(join(root, `build/${crate}.wasm`));
  const inside = {
    name: "inside",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^glue$/ }, () => ({ path: join(root, "build/glue.js") }));
      onResolve({ filter: /^wasm$/ }, () => ({ path: "wasm", namespace: "inside" }));
      onLoad({ filter: /^wasm$/, namespace: "inside" }, () => ({
        contents: JSON.stringify({
          text: bytes.toString("latin1"),
          length: bytes.length,
          importsFrom: `./${crate}_bg.js`,
        }),
        loader: "json",
      }));
    },
  };
  const common = {
    entryPoints: [join(root, "js/index.ts")],
    bundle: true,
    minify: true,
    legalComments: "none",
    target: engines,
    // Parcel turns a template with the text of the WebAssembly into a string that it then cannot read.
    supported: { "template-literal": false },
    plugins: [inside],
  };
  await Promise.all([
    // Modules are always read as UTF-8. Classic scripts are read in the page's charset: theirs is ASCII.
    build({ ...common, format: "esm", charset: "utf8", outfile: join(root, "dist/index.js") }),
    build({ ...common, format: "cjs", outfile: join(root, "dist/index.cjs") }),
    build({ ...common, format: "iife", globalName: "XsollaPasswordReset", outfile: join(root, "dist/index.global.js") }),
  ]);
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
  const rows = {};
  const languages = readdirSync(join(root, "dist/messages")).map((file) => `messages/${file}`);
  for (const file of ["index.js", "index.cjs", "index.global.js", "forms.js", "messages.js", ...languages]) {
    const bytes = await readFile(join(root, "dist", file));
    rows[`dist/${file}`] = {
      bytes: bytes.length,
      "gzip -9": gzipSync(bytes, { level: 9 }).length,
      "brotli 11": brotliCompressSync(bytes).length,
    };
  }
  console.table(rows);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build();
