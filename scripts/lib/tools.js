// Installs the tools for building and testing if they are missing. Users of the package need none of them.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { printStep, root, run } from "./run.js";

/** Shared by all clones, because these tools take minutes to compile. */
export const cacheFolder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), ".cache"),
  "xsolla-password-reset",
  "tools",
);

/** The path of a program on PATH; `undefined` if it is not there. */
export function which(program) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find(existsSync);
}

/** The environment variable PATH with `folders` first. */
export const pathWith = (...folders) => ({ PATH: [...folders, process.env.PATH].join(delimiter) });

const outputOf = (program, ...args) => execFileSync(program, args, { cwd: root, encoding: "utf8" }).trim();
const succeeds = (program, ...args) => spawnSync(program, args).status === 0;

/** What this process installs from npm, by folder. */
const installations = new Map();

/** Installs the npm packages of a folder's `package-lock.json`, unless this process does so already. */
export function npmPackages({ folder = root, args = [], why = "the bundler, the optimizer and test tools" } = {}) {
  if (!installations.has(folder)) installations.set(folder, npmInstall(folder, args, why));
  return installations.get(folder);
}

async function npmInstall(folder, args, why) {
  const read = (path) => JSON.parse(readFileSync(join(folder, path), "utf8")).packages;
  const record = "node_modules/.package-lock.json";
  const installed = existsSync(join(folder, record)) ? read(record) : {};
  // Optional packages are for other platforms.
  const isMissing = ([path, { version, optional }]) => path && !optional && installed[path]?.version !== version;
  if (!Object.entries(read("package-lock.json")).some(isMissing)) return;
  printStep(`Installing npm packages: ${why}`);
  await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error", ...args], { cwd: folder });
}

/** The versions of Node that the tests run on: the oldest supported one, the one for all others, and the newest. */
export const nodeVersions = { oldest: "20.20.2", usual: "24.21.0", newest: "26.10.0" };

/** Node in one of these versions. Returns the folder of the program. */
export async function nodeJs(version) {
  const { platform, arch } = process;
  const name = `node-${platform === "darwin" && arch === "arm64" ? "bin-" : ""}${platform}-${arch}`;
  const folder = join(cacheFolder, `node-${version}`);
  const bin = join(folder, "node_modules", name, "bin");
  if (!existsSync(bin)) {
    printStep(`Installing Node ${version} from npm: tests run on it`);
    await run("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", `${name}@${version}`]);
  }
  return bin;
}

// Rust

const rustc = () => outputOf("rustc", "-vV");
const inSysroot = (...path) => join(outputOf("rustc", "--print", "sysroot"), "lib/rustlib", ...path);

/** Rust's standard library for WebAssembly. */
export async function wasmTarget() {
  if (!which("cargo"))
    throw new Error("Rust is missing. Install it with rustup, see https://rustup.rs, and start again.");
  if (existsSync(inSysroot("wasm32-unknown-unknown"))) return;
  printStep("Adding the Rust target wasm32-unknown-unknown: the crate is compiled to WebAssembly");
  await run("rustup", ["target", "add", "wasm32-unknown-unknown"]);
}

/** The source of Rust's standard library. */
export async function rustSources() {
  if (existsSync(inSysroot("src/rust/library/Cargo.lock"))) return;
  printStep("Adding the Rust component rust-src: a release compiles the standard library for size");
  await run("rustup", ["component", "add", "rust-src"]);
}

/**
 * The environment variable that passes flags to rustc. It also makes the output the same for every user: panic messages
 * contain paths, and those of crates and of the standard library are in the user's home folder.
 */
export function rustFlags(flags = []) {
  const home = process.env.CARGO_HOME || join(homedir(), ".cargo");
  const commit = /^commit-hash: (.*)$/m.exec(rustc())[1];
  const prefixes = [`${home}=/cargo`, `${inSysroot("src/rust")}=/rustc/${commit}`];
  const remapped = prefixes.map((prefix) => `--remap-path-prefix=${prefix}`);
  return { CARGO_ENCODED_RUSTFLAGS: [...remapped, ...flags].join("\x1f") };
}

/** The Rust that releases are built with, and the one that is installed. A different version makes different bytes. */
export function releaseToolchain() {
  const [, required] = /^channel = "(.*)"$/m.exec(readFileSync(join(root, ".ci/rust-toolchain.toml"), "utf8"));
  return { required, installed: /^release: (.*)$/m.exec(rustc())[1] };
}

