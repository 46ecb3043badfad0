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

/** Installs the npm packages of a folder's `package-lock.json`. */
export async function npmPackages({
  folder = root,
  args = [],
  why = "the bundler, the optimizer and test tools",
} = {}) {
  const read = (path) => JSON.parse(readFileSync(join(folder, path), "utf8")).packages;
  const installed = existsSync(join(folder, "node_modules/.package-lock.json"))
    ? read("node_modules/.package-lock.json")
    : {};
  // Optional packages are for other platforms.
  const isMissing = ([path, { version, optional }]) => path && !optional && installed[path]?.version !== version;
  if (!Object.entries(read("package-lock.json")).some(isMissing)) return;
  printStep(`Installing npm packages: ${why}`);
  await run("npm", ["ci", "--no-audit", "--no-fund", ...args], { cwd: folder });
}

/** Rust's standard library for WebAssembly. */
export async function wasmTarget() {
  if (!which("cargo")) {
    throw new Error("Rust is missing. Install it with rustup, see https://rustup.rs, and start again.");
  }
  if (existsSync(join(sysroot(), "lib", "rustlib", "wasm32-unknown-unknown"))) return;
  printStep("Adding the Rust target wasm32-unknown-unknown: the crate is compiled to WebAssembly");
  await run("rustup", ["target", "add", "wasm32-unknown-unknown"]);
}

/** The source of Rust's standard library. */
export async function rustSources() {
  if (existsSync(join(sysroot(), "lib", "rustlib", "src", "rust", "library", "Cargo.lock"))) return;
  printStep("Adding the Rust component rust-src: a release compiles the standard library for size");
  await run("rustup", ["component", "add", "rust-src"]);
}

/**
 * The environment variable that passes flags to rustc. It also makes the output the same for every user: panic messages
 * contain paths, and those of crates and of the standard library are in the user's home folder.
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

/** wasm-bindgen's CLI, which generates the glue. It must have exactly the version of the crate. */
export function wasmBindgen() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const version = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock)[1];
  return cargoTool("wasm-bindgen-cli", version, "generates the glue between JavaScript and WebAssembly");
}

/** wasm-pack, which runs the crate's tests in browsers. */
export function wasmPack() {
  return cargoTool("wasm-pack", "0.15.1", "runs the crate's tests in browsers");
}

/** cargo-deny, which checks the licences of the dependencies. */
export function cargoDeny() {
  return cargoTool("cargo-deny", "0.20.2", "checks licences and duplicates among the crates");
}

/** cargo-fuzz, which fuzzes the parsers. A nightly toolchain and a C++ compiler are left for the user to install. */
export async function cargoFuzz() {
  if (!which("rustup") || !/^nightly/m.test(execFileSync("rustup", ["toolchain", "list"], { encoding: "utf8" }))) {
    throw new Error(
      "Fuzzing needs a nightly toolchain. Install it with: rustup toolchain install nightly --profile minimal",
    );
  }
  if (!which("c++"))
    throw new Error("Fuzzing needs a C++ compiler, for libFuzzer. Install a C++ compiler (g++ on Debian).");
  return cargoTool("cargo-fuzz", "0.13.2", "fuzzes the parsers");
}

