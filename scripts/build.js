// Builds `dist/`: the npm package, in one file for each way of loading it.
//
//   npm run build            with stable Rust
//   npm run build:release    as published: smaller, thanks to unstable compiler options
//
// With `--if-changed`, only if `dist/` is another build, or older than its sources.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { compilation } from "./lib/engines.js";
import { bundleForms } from "./lib/forms.js";
import { licenses } from "./lib/licenses.js";
import { emptyFolder, printStep, root } from "./lib/run.js";
import { sizes } from "./lib/sizes.js";
import { npmPackages, releaseToolchain } from "./lib/tools.js";
import { compile } from "./lib/wasm.js";
import { encodeText, literal, unusedBytes } from "./lib/wasm-text.js";

const compress = promisify(brotliCompress);

/** Records which of the two builds `dist/` is: `release` or `stable`. */
const buildMarker = join(root, "build/kind");

/** Only `npm test` sets it, for the child processes that test the release build. */
const isReleaseRequested = Boolean(process.env.RELEASE);

/** Whether `dist/` is the release build. */
export const isReleaseBuild = () => existsSync(buildMarker) && readFileSync(buildMarker, "utf8") === "release";

/** Builds `dist/`, as published or with stable Rust. */
export async function build({ release = isReleaseRequested } = {}) {
  const { required, installed } = releaseToolchain();
  const difference = `Releases are built with Rust ${required} (.ci/rust-toolchain.toml), and this is ${installed}`;
  if (release && installed !== required) {
    if (process.argv.includes("--exact")) throw new Error(difference);
    printStep(`${difference}: the bytes differ`);
  }
  // Side by side, because each leaves one of two cores idle at times.
  const [compiled] = await Promise.all([compileBoth({ folder: "build", release }), npmPackages()]);
  await emptyFolder("dist");
  await bundlePackage(compiled, "dist");
  await bundleForms();
  const { bundleTypes } = await import("./lib/types.js");
  await bundleTypes();
  const { writeDeclarations } = await import("./lib/manifest.js");
  await writeDeclarations(join(root, "dist"));
  // The folders that webpack 4 and other tools without `exports` find instead of `xsolla-password-reset/forms`. They name both
  // formats, because webpack would bundle the package twice if one were imported and the other required.
  for (const name of ["forms", "messages"]) {
    const [main, module, types] = ["cjs", "js", "d.ts"].map((extension) => `../dist/${name}.${extension}`);
    await emptyFolder(name);
    await writeFile(join(root, name, "package.json"), `${JSON.stringify({ main, module, types }, null, 2)}\n`);
  }
  await writeFile(join(root, "dist/licenses.txt"), licenses());
  await writeFile(buildMarker, release ? "release" : "stable");
  console.table(sizes());
}

/** Builds `dist/`, unless it is the requested build and newer than its sources. Options as for `build`. */
export async function buildIfChanged({ release = isReleaseRequested } = {}) {
  const sources = ["src", "js", "scripts", "Cargo.toml", "Cargo.lock", "package-lock.json"];
  const built = newest(join(root, "dist"));
  const isRequestedBuild = existsSync(buildMarker) && isReleaseBuild() === release;
  if (isRequestedBuild && sources.every((source) => newest(join(root, source)) < built)) return;
  await build({ release });
}

/** When a file, or the newest file in a folder, was modified, in milliseconds; 0 if there is none. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Makes the WebAssembly twice: without password policies, and in a subfolder with them. */
export async function compileBoth({ folder, release = false, features = [] }) {
  const base = await compile({ folder, release, features });
  const full = await compile({ folder: `${folder}/full`, release, features: [...features, "policy"] });
  return { base, full };
}

/**
 * The ways of loading the package. Only modules load policies from a file of their own: the other formats are for pages that
 * can load only one file, and for `require`.
 */
