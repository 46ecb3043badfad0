// The WebAssembly and its glue: compiled by cargo, connected by wasm-bindgen, optimized by binaryen.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { printStep, root, run } from "./run.js";
import { npmPackages, rustFlags, rustSources, wasmBindgen, wasmTarget } from "./tools.js";

const crate = "xsolla_password_reset";
const target = "wasm32-unknown-unknown";

/** The crate's JavaScript, which wasm-bindgen copies as "snippets". */
const snippetFolder = join(root, "src/browser");

const words = (text) => text.split(" ");

/** The exports that JavaScript calls. */
const exportsWith = (features) => ["prepare", "conclude", ...(features.includes("policy") ? ["suggest"] : [])];

/**
 * Unstable options, for releases: they also compile the standard library, for size and for WebAssembly 1.0, and a panic
 * aborts without a message. The compiler is the stable one; the environment variable enables its unstable options.
 *
 * WebAssembly 1.0 has neither bulk memory nor saturating conversions, but binaryen's replacements for them are smaller
 * than the code that LLVM emits without them.
 */
const unstableBuild = {
  args: words("-Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size --target-dir target/release-build"),
  flags: [
    ...words("-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none"),
    ...words("-Ctarget-cpu=mvp -Ctarget-feature=+bulk-memory,+nontrapping-fptoint"),
  ],
  env: { RUSTC_BOOTSTRAP: "1" },
};
const stableBuild = { args: [], flags: ["-Ctarget-feature=-reference-types"], env: {} };

/**
 * Linker arguments. Rust reserves a megabyte of stack, of which a call needs little. The prebuilt standard library uses
 * WebAssembly features that old engines lack: wasm-bindgen relies on those that the linker lists, so only one is listed,
 * and `optimize` replaces the rest.
 */
const linkArgs = ["-zstack-size=4096", "--features=mutable-globals", "--no-check-features"].map(
  (arg) => `-Clink-arg=${arg}`,
);

/**
 * Makes the WebAssembly, and its glue as a function, in a folder.
 *
 * @param {{ folder: string, release?: boolean, features?: string[] }} options
 * @returns {Promise<{ wasm: Buffer, glue: string }>} `glue` is the path of a module
 */
export async function compile({ folder, release = false, features = [] }) {
  await wasmTarget();
  if (release) await rustSources();
  const tools = await wasmBindgen();

  printStep(`Compiling the crate${release ? " and the standard library" : ""} to WebAssembly`);
  const { args, flags, env } = release ? unstableBuild : stableBuild;
  const options = words(
    `rustc --release --lib --crate-type cdylib --target ${target} --no-default-features --features`,
  );
  await run("cargo", [...options, ["package", ...features].join(), ...args, "--", ...linkArgs], {
    env: { ...rustFlags(flags), ...env },
  });

  await rm(join(root, folder), { recursive: true, force: true });
  await mkdir(join(root, folder), { recursive: true });
  const compiled = `${release ? "target/release-build" : "target"}/${target}/release/${crate}.wasm`;
  const plain = words("--target bundler --remove-name-section --remove-producers-section --encode-into always");
  await run(join(tools, "wasm-bindgen"), [...plain, "--out-dir", `${folder}/glue`, compiled]);
  await npmPackages();
  await clearUnusedTexts(join(root, `${folder}/glue/${crate}_bg.wasm`));
  const interfaces = optimize(`${folder}/glue/${crate}_bg.wasm`, `${folder}/${crate}.wasm`);
  await bundleGlue(folder, interfaces, exportsWith(features));
  return { wasm: readFileSync(join(root, folder, `${crate}.wasm`)), glue: join(root, folder, "glue.js") };
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
 * Replaces the instructions that are not in WebAssembly 1.0, optimizes, and shortens the names of imports and exports.
 *
 * @returns the imports, each with its module and name now and `before`; for each export, both names
 */
function optimize(from, to) {
  const args = [
    // The glue does not call these.
    "--remove-exports=__wbindgen_free*",
    "--remove-exports=__wbindgen_exn_store",
    ...words("--remove-exports=__abort_handler --remove-exports=__instance_terminated"),
    ...words("--mvp-features --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int"),
    ...words("--llvm-memory-copy-fill-lowering --signext-lowering --llvm-nontrapping-fptoint-lowering"),
    // Drops functions from the table that no indirect call can reach.
    ...words("--closed-world --low-memory-unused"),
    // The alignment of memory accesses is only a hint. Saves 45 bytes of brotli. Restructuring the control flow saves 84, and
    // needs flat code.
    ...words("--dealign -O4 --flatten --rereloop -Oz -Oz --simplify-locals-notee -O3"),
    ...words("--strip-target-features --minify-imports-and-exports-and-modules"),
  ];
  const wasmOpt = join(root, "node_modules", ".bin", "wasm-opt");
  const output = execFileSync(wasmOpt, [...args, from, "-o", to], { cwd: root, encoding: "utf8" });
  const shortened = JSON.parse(output);
  const before = new Map(shortened.imports.map(([module, name, short]) => [short, { module, name }]));
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(root, to))));
  return {
    imports: imports.map(({ module, name }) => ({ module, name, before: before.get(name) })),
    exports: shortened.exports,
  };
}