/** cargo-mutants, which changes the crate's code to find changes that no test detects. */
export function cargoMutants() {
  return cargoTool("cargo-mutants", "27.1.0", "changes the crate's code to find changes that no test detects");
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

/** The path of Chromium; `CHROMIUM` overrides it. */
export function chromiumProgram() {
  return process.env.CHROMIUM || which("chromium") || which("chromium-browser");
}

/** The path of Firefox; `FIREFOX` overrides it. */
export function firefoxProgram() {
  return process.env.FIREFOX || which("firefox-esr") || which("firefox");
}

/** Firefox and its driver. Returns wasm-pack's arguments for the driver. */
export async function firefox() {
  await debianPackages({ firefox: "firefox-esr" }, "the tests run in Firefox");
  return ["--geckodriver", await geckodriver()];
}

/** The path of Firefox's driver; `GECKODRIVER` overrides it. */
async function geckodriver() {
  if (process.env.GECKODRIVER) return process.env.GECKODRIVER;
  const folder = await cargoTool("geckodriver", "0.37.1", "drives Firefox in tests");
  return join(folder, "geckodriver");
}

/** WebKit, its driver, and a virtual screen. */
export async function webkit() {
  const packageOf = { WebKitWebDriver: "webkit2gtk-driver", "xvfb-run": "xvfb", xauth: "xauth" };
  await debianPackages(packageOf, "the tests run in WebKit");
}

/** The headers of WebKitGTK, which Tauri compiles against, a driver for the compiled app, and a desktop for its links. */
export async function tauri() {
  await webkit();
  const why = "an example is made with Tauri, which shows its page in WebKitGTK";
  await debianPackages({ "pkg-config": "pkg-config" }, why);
  const desktop = {
    "xdg-mime": "xdg-utils",
    "update-desktop-database": "desktop-file-utils",
    gio: "libglib2.0-bin",
    "dbus-daemon": "dbus-daemon",
    openbox: "openbox",
    xdotool: "xdotool",
    xmessage: "x11-utils",
  };
  await debianPackages(desktop, "links open the example made with Tauri");
  const { status } = spawnSync("pkg-config", ["--exists", "webkit2gtk-4.1"]);
  if (status !== 0) await aptInstall(["the headers of WebKitGTK 4.1"], ["libwebkit2gtk-4.1-dev"], why);
}

/** The screen reader Orca, a desktop for it, and the browsers in which it reads the forms. */
export async function screenReader() {
  const why = "the tests listen to a screen reader in three browsers";
  const desktop = { orca: "orca", Xvfb: "xvfb", openbox: "openbox", xdotool: "xdotool", "dbus-daemon": "dbus-daemon" };
  await debianPackages({ ...desktop, chromium: "chromium", firefox: "firefox-esr" }, why);
  const { status } = spawnSync("/usr/bin/python3", ["-c", 'import gi; gi.require_version("WebKit2", "4.1")']);
  if (status !== 0) await aptInstall(["WebKitGTK for Python"], ["gir1.2-webkit2-4.1"], why);
}

/** A screen with a window manager, and ibus with input methods for three languages. */
export async function inputMethods() {
  const why = "a test types into the forms through input methods";
  const programs = { Xvfb: "xvfb", openbox: "openbox", xdotool: "xdotool", "dbus-daemon": "dbus", ibus: "ibus" };
  await debianPackages(programs, why);
  const engines = { hangul: "ibus-hangul", anthy: "ibus-anthy", unikey: "ibus-unikey" };
  const missing = Object.keys(engines).filter((name) => !existsSync(`/usr/share/ibus/component/${name}.xml`));
  const packages = missing.map((name) => engines[name]);
  if (!existsSync("/usr/share/doc/ibus-gtk3")) {
    missing.push("ibus for GTK 3");
    packages.push("ibus-gtk3");
  }
  if (missing.length > 0) await aptInstall(missing, packages, why);
}

/** The programs that set up a network namespace. */
export async function networkNamespaces() {
  if (process.platform !== "linux") return;
  await debianPackages({ unshare: "util-linux", ip: "iproute2" }, "a test starts the demo without a network");
}

/** Compiles a tool, unless this version is installed. Returns the folder of its programs. */
async function cargoTool(name, version, why) {
  const folder = join(cacheFolder, `${name}-${version}`);
  if (!existsSync(join(folder, ".crates.toml"))) {
    printStep(`Compiling ${name} ${version}, which ${why}: one to five minutes, once`);
    // A debug build compiles in half the time, and is fast enough.
    await run("cargo", ["install", "--debug", "--root", folder, "--version", version, name]);
  }
  return join(folder, "bin");
}

/** Installs the Debian packages of missing programs. `packageOf` maps programs to packages. */
export async function debianPackages(packageOf, why) {
  const missing = Object.keys(packageOf).filter((program) => !which(program));
  if (missing.length === 0) return;
  await aptInstall(
    missing,
    missing.map((program) => packageOf[program]),
    why,
  );
}

/** Installs Debian packages. `missing` names the programs or libraries that they provide. */
export async function aptInstall(missing, packages, why) {
  if (!which("apt-get")) {
    throw new Error(`${missing.join(" and ")} not found: ${why}. The Debian packages are ${packages.join(" and ")}.`);
  }
  printStep(`Installing ${packages.join(" and ")} with apt-get: ${why}`);
  const [program, ...args] = process.getuid() === 0 ? ["apt-get"] : ["sudo", "apt-get"];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  // Waits for other installations.
  const options = ["-q", "-o", "DPkg::Lock::Timeout=300"];
  await run(program, [...args, ...options, "update"], { env });
  await run(program, [...args, ...options, "install", "-y", "--no-install-recommends", ...packages], { env });
}

/** The libraries that the loader does not find. */
export function missingLibraries(libraries) {
  const ldconfig = ["/sbin/ldconfig", "/usr/sbin/ldconfig"].find(existsSync) ?? "ldconfig";
  const known = execFileSync(ldconfig, ["-p"], { encoding: "utf8" });
  return libraries.filter((library) => !known.includes(`\t${library} `));
}

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
  if (spawnSync("python3", ["-c", "import ensurepip, venv"]).status !== 0) {
    await aptInstall(["Python's venv"], ["python3-venv"], why);
  }
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

/**
 * The Rust that releases are built with, and the one that is installed. A different version makes different bytes.
 */
export function releaseToolchain() {
  const file = readFileSync(join(root, ".ci/rust-toolchain.toml"), "utf8");
  const [, required] = /^channel = "(.*)"$/m.exec(file);
  const version = execFileSync("rustc", ["-vV"], { cwd: root, encoding: "utf8" });
  const [, installed] = /^release: (.*)$/m.exec(version);
  return { required, installed };
}

/** The environment variable PATH with `folders` first. */
export function pathWith(...folders) {
  return { PATH: [...folders, process.env.PATH].join(delimiter) };
}

/** The path of a program on PATH; `undefined` if it is not there. */
export function which(program) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find(existsSync);
}