/** Compiles a tool, unless this version is installed. Returns the folder of its programs. */
async function cargoTool(name, version, why, args = []) {
  const folder = join(cacheFolder, `${name}-${version}`);
  if (!existsSync(join(folder, ".crates.toml"))) {
    printStep(`Compiling ${name} ${version}, which ${why}: one to five minutes, once`);
    // A debug build compiles in half the time, and is fast enough.
    await run("cargo", ["install", "--debug", ...args, "--root", folder, "--version", version, name]);
  }
  return join(folder, "bin");
}

/** wasm-bindgen's CLI, which generates the glue. It must have exactly the version of the crate. */
export function wasmBindgen() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const [, version] = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock);
  return cargoTool("wasm-bindgen-cli", version, "generates the glue between JavaScript and WebAssembly");
}

export const wasmPack = () => cargoTool("wasm-pack", "0.15.1", "runs the crate's tests in browsers");
export const cargoDeny = () => cargoTool("cargo-deny", "0.20.2", "checks licences and duplicates among the crates");
export const cargoPublicApi = () =>
  // The newest versions of its dependencies need a newer Rust.
  cargoTool("cargo-public-api", "0.52.0", "lists what the crate promises to Rust apps", ["--locked"]);
export const cargoMutants = () =>
  cargoTool("cargo-mutants", "27.1.0", "changes the crate's code to find changes that no test detects");

/** cargo-fuzz, which fuzzes the parsers. A nightly toolchain and a C++ compiler are left for the user to install. */
export async function cargoFuzz() {
  if (!which("rustup") || !/^nightly/m.test(outputOf("rustup", "toolchain", "list")))
    throw new Error(
      "Fuzzing needs a nightly toolchain. Install it with: rustup toolchain install nightly --profile minimal",
    );
  if (!which("c++"))
    throw new Error("Fuzzing needs a C++ compiler, for libFuzzer. Install a C++ compiler (g++ on Debian).");
  return cargoTool("cargo-fuzz", "0.13.2", "fuzzes the parsers");
}

// Debian packages

/**
 * Installs the Debian packages of what is missing.
 *
 * @param {Record<string, string>} packageOf maps programs, or others, to packages
 * @param {string} why
 * @param {(name: string) => unknown} [isThere]
 */
export async function debianPackages(packageOf, why, isThere = which) {
  const missing = Object.keys(packageOf).filter((name) => !isThere(name));
  if (missing.length === 0) return;
  const packages = missing.map((name) => packageOf[name]);
  if (!which("apt-get"))
    throw new Error(`${missing.join(" and ")} not found: ${why}. The Debian packages are ${packages.join(" and ")}.`);
  printStep(`Installing ${packages.join(" and ")} with apt-get: ${why}`);
  const [program, ...args] = process.getuid() === 0 ? ["apt-get"] : ["sudo", "apt-get"];
  // Waits for other installations.
  const options = ["-q", "-o", "DPkg::Lock::Timeout=300"];
  for (const command of [["update"], ["install", "-y", "--no-install-recommends", ...packages]])
    await run(program, [...args, ...options, ...command], { env: { DEBIAN_FRONTEND: "noninteractive" } });
}

/** Installs the Debian packages of the libraries that the loader does not find. */
export function debianLibraries(packageOf, why) {
  const ldconfig = ["/sbin/ldconfig", "/usr/sbin/ldconfig"].find(existsSync) ?? "ldconfig";
  const known = outputOf(ldconfig, "-p");
  return debianPackages(packageOf, why, (library) => known.includes(`\t${library} `));
}

/**
 * Chromium, its driver and, if Debian has it, its headless shell, in which a page costs an eighth of the CPU time. Returns
 * wasm-pack's arguments for the driver.
 */
export async function chromium() {
  await debianPackages({ chromium: "chromium", chromedriver: "chromium-driver" }, "the tests run in Chromium");
  const shell = "chromium-headless-shell";
  if (!which(shell) && succeeds("apt-cache", "show", shell))
    await debianPackages({ [shell]: shell }, "the tests of pages take half the time in it");
  return ["--chromedriver", which("chromedriver")];
}

/** The path of Chromium; `CHROMIUM` overrides it. */
export const chromiumProgram = () => process.env.CHROMIUM || which("chromium") || which("chromium-browser");

/** The path of Chromium's headless shell, or of Chromium; `CHROMIUM` overrides it. */
export const headlessChromiumProgram = () =>
  process.env.CHROMIUM || which("chromium-headless-shell") || chromiumProgram();

/** The path of Firefox; `FIREFOX` overrides it. */
export const firefoxProgram = () => process.env.FIREFOX || which("firefox-esr") || which("firefox");

