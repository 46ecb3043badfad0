// Installs the tools for building and testing if they are missing. Users of the package need none of them. A program that is
// installed here is on PATH from then on, also for the processes that this one starts.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { printStep, root, run } from "./run.js";

/** Shared by all clones, because these tools take minutes to compile. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "xsolla-password-reset/tools");

/** The path of a program on PATH; `undefined` if it is not there. */
export function which(program) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find(existsSync);
}

/** The environment variable PATH with `folders` first. */
export const pathWith = (...folders) => ({ PATH: [...folders, process.env.PATH].join(delimiter) });

const outputOf = (program, ...args) => execFileSync(program, args, { cwd: root, encoding: "utf8" }).trim();

/** What this process installs from npm, by folder. */
const installations = new Map();

/** Installs the npm packages of a folder's `package-lock.json`, unless this process does so already. */
export function npmPackages({ folder = root, args = [], why = "the bundler, the optimizer and test tools" } = {}) {
  if (!installations.has(folder)) installations.set(folder, npmInstall(folder, args, why));
  return installations.get(folder);
}

async function npmInstall(folder, args, why) {
  const [wanted, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map((file) =>
    statSync(join(folder, file), { throwIfNoEntry: false }),
  );
  if (installed?.mtimeMs > wanted.mtimeMs) return;
  printStep(`Installing npm packages: ${why}`);
  await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error", ...args], { cwd: folder });
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

/** wasm-bindgen's CLI must have exactly the version of the crate. */
const [, wasmBindgen] = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(
  readFileSync(join(root, "Cargo.lock"), "utf8"),
);

/** The tools that cargo compiles: the version, and what each does. */
const crates = {
  "cargo-deny": ["0.20.2", "checks licences and duplicates among the crates"],
  "cargo-fuzz": ["0.13.2", "fuzzes the parsers; it also needs a nightly toolchain of Rust"],
  "cargo-mutants": ["27.1.0", "changes the crate's code to find changes that no test detects"],
  // The newest versions of its dependencies need a newer Rust.
  "cargo-public-api": ["0.52.0", "lists what the crate promises to Rust apps", "--locked"],
  geckodriver: ["0.37.1", "drives Firefox in tests"],
  // It only calls drivers on this machine, which takes no TLS.
  "wasm-bindgen-cli": [wasmBindgen, "runs the crate's tests in browsers", "--no-default-features"],
  "wasm-pack": ["0.15.1", "runs the crate's tests in browsers"],
};

/** Compiles a tool, unless this version is installed. Returns the folder of its programs. */
export async function cargoTool(name) {
  const [version, why, ...args] = crates[name];
  const folder = join(cacheFolder, `${name}-${version}`);
  if (!existsSync(join(folder, ".crates.toml"))) {
    printStep(`Compiling ${name} ${version}, which ${why}: one to five minutes, once`);
    // A debug build compiles in half the time, and is fast enough.
    await run("cargo", ["install", "--debug", ...args, "--root", folder, "--version", version, name]);
  }
  Object.assign(process.env, pathWith(join(folder, "bin")));
  return join(folder, "bin");
}

// Debian packages

/** What is needed of Debian: why, and the packages. */
const debian = {
  chromium: ["the tests run in Chromium", "chromium chromium-driver"],
  cpp: ["libFuzzer is written in C++", "g++"],
  desktop: [
    "the tests use a screen reader and input methods on a screen with a window manager",
    "xvfb openbox xdotool dbus-daemon orca python3-gi gir1.2-webkit2-4.1 ibus ibus-gtk3 ibus-hangul ibus-anthy ibus-unikey",
  ],
  firefox: ["the tests run in Firefox", "firefox-esr"],
  launchers: [
    "launchers embed WebKitGTK, WPE WebKit 2.38, which is as old as Safari 16.0, and engines that link to these libraries",
    `xvfb xauth python3-gi gir1.2-gtk-3.0 gir1.2-webkit2-4.1 wpewebkit-driver cog libexpat1 libnspr4 libgl1 libegl1 libasound2
      libdbus-1-3 libfontconfig1 libgbm1 libglib2.0-0 libgssapi-krb5-2 libnss3 libx11-xcb1 libxcomposite1 libxcursor1
      libxdamage1 libxi6 libxrandr2 libxtst6 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
      libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0
      libxcb-xinerama0 libxcb-xkb1 libxkbfile1 libxkbcommon-x11-0`,
  ],
  namespaces: ["a test starts the demo without a network", "util-linux iproute2"],
  python: ["tools and launchers are written in Python", "python3 python3-venv"],
  "chromium-headless-shell": ["pages take an eighth of the CPU time in it", "chromium-headless-shell"],
  tauri: [
    "an example is made with Tauri, which compiles against WebKitGTK, and which links open",
    "pkg-config libwebkit2gtk-4.1-dev xdg-utils desktop-file-utils libglib2.0-bin x11-utils xvfb openbox xdotool dbus-daemon",
  ],
  webkit: ["the tests run in WebKit", "webkit2gtk-driver xvfb xauth"],
  webp: ["pictures are compressed", "webp"],
};

/** The installation that runs now, or ran last. */
let installation = Promise.resolve();

/** Installs Debian packages that are missing, one installation after the other. On other systems it only names them. */
export function debianPackages(name) {
  // One that failed does not fail the next.
  installation = installation.catch(() => {}).then(() => installDebian(name));
  return installation;
}

async function installDebian(name) {
  const [why, packages] = debian[name];
  if (!which("dpkg-query")) return console.log(`Needed, by the names in Debian, because ${why}: ${packages}`);
  // Also what a package provides: Debian 13 has some libraries by other names.
  const format = `\${db:Status-Status}, \${Package}, \${Provides}\n`;
  // Triggers are pending while another process installs a package.
  const installed = outputOf("dpkg-query", "--show", "--showformat", format).match(/^(installed|triggers-\w+),.*$/gm);
  const there = installed.join().match(/[^,\s]+/g);
  const missing = packages.split(/\s+/).filter((name) => !there.includes(name));
  if (missing.length === 0) return;
  printStep(`Installing ${missing.join(" and ")} with apt-get: ${why}`);
  const [program, ...args] = process.getuid() === 0 ? ["apt-get"] : ["sudo", "apt-get"];
  // Waits for other installations.
  const options = ["-q", "-o", "DPkg::Lock::Timeout=300"];
  for (const command of [["update"], ["install", "-y", "--no-install-recommends", ...missing]])
    await run(program, [...args, ...options, ...command], { env: { DEBIAN_FRONTEND: "noninteractive" } });
}

/** Chromium, its driver and, if Debian has it, its headless shell. Returns wasm-pack's arguments for the driver. */
export async function chromium() {
  await debianPackages("chromium");
  const shell = "chromium-headless-shell";
  if (!which(shell) && spawnSync("apt-cache", ["show", shell]).status === 0) await debianPackages(shell);
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
  await debianPackages("firefox");
  return ["--geckodriver", process.env.GECKODRIVER || join(await cargoTool("geckodriver"), "geckodriver")];
}

// Python packages

/** Installs Python packages in a virtual environment of this name; `args` are for pip. Returns the folder of its programs. */
export async function pythonPackages(name, packages, why, args = []) {
  await debianPackages("python");
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

/** Installs what a part of the tests needs, by name. */
export const install = {
  ...Object.fromEntries(Object.keys(crates).map((name) => [name, () => cargoTool(name)])),
  ...Object.fromEntries(Object.keys(debian).map((name) => [name, () => debianPackages(name)])),
  ...{ chromium, firefox },
  /** It includes the schemas of files for GitHub. */
  "check-jsonschema": () =>
    pythonPackages("check-jsonschema", ["check-jsonschema==0.39.0"], "checks the workflows and the issue forms"),
};