/**
 * Makes wasm-bindgen's glue a function, so that each instance of the WebAssembly has its own glue. The crate's JavaScript
 * stays outside of that function: it has no state, and the package uses the same error class.
 */
async function bundleGlue(folder, { imports, exports }, exported) {
  const { build } = await import("esbuild");
  const snippets = await snippetExports();
  /** The same exports from the crate's own files; the paths are relative, so that a copy of the project uses its own. */
  const shared = [...snippets].map(([file, names]) => {
    const path = relative(join(root, folder), join(snippetFolder, file)).split(sep).join("/");
    return `import { ${names.map((name) => `${name} as shared_${name}`)} } from ${JSON.stringify(path)};`;
  });
  const lines = imports.map(({ before }, index) => `import { ${before.name} as i${index} } from "${before.module}";`);
  const members = (wanted) =>
    imports.flatMap(({ module, name }, index) => (module === wanted ? [`${JSON.stringify(name)}: i${index}`] : []));
  const modules = [...new Set(imports.map(({ module }) => module))];
  const importsObject = modules.map((module) => `${JSON.stringify(module)}: { ${members(module)} }`);
  await build({
    stdin: {
      // The footer returns `glue`. Exports of an IIFE would be easier to read, and cost 165 bytes of brotli.
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
    outfile: join(root, folder, "glue.js"),
    bundle: true,
    minifySyntax: true,
    format: "esm",
    banner: { js: `${shared.join("\n")}\nexport default function createGlue() {\nlet glue;` },
    footer: { js: "return glue;\n}" },
    mangleProps: new RegExp(`^(${exports.map(([name]) => name).join("|")})$`),
    mangleCache: Object.fromEntries(exports),
    plugins: [
      {
        name: "shared-snippets",
        setup({ onLoad }) {
          onLoad({ filter: /_bg\.js$/ }, async ({ path }) => {
            const contents = await readFile(path, "utf8");
            // Another version of wasm-bindgen may generate different code.
            if (/exn_store|_free/.test(contents)) throw new Error("The glue calls exports that `optimize` removes");
            return { contents };
          });
          onLoad({ filter: /[/\\]snippets[/\\]/ }, ({ path }) => {
            const names = snippets.get(basename(path));
            return { contents: names.map((name) => `export const ${name} = shared_${name};`).join("") };
          });
        },
      },
    ],
  });
}

/** The names that each JavaScript file of the crate exports, by file name. */
async function snippetExports() {
  const files = (await readdir(snippetFolder)).filter((file) => file.endsWith(".js"));
  const namesOf = async (file) => Object.keys(await import(pathToFileURL(join(snippetFolder, file)).href));
  return new Map(await Promise.all(files.map(async (file) => /** @type {const} */ ([file, await namesOf(file)]))));
}