/** Firefox and its driver, which `GECKODRIVER` overrides. Returns wasm-pack's arguments for the driver. */
export async function firefox() {
  await debianPackages({ firefox: "firefox-esr" }, "the tests run in Firefox");
  const install = async () => join(await cargoTool("geckodriver", "0.37.1", "drives Firefox in tests"), "geckodriver");
  return ["--geckodriver", process.env.GECKODRIVER || (await install())];
}

/** A virtual screen. */
export const xvfb = { "xvfb-run": "xvfb", xauth: "xauth" };
/** A virtual screen with a window manager. */
const desktop = { Xvfb: "xvfb", openbox: "openbox", xdotool: "xdotool", "dbus-daemon": "dbus-daemon" };

/** WebKit, its driver, and a virtual screen. */
export const webkit = () =>
  debianPackages({ WebKitWebDriver: "webkit2gtk-driver", ...xvfb }, "the tests run in WebKit");

/** The headers of WebKitGTK, which Tauri compiles against, a driver for the compiled app, and a desktop for its links. */
export async function tauri() {
  await webkit();
  const why = "an example is made with Tauri, which shows its page in WebKitGTK, and which links open";
  const links = { "xdg-mime": "xdg-utils", "update-desktop-database": "desktop-file-utils", gio: "libglib2.0-bin" };
  await debianPackages({ "pkg-config": "pkg-config", ...links, ...desktop, xmessage: "x11-utils" }, why);
  const hasHeaders = (name) => succeeds("pkg-config", "--exists", name);
  await debianPackages({ "webkit2gtk-4.1": "libwebkit2gtk-4.1-dev" }, why, hasHeaders);
}

/** The screen reader Orca, a desktop for it, and the browsers in which it reads the forms. */
export async function screenReader() {
  const why = "the tests listen to a screen reader in three browsers";
  await debianPackages({ orca: "orca", ...desktop, chromium: "chromium", firefox: "firefox-esr" }, why);
  await gtkBindings({ WebKit2: "4.1" }, why);
}

/** Bindings of GTK libraries for Debian's Python, by library and version. Returns that Python. */
export async function gtkBindings(versionOf, why) {
  const python = "/usr/bin/python3";
  const packages = Object.entries(versionOf).map(([name, version]) => [
    name,
    `gir1.2-${name.toLowerCase()}-${version}`,
  ]);
  const isThere = (name) => succeeds(python, "-c", `import gi; gi.require_version("${name}", "${versionOf[name]}")`);
  await debianPackages({ gi: "python3-gi" }, why, () => succeeds(python, "-c", "import gi"));
  await debianPackages(Object.fromEntries(packages), why, isThere);
  return python;
}

/** A screen with a window manager, and ibus with input methods for three languages. */
export async function inputMethods() {
  const why = "a test types into the forms through input methods";
  await debianPackages({ ...desktop, ibus: "ibus" }, why);
  const component = (name) => `/usr/share/ibus/component/${name}.xml`;
  const files = Object.fromEntries(["hangul", "anthy", "unikey"].map((name) => [component(name), `ibus-${name}`]));
  await debianPackages({ ...files, "/usr/share/doc/ibus-gtk3": "ibus-gtk3" }, why, existsSync);
}

/** The programs that set up a network namespace. */
export async function networkNamespaces() {
  if (process.platform !== "linux") return;
  await debianPackages({ unshare: "util-linux", ip: "iproute2" }, "a test starts the demo without a network");
}

// Python packages

/**
 * Installs Python packages in a virtual environment. Returns the folder of its programs.
 *
 * @param {string} name of the environment
 * @param {string[]} packages
 * @param {string} why
 * @param {string[]} [args] for pip
 */
export async function pythonPackages(name, packages, why, args = []) {
  await debianPackages({ python3: "python3" }, why);
  await debianPackages({ venv: "python3-venv" }, why, () => succeeds("python3", "-c", "import ensurepip, venv"));
  const folder = join(cacheFolder, name);
  const wanted = packages.join("\n");
  const record = join(folder, "installed.txt");
  if (!existsSync(record) || readFileSync(record, "utf8") !== wanted) {
    printStep(`Installing ${packages.join(", ")} with pip: ${why}`);
    // A virtual environment contains its own path, so it cannot be made elsewhere and moved.
    await rm(folder, { recursive: true, force: true });
    await run("python3", ["-m", "venv", folder]);
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-cache-dir"];
    await run(join(folder, "bin/python"), [...pip, "--only-binary", ":all:", ...args, ...packages]);
    await writeFile(record, wanted);
  }
  return join(folder, "bin");
}

/** check-jsonschema, which includes the schemas of files for GitHub. */
export async function checkJsonschema() {
  const name = "check-jsonschema";
  return join(await pythonPackages(name, [`${name}==0.39.0`], "checks the workflows and the issue forms"), name);
}
