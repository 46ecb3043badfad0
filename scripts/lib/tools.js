// What building and testing need, installed when it is missing. Nothing here is needed by those who only use the package.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { root, run, say } from "./run.js";

/** Outlives a fresh clone, since these take minutes to compile. */
export const cacheFolder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), ".cache"),
  "xsolla-password-reset",
  "tools",
);

/** The npm packages of `package-lock.json`. */
export async function npmPackages() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8")).packages;
  const installed = existsSync(join(root, "node_modules/.package-lock.json"))
    ? read("node_modules/.package-lock.json")
    : {};
  // Optional ones are those of other platforms.
  const isMissing = ([path, { version, optional }]) => path && !optional && installed[path]?.version !== version;
  if (!Object.entries(read("package-lock.json")).some(isMissing)) return;
  say("Installing npm packages: the bundler, the optimizer and the test tools");
  await run("npm", ["ci", "--no-audit", "--no-fund"]);
}

/** Rust's standard library for WebAssembly. */
export async function wasmTarget() {
  if (!which("cargo")) {
    throw new Error("Rust is missing. Install it with rustup, see https://rustup.rs, and start again.");
  }
  if (existsSync(join(sysroot(), "lib", "rustlib", "wasm32-unknown-unknown"))) return;
  say("Adding the Rust target wasm32-unknown-unknown: the crate is compiled to WebAssembly");
  await run("rustup", ["target", "add", "wasm32-unknown-unknown"]);
}

/** Rust's standard library as source, to compile it anew. */
export async function rustSources() {
  if (existsSync(join(sysroot(), "lib", "rustlib", "src", "rust", "library", "Cargo.lock"))) return;
  say("Adding the Rust component rust-src: a release compiles the standard library for size");
  await run("rustup", ["component", "add", "rust-src"]);
}

/**
 * The environment that gives rustc these flags, and makes it write the same bytes for every user: panics name files,
 * and those of crates and of the standard library lie in each one's home.
 */
export function rustFlags(flags = []) {
  const home = process.env.CARGO_HOME || join(homedir(), ".cargo");
  const library = join(sysroot(), "lib", "rustlib", "src", "rust");
  const commit = /^commit-hash: (.*)$/m.exec(execFileSync("rustc", ["-vV"], { cwd: root, encoding: "utf8" }))[1];
  const prefixes = [`${home}=/cargo`, `${library}=/rustc/${commit}`].map((prefix) => `--remap-path-prefix=${prefix}`);
  return { CARGO_ENCODED_RUSTFLAGS: [...prefixes, ...flags].join("\x1f") };
}

function sysroot() {
  return execFileSync("rustc", ["--print", "sysroot"], { cwd: root, encoding: "utf8" }).trim();
}

/** wasm-bindgen's CLI, which writes the glue. It must have exactly the version of the crate. */
export function wasmBindgen() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const version = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock)[1];
  return cargoTool("wasm-bindgen-cli", version, "writes the JavaScript around the WebAssembly");
}

/** wasm-pack, which runs the crate's tests in browsers. */
export function wasmPack() {
  return cargoTool("wasm-pack", "0.15.1", "runs the crate's tests in browsers");
}

/** cargo-deny, which reads the licences of what is compiled in. */
export function cargoDeny() {
  return cargoTool("cargo-deny", "0.20.2", "checks licences and duplicates among the crates");
}

/** cargo-fuzz, which makes up bytes for the parsers. What it compiles with is for the user to install. */
export async function cargoFuzz() {
  if (!which("rustup") || !/^nightly/m.test(execFileSync("rustup", ["toolchain", "list"], { encoding: "utf8" }))) {
    throw new Error(
      "Fuzzing needs a nightly toolchain. Install it: rustup toolchain install nightly --profile minimal",
    );
  }
  if (!which("c++")) throw new Error("Fuzzing needs a C++ compiler, for libFuzzer. Install what Debian calls g++.");
  return cargoTool("cargo-fuzz", "0.13.2", "makes up bytes for the parsers");
}

/** cargo-mutants, which changes the crate's code to see whether its tests notice. */
export function cargoMutants() {
  return cargoTool("cargo-mutants", "27.1.0", "changes the crate's code to see whether its tests notice");
}

/**
 * Chromium, its driver and, if Debian has it, its headless shell, in which a page costs an eighth of the CPU time. Returns
 * wasm-pack's arguments for the driver.
 */