const formats = {
  // Modules are always decoded as UTF-8. Classic scripts are decoded in the page's charset, so they are ASCII.
  "index.js": { bundling: { format: "esm", external: ["./policy.js"] }, shortening: { module: true }, ascii: false },
  "policy.js": { bundling: { format: "esm" }, shortening: { module: true }, ascii: false },
  "index.cjs": { bundling: { format: "cjs" }, shortening: { toplevel: true }, ascii: true },
  "index.global.js": {
    // `self` too, because a host may run the script inside a function, where `var` defines no global. Not all hosts have it.
    bundling: {
      format: "iife",
      globalName: "XsollaPasswordReset",
      footer: { js: 'typeof self<"u"&&(self.XsollaPasswordReset=XsollaPasswordReset);' },
    },
    shortening: {},
    ascii: true,
  },
};

/** terser minifies further than esbuild. A new object for each call, because terser modifies it. */
const terserOptions = () => ({
  ecma: 2018,
  // Neither the package nor the glue calls a function with `new`, so each can be an arrow function. That takes two passes.
  compress: { unsafe_arrows: true, unsafe_methods: true, hoist_funs: true, passes: 2 },
});

/** Bundles the scripts with the glue and the WebAssembly, in every format, into a folder. */
export async function bundlePackage({ base, full }, folder) {
  printStep("Bundling");
  const { "index.js": first, ...others } = formats;
  const scripts = [...(await bundle(base, { "index.js": first })), ...(await bundle(full, others))];
  await Promise.all(scripts.map(({ file, script }) => writeFile(join(root, folder, file), script)));
}

/** The scripts with one WebAssembly. */
async function bundle({ wasm, glue }, group) {
  const { build } = await import("esbuild");
  const { minify } = await import("terser");
  const shortenBundle = async ([file, { bundling, shortening, ascii }]) => {
    const { outputFiles } = await build({
      ...compilation,
      ...bundling,
      entryPoints: [join(root, file === "policy.js" ? "js/policy.ts" : "js/index.ts")],
      alias: { glue, source: join(root, file === "index.js" ? "js/split.ts" : "js/whole.ts") },
      bundle: true,
      define: { WASM_LENGTH: String(wasm.length) },
      legalComments: "none",
      minify: true,
      write: false,
    });
    const shorten = async (text) =>
      (await minify(text, { ...terserOptions(), ...shortening, format: { ascii_only: ascii } })).code;
    // Twice, because the second run names what the first has left. Saves 20 bytes of brotli.
    return { file, ascii, code: await shorten(await shorten(outputFiles[0].text)) };
  };
  const shortened = await Promise.all(Object.entries(group).map(shortenBundle));
  /** The scripts with the WebAssembly, and the size of those that are modules. */
  const embed = async ([zero, carriageReturn]) => {
    const values = {
      WASM_TEXT: encodeText(wasm, zero, carriageReturn),
      WASM_ZERO: String.fromCharCode(zero),
      WASM_RETURN: String.fromCharCode(carriageReturn),
    };
    const scripts = shortened.map(({ file, ascii, code }) => ({
      file,
      script: code.replace(/WASM_(TEXT|ZERO|RETURN)/g, (name) => literal(values[name], ascii)),
    }));
    const packed = await Promise.all(scripts.slice(0, 2).map(({ script }) => compress(script)));
    return { zero, scripts, size: packed.reduce((sum, { length }) => sum + length, 0) };
  };
  const smallest = async (candidates) =>
    (await Promise.all(candidates.map(embed))).reduce((best, other) => (other.size < best.size ? other : best));
  const unused = unusedBytes(wasm);
  if (unused.length < 2) throw new Error("The WebAssembly contains too many different bytes to embed it as text");
  // One after the other, because compressing with all pairs would take a minute.
  const { zero } = await smallest(unused.map((byte) => [byte, 13]));
  return (await smallest(unused.filter((byte) => byte !== zero).map((byte) => [zero, byte]))).scripts;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const make = process.argv.includes("--if-changed") ? buildIfChanged : build;
  await make({ release: process.argv.includes("--release") });
}
