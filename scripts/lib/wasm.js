// The WebAssembly and its glue: compiled by cargo, joined by wasm-bindgen, made smaller by binaryen.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { root, run, say } from "./run.js";
import { rustFlags, rustSources, wasmBindgen, wasmTarget } from "./tools.js";

const crate = "xsolla_password_reset";
const target = "wasm32-unknown-unknown";

/** What JavaScript calls. */
const calls = ["requestPasswordReset", "confirmPasswordReset"];

/**
 * Beyond stable Rust, for releases: compiles the standard library, too, for size and for the first WebAssembly, and ends
 * the program on a panic without a message. The compiler stays the same; the variable enables its unstable options.
 *
 * Bulk memory and saturating conversion are not in the first WebAssembly, but binaryen's replacements are smaller than
 * the code that LLVM emits without them.
 */
const beyondStable = {
  args: [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
    "--target-dir",
    "target/release-build",
  ],
  flags: [
    ...["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"],
    ...["-Ctarget-cpu=mvp", "-Ctarget-feature=+bulk-memory,+nontrapping-fptoint"],
  ],
  env: { RUSTC_BOOTSTRAP: "1" },
};

/**
 * For the linker. A call needs little stack, and Rust reserves a megabyte. The standard library of stable Rust is compiled
 * with features that old engines lack: wasm-bindgen uses those that the linker lists, and `optimize` replaces the rest.
 */
const linkArgs = [
  "-Clink-arg=-zstack-size=4096",
  "-Clink-arg=--features=mutable-globals",
  "-Clink-arg=--no-check-features",
];

/**
 * Makes the WebAssembly, and its glue as a function, in `folder`.
 *
 * @param {{ folder: string, release?: boolean, features?: string[] }} options
 * @returns {Promise<{ wasm: Buffer, glue: string }>} `glue` is a file
 */
export async function compile({ folder, release = false, features = [] }) {
  await wasmTarget();
  if (release) await rustSources();
  const tools = await wasmBindgen();

  say(`Compiling the crate to WebAssembly${release ? ", and the standard library with it" : ""}`);
  const { args, flags, env } = release
    ? beyondStable
    : { args: [], flags: ["-Ctarget-feature=-reference-types"], env: {} };
  const options = ["--release", "--lib", "--crate-type", "cdylib", "--target", target, "--features", features.join()];
  await run("cargo", ["rustc", ...options, ...args, "--", ...linkArgs], { env: { ...rustFlags(flags), ...env } });

  await rm(join(root, folder), { recursive: true, force: true });
  await mkdir(join(root, folder), { recursive: true });
  const compiled = `${release ? "target/release-build" : "target"}/${target}/release/${crate}.wasm`;
  await run(join(tools, "wasm-bindgen"), [
    ...["--target", "bundler", "--remove-name-section", "--remove-producers-section"],
    ...["--encode-into", "always", "--out-dir", `${folder}/glue`, compiled],
  ]);
  const interfaces = optimize(`${folder}/glue/${crate}_bg.wasm`, `${folder}/${crate}.wasm`);
  await bundleGlue(folder, interfaces);
  return { wasm: readFileSync(join(root, folder, `${crate}.wasm`)), glue: join(root, folder, "glue.js") };
}

/**
 * Replaces the instructions that came after the first WebAssembly, optimizes, and shortens the names of imports and
 * exports.
 *
 * @returns what the WebAssembly imports, under which name and from where, now and before; both names of what it exports
 */
function optimize(from, to) {
  const args = [
    // Of wasm-bindgen's own exports none is used: see `unused`.
    "--remove-exports=__*",
    ...["--mvp-features", "--enable-bulk-memory", "--enable-sign-ext", "--enable-nontrapping-float-to-int"],
    ...["--llvm-memory-copy-fill-lowering", "--signext-lowering", "--llvm-nontrapping-fptoint-lowering"],
    // Found by trying: flattening once, and a second and third round, save 47 bytes of brotli.
    ...["--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--strip-target-features"],
    "--minify-imports-and-exports-and-modules",
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

/** What the glue has for pending calls without an ending. There are none: an ending always arrives, and it frees its call. */
const unused =
  /^(const PendingCallFinalization = [^;]*;|if \(Symbol\.dispose\).*| *PendingCallFinalization\..*| *free\(\) \{[^}]*\})$/gm;

/**
 * Makes wasm-bindgen's glue a function, so that each instance of the WebAssembly has its own glue. The crate's JavaScript
 * stays outside of that function: it keeps no state, and the package uses the same error class.
 */
async function bundleGlue(folder, { imports, exports }) {
  const { build } = await import("esbuild");
  const lines = imports.map(({ before }, index) => `import { ${before.name} as i${index} } from "${before.module}";`);
  const members = (wanted) =>
    imports.flatMap(({ module, name }, index) => (module === wanted ? [`${JSON.stringify(name)}: i${index}`] : []));
  const modules = [...new Set(imports.map(({ module }) => module))];
  const importsObject = modules.map((module) => `${JSON.stringify(module)}: { ${members(module)} }`);
  await build({
    stdin: {
      contents: `
        ${lines.join("\n")}
        import { __wbg_set_wasm, ${calls} } from "./${crate}_bg.js";
        made = {
          imports: { ${importsObject} },
          calls: { ${calls.map((name) => `"${name}": ${name}`)} },
          start: __wbg_set_wasm,
        };`,
      resolveDir: join(root, folder, "glue"),
    },
    outfile: join(root, folder, "glue.js"),
    bundle: true,
    minifySyntax: true,
    format: "esm",
    banner: { js: `${await snippetImports(folder)}\nexport default function createGlue() {\nlet made;` },
    footer: { js: "return made;\n}" },
    mangleProps: new RegExp(`^(${exports.map(([name]) => name).join("|")})$`),
    mangleCache: Object.fromEntries(exports),
    plugins: [
      {
        name: "shared",
        setup({ onLoad }) {
          onLoad({ filter: /_bg\.js$/ }, async ({ path }) => {
            const contents = (await readFile(path, "utf8")).replace(unused, "");
            // A new version of wasm-bindgen may write it differently.
            if (/Finalization|dispose|_free/.test(contents))
              throw new Error("The glue calls exports that `optimize` removes");
            return { contents };
          });
          onLoad({ filter: /[/\\]snippets[/\\]/ }, async ({ path }) => {
            const names = Object.keys(await import(pathToFileURL(path)));
            return { contents: names.map((name) => `export const ${name} = shared_${name};`).join("") };
          });
        },
      },
    ],
  });
}

/**
 * Imports everything that the crate's JavaScript exports, as `shared_<name>`. The paths are relative, so that a copy of
 * the project uses its own files.
 */
async function snippetImports(folder) {
  const files = (await readdir(join(root, "src/browser"))).filter((file) => file.endsWith(".js"));
  const imports = files.map(async (file) => {
    const path = join(root, "src/browser", file);
    const names = Object.keys(await import(pathToFileURL(path)));
    const from = relative(join(root, folder), path).split(sep).join("/");
    return `import { ${names.map((name) => `${name} as shared_${name}`)} } from ${JSON.stringify(from)};`;
  });
  return (await Promise.all(imports)).join("\n");
}
