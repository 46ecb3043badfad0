// The WebAssembly and its glue: compiled by cargo, joined by wasm-bindgen, made smaller by binaryen.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { root, run, say } from "./run.js";
import { rustFlags, rustSources, wasmBindgen, wasmTarget } from "./tools.js";

const crate = "xsolla_password_reset";
const target = "wasm32-unknown-unknown";

/** What JavaScript calls. */
const calls = ["requestPasswordReset", "confirmPasswordReset"];

/**
 * What a release does beyond stable Rust: it compiles Rust's standard library too, for size, and a panic ends the
 * program without a message. The compiler stays the same; the variable opens in it what nightly users have.
 */
const beyondStable = {
  args: ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size", "--target-dir", "target/release-build"],
  flags: ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"],
  env: { RUSTC_BOOTSTRAP: "1" },
};

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
  // A call needs little of the stack, and Rust sets aside a megabyte.
  const stack = "-Clink-arg=-zstack-size=32768";
  const { args, flags, env } = release ? beyondStable : { args: [], flags: [], env: {} };
  const options = ["--release", "--lib", "--crate-type", "cdylib", "--target", target, "--features", features.join()];
  await run("cargo", ["rustc", ...options, ...args], { env: { ...rustFlags([stack, ...flags]), ...env } });

  await rm(join(root, folder), { recursive: true, force: true });
  await mkdir(join(root, folder), { recursive: true });
  const compiled = `${release ? "target/release-build" : "target"}/${target}/release/${crate}.wasm`;
  await run(join(tools, "wasm-bindgen"), [
    ...["--target", "bundler", "--remove-name-section", "--remove-producers-section"],
    ...["--out-dir", `${folder}/glue`, compiled],
  ]);
  const interfaces = optimize(`${folder}/glue/${crate}_bg.wasm`, `${folder}/${crate}.wasm`, release);
  await bundleGlue(folder, interfaces);
  return { wasm: readFileSync(join(root, folder, `${crate}.wasm`)), glue: join(root, folder, "glue.js") };
}

/**
 * Runs binaryen's optimizer. A release also gets short names for what WebAssembly and glue know each other by.
 *
 * @returns what the WebAssembly imports, under which name and from where, now and before; both names of what it exports
 */
function optimize(from, to, release) {
  // Named one by one: with `--all-features`, binaryen emits what no engine takes.
  const features = "bulk-memory nontrapping-float-to-int sign-ext mutable-globals reference-types multivalue";
  const args = ["-Oz", "--strip-target-features", ...features.split(" ").map((feature) => `--enable-${feature}`)];
  if (release) args.push("--minify-imports-and-exports-and-modules");
  const wasmOpt = join(root, "node_modules", ".bin", "wasm-opt");
  const output = execFileSync(wasmOpt, [...args, from, "-o", to], { cwd: root, encoding: "utf8" });
  const shortened = release ? JSON.parse(output) : { imports: [], exports: [] };
  const before = new Map(shortened.imports.map(([module, name, short]) => [short, { module, name }]));
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(root, to))));
  return {
    imports: imports.map(({ module, name }) => ({ module, name, before: before.get(name) ?? { module, name } })),
    exports: shortened.exports,
  };
}

/**
 * Makes wasm-bindgen's glue a function, so that each instance of the WebAssembly has glue of its own. What the glue
 * shares with the package, such as the error class, is handed to that function.
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
          start(exports) {
            __wbg_set_wasm(exports);
            exports.__wbindgen_start();
          },
        };`,
      resolveDir: join(root, folder, "glue"),
    },
    outfile: join(root, folder, "glue.js"),
    bundle: true,
    minifySyntax: true,
    format: "esm",
    banner: { js: "export default function createGlue(shared) {\nlet made;" },
    footer: { js: "return made;\n}" },
    ...(exports.length > 0 && {
      mangleProps: new RegExp(`^(${exports.map(([name]) => name).join("|")})$`),
      mangleCache: Object.fromEntries(exports),
    }),
    plugins: [
      {
        name: "shared",
        setup({ onLoad }) {
          onLoad({ filter: /[/\\]snippets[/\\].*[/\\]error\.js$/ }, () => ({
            contents: "export const { PasswordResetError, issue } = shared;",
          }));
        },
      },
    ],
  });
}
