// What building and testing need, installed when it is missing. Nothing here is needed by those who only use the package.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { root, run, say } from "./run.js";

/** Outlives a fresh clone, since these take minutes to compile. */
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "xsolla-password-reset", "tools");

/** The npm packages of `package-lock.json`. */
export async function npmPackages() {
  const installed = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say("Installing npm packages: the bundler, the optimizer and the test tools");
  await run("npm", ["ci", "--no-audit", "--no-fund"]);
}

/** Rust's standard library for WebAssembly. */
export async function wasmTarget() {
  if (!succeeds("cargo", ["--version"])) {
    throw new Error("Rust is missing. Install it with rustup, see https://rustup.rs, and start again.");
  }
  const sysroot = execFileSync("rustc", ["--print", "sysroot"], { cwd: root, encoding: "utf8" }).trim();
  if (existsSync(join(sysroot, "lib", "rustlib", "wasm32-unknown-unknown"))) return;
  say("Adding the Rust target wasm32-unknown-unknown: the crate is compiled to WebAssembly");
  await run("rustup", ["target", "add", "wasm32-unknown-unknown"]);
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

/** geckodriver, which drives Firefox. */
export function geckodriver() {
  return cargoTool("geckodriver", "0.37.1", "drives Firefox in tests");
}

/** Compiles a tool, unless it is there in this version; returns the folder of its programs. */
async function cargoTool(name, version, why) {
  const folder = join(cache, `${name}-${version}`);
  if (!existsSync(join(folder, ".crates.toml"))) {
    say(`Compiling ${name} ${version}, which ${why}: one to five minutes, once`);
    // A debug build compiles in half the time, and is fast enough.
    await run("cargo", ["install", "--debug", "--root", folder, "--version", version, name]);
  }
  return join(folder, "bin");
}

/** Debian packages, installed when `probe` is not found on PATH. */
export async function debianPackages(packages, why) {
  const missing = Object.keys(packages).filter((probe) => !succeeds("which", [probe]));
  if (missing.length === 0) return;
  const names = [...new Set(missing.map((probe) => packages[probe]))];
  if (!succeeds("which", ["apt-get"])) {
    throw new Error(`Install ${missing.join(", ")} with your system's package manager (Debian: ${names.join(" ")}): ${why}.`);
  }
  say(`Installing ${names.join(", ")} with apt-get: ${why}`);
  const sudo = process.getuid() === 0 ? [] : ["sudo"];
  const apt = (...args) => {
    const [program, ...rest] = [...sudo, "apt-get", "-q", ...args];
    return run(program, rest, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", ...names);
}

/** An environment in which programs in `folders` are found first. */
export function pathWith(...folders) {
  return { PATH: [...folders, process.env.PATH].join(delimiter) };
}

function succeeds(program, args) {
  try {
    execFileSync(program, args, { cwd: root, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