export async function chromium() {
  await debianPackages({ chromium: "chromium", chromedriver: "chromium-driver" }, "the tests run in Chromium");
  const shell = "chromium-headless-shell";
  if (!which(shell) && spawnSync("apt-cache", ["show", shell]).status === 0)
    await debianPackages({ [shell]: shell }, "the tests of pages take half the time in it");
  return ["--chromedriver", which("chromedriver")];
}

/** The path of Chromium's headless shell, or of Chromium; `CHROMIUM` overrides it. */
export function headlessChromiumProgram() {
  return process.env.CHROMIUM || which("chromium-headless-shell") || chromiumProgram();
}

/** Where Chromium is; `CHROMIUM` names another one. */
export function chromiumProgram() {
  return process.env.CHROMIUM || which("chromium") || which("chromium-browser");
}

/** The path of Firefox; `FIREFOX` overrides it. */
export function firefoxProgram() {
  return process.env.FIREFOX || which("firefox-esr") || which("firefox");
}

/** Firefox and its driver. Returns how wasm-pack is told of the driver. */
export async function firefox() {
  await debianPackages({ firefox: "firefox-esr" }, "the tests run in Firefox");
  return ["--geckodriver", await geckodriver()];
}

/** Where the driver of Firefox is; `GECKODRIVER` names another one. */
export async function geckodriver() {
  if (process.env.GECKODRIVER) return process.env.GECKODRIVER;
  const folder = await cargoTool("geckodriver", "0.37.1", "drives Firefox in tests");
  return join(folder, "geckodriver");
}

/** WebKit, its driver, and a screen for it. */
export async function webkit() {
  const packageOf = { WebKitWebDriver: "webkit2gtk-driver", "xvfb-run": "xvfb", xauth: "xauth" };
  await debianPackages(packageOf, "the tests run in WebKit");
}

/** The headers of WebKitGTK, which Tauri compiles against, and a driver for the app that it makes. */
export async function tauri() {
  await webkit();
  const why = "an example is made with Tauri, which shows its page in WebKitGTK";
  await debianPackages({ "pkg-config": "pkg-config" }, why);
  const { status } = spawnSync("pkg-config", ["--exists", "webkit2gtk-4.1"]);
  if (status !== 0) await aptInstall(["the headers of WebKitGTK 4.1"], ["libwebkit2gtk-4.1-dev"], why);
}

/** The programs that set up a network namespace. */
export async function networkNamespaces() {
  if (process.platform !== "linux") return;
  await debianPackages({ unshare: "util-linux", ip: "iproute2" }, "a test starts the demo without a network");
}

/** Compiles a tool, unless it is there in this version; returns the folder of its programs. */
async function cargoTool(name, version, why) {
  const folder = join(cacheFolder, `${name}-${version}`);
  if (!existsSync(join(folder, ".crates.toml"))) {
    say(`Compiling ${name} ${version}, which ${why}: one to five minutes, once`);
    // A debug build compiles in half the time, and is fast enough.
    await run("cargo", ["install", "--debug", "--root", folder, "--version", version, name]);
  }
  return join(folder, "bin");
}

/** Installs the Debian package of each program that is not found. */
export async function debianPackages(packageOf, why) {
  const missing = Object.keys(packageOf).filter((program) => !which(program));
  if (missing.length === 0) return;
  await aptInstall(
    missing,
    missing.map((program) => packageOf[program]),
    why,
  );
}

/** Installs Debian packages. `missing` says what they contain that is not there. */
export async function aptInstall(missing, packages, why) {
  if (!which("apt-get")) {
    throw new Error(`${missing.join(" and ")} not found: ${why}. Install what Debian calls ${packages.join(" and ")}.`);
  }
  say(`Installing ${packages.join(" and ")} with apt-get: ${why}`);
  const [program, ...args] = process.getuid() === 0 ? ["apt-get"] : ["sudo", "apt-get"];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  // Another installation may be running.
  args.push("-q", "-o", "DPkg::Lock::Timeout=300");
  await run(program, [...args, "update"], { env });
  await run(program, [...args, "install", "-y", "--no-install-recommends", ...packages], { env });
}

/** Those of these libraries that the loader does not find. */
export function missingLibraries(libraries) {
  const ldconfig = ["/sbin/ldconfig", "/usr/sbin/ldconfig"].find(existsSync) ?? "ldconfig";
  const known = execFileSync(ldconfig, ["-p"], { encoding: "utf8" });
  return libraries.filter((library) => !known.includes(`\t${library} `));
}

/** An environment in which programs in `folders` are found first. */
export function pathWith(...folders) {
  return { PATH: [...folders, process.env.PATH].join(delimiter) };
}

/** The path of a program on PATH; `undefined` if it is not there. */
export function which(program) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find(existsSync);
}
