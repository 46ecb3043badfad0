// The WebAssembly and its glue: compiled by cargo, connected by wasm-bindgen, optimized by binaryen.

import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { compileProgram, emptyFolder, printStep, root, run } from "./run.js";
import { npmPackages, rustFlags, rustSources, wasmTarget } from "./tools.js";

const crate = "xsolla_password_reset";
const target = "wasm32-unknown-unknown";

const words = (text) => text.trim().split(/\s+/);

/**
 * Unstable options, for releases: they also compile the standard library, for size and for WebAssembly 1.0, and a panic
 * aborts without a message. The compiler is the stable one; the environment variable enables its unstable options.
 *
 * WebAssembly 1.0 has neither bulk memory nor saturating conversions, but binaryen's replacements for them are smaller
 * than the code that LLVM emits without them.
 */
const unstableBuild = {
  args: words("-Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size --target-dir target/release-build"),
  flags: words(`-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none
    -Ctarget-cpu=mvp -Ctarget-feature=+bulk-memory,+nontrapping-fptoint`),
  env: { RUSTC_BOOTSTRAP: "1" },
};
const stableBuild = { args: [], flags: ["-Ctarget-feature=-reference-types"], env: {} };

/**
 * Linker arguments. Rust reserves a megabyte of stack, of which a call needs little. The prebuilt standard library uses
 * WebAssembly features that old engines lack: wasm-bindgen relies on those that the linker lists, so only one is listed,
 * and binaryen replaces the rest.
 */
const linkArgs = words(`-Clink-arg=-zstack-size=4096 -Clink-arg=--features=mutable-globals
  -Clink-arg=--no-check-features`);

/** binaryen's arguments. */
const optimizations = [
  // The glue does not call these.
  ...words(`--remove-exports=__wbindgen_free* --remove-exports=__wbindgen_exn_store
    --remove-exports=__abort_handler --remove-exports=__instance_terminated`),
  // Replaces the instructions that are not in WebAssembly 1.0.
  ...words(`--mvp-features --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int
    --llvm-memory-copy-fill-lowering --signext-lowering --llvm-nontrapping-fptoint-lowering`),
  // Drops functions from the table that no indirect call can reach.
  ...words("--closed-world --low-memory-unused"),
  // The alignment of memory accesses is only a hint. Saves 45 bytes of brotli. Restructuring the control flow saves 84, and
  // needs flat code.
  ...words("--dealign -O4 --flatten --rereloop -Oz -Oz --simplify-locals-notee -O3"),
  // Prints the imports, each with its module and both names, and the exports, each with both names.
  ...words("--strip-target-features --minify-imports-and-exports-and-modules"),
];

/** Makes the WebAssembly, and its glue as a function, in a folder. Returns the bytes, and the path of the module. */
export async function compile({ folder, release, features }) {
  await wasmTarget();
  if (release) await rustSources();
  const glue = await compileProgram("glue");

  printStep(`Compiling the crate${release ? " and the standard library" : ""} to WebAssembly`);
  const { args, flags, env } = release ? unstableBuild : stableBuild;
  const options = words(`rustc --release --lib --crate-type cdylib --target ${target} --no-default-features`);
  const wanted = ["--features", ["package", ...features].join(), ...args, "--", ...linkArgs];
  await run("cargo", [...options, ...wanted], { env: { ...rustFlags(flags), ...env } });

  await emptyFolder(folder);
  const compiled = `${release ? "target/release-build" : "target"}/${target}/release/${crate}.wasm`;
  await run(glue, [compiled, `${folder}/glue`]);
  await npmPackages();
  const [wasmOpt, from, to] = [
    "node_modules/.bin/wasm-opt",
    `${folder}/glue/${crate}_bg.wasm`,
    `${folder}/${crate}.wasm`,
  ];
  await clearUnusedTexts(join(root, from));
  const shortened = JSON.parse(await run(wasmOpt, [...optimizations, from, "-o", to], { quiet: true }));
  const wasm = readFileSync(join(root, to));
  const before = new Map(shortened.imports.map(([module, name, short]) => [short, { module, name }]));
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  await bundleGlue(folder, {
    imports: imports.map(({ module, name }) => ({ module, name, before: before.get(name) })),
    exports: shortened.exports,
    exported: ["prepare", "conclude", ...(features.includes("policy") ? ["suggest"] : [])],
  });
  return { wasm, glue: join(root, folder, "glue.js") };
}

/**
 * Texts of js-sys and wasm-bindgen that nothing here can show. The linker keeps them for functions that wasm-bindgen drops
 * (findings/js-sys-leaves-texts.sh).
 */
const unusedTexts =
  /closure invoked recursively or after being dropped|RefCell already (mutably )?borrowed|\/cargo\/[\w./-]*jspi\.rs/g;

/** Fills unused texts with zeros, which the optimizer drops. */
async function clearUnusedTexts(path) {
  const wasm = await readFile(path, "latin1");
  await writeFile(
    path,
    wasm.replace(unusedTexts, (text) => "\0".repeat(text.length)),
    "latin1",
  );
}

/**
 * Makes wasm-bindgen's glue a function, so that each instance of the WebAssembly has its own glue. The crate's JavaScript,
 * which wasm-bindgen copies as "snippets", stays outside of that function: it has no state, and the package uses the same
 * error class.
 */
async function bundleGlue(folder, { imports, exports, exported }) {
  const { build } = await import("esbuild");
  const lines = imports.map(({ before }, index) => `import { ${before.name} as i${index} } from "${before.module}";`);
  const members = (wanted) =>
    imports.flatMap(({ module, name }, index) => (module === wanted ? [`${JSON.stringify(name)}: i${index}`] : []));
  const modules = [...new Set(imports.map(({ module }) => module))];
  const importsObject = modules.map((module) => `${JSON.stringify(module)}: { ${members(module)} }`);
  const { outputFiles } = await build({
    stdin: {
      // It returns `glue`. Exports of an IIFE would be easier to read, and cost 165 bytes of brotli.
      contents: `
        ${lines.join("\n")}
        import { __wbg_set_wasm, ${exported} } from "./${crate}_bg.js";
        glue = {
          imports: { ${importsObject} },
          exports: { ${exported.map((name) => `"${name}": ${name}`)} },
          start: __wbg_set_wasm,
        };`,
      resolveDir: join(root, folder, "glue"),
    },
    bundle: true,
    minifySyntax: true,
    format: "esm",
    write: false,
    mangleProps: new RegExp(`^(${exports.map(([name]) => name).join("|")})$`),
    mangleCache: Object.fromEntries(exports),
    plugins: [
      {
        name: "snippets",
        setup({ onResolve }) {
          onResolve({ filter: /^\.\/snippets\// }, ({ path }) => {
            const own = join(root, "src/browser", basename(path));
            // Relative, so that a copy of the project uses its own.
            return { path: relative(join(root, folder), own).split(sep).join("/"), external: true };
          });
        },
      },
    ],
  });
  const [{ text }] = outputFiles;
  // Another version of wasm-bindgen may generate different code.
  if (/exn_store|_free/.test(text)) throw new Error("The glue calls exports that binaryen removes");
  const [outside = ""] = /^(?:import .*\n)+/m.exec(text) ?? [];
  const inside = text.replace(outside, "");
  const glue = `${outside}export default function createGlue() {\nlet glue;\n${inside}return glue;\n}\n`;
  await writeFile(join(root, folder, "glue.js"), glue);
}
