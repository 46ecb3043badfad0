// Lists the crates that are compiled into the WebAssembly, with their licences.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run.js";

/** The accepted licences, in order of preference. Each requires its text to be included. */
const chosen = ["MIT", "Apache-2.0", "Unicode-3.0"];
const namesOfTexts = {
  MIT: /^(LICENSE|COPYING)([-_]MIT)?(\.\w+)?$/i,
  "Apache-2.0": /APACHE/i,
  "Unicode-3.0": /UNICODE/i,
};

const cargo = (...args) =>
  execFileSync("cargo", [...args, "--locked"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "ignore"],
  });

/** The crates that are compiled in: the dependencies, without build tools and macros. */
export function compiledIn() {
  const edges = ["--edges", "normal,no-proc-macro", "--target", "wasm32-unknown-unknown"];
  const tree = cargo("tree", "--package", "xsolla-password-reset", ...edges, "--prefix", "none", "--format", "{p}");
  const names = new Set(tree.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const { packages } = JSON.parse(cargo("metadata", "--format-version", "1"));
  const isIn = ({ name, version, source }) => source && names.has(`${name} v${version}`);
  return packages.filter(isIn).sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/**
 * The licences that an SPDX expression requires; where it offers a choice, the preferred one.
 * Throws if none of a choice is accepted.
 */
export function choose(expression) {
  return expression.split(" AND ").map((part) => {
    const offered = part.replaceAll(/[()]/g, "").split(/ OR |\//);
    const licence = chosen.find((name) => offered.includes(name));
    if (!licence) throw new Error(`None of these licences is accepted: ${part}`);
    return licence;
  });
}

/** The texts of a crate's licences, empty if the crate does not include one. */
function textsOf({ manifest_path: manifest, license }) {
  const folder = dirname(manifest);
  return choose(license).map((licence) => {
    const file = readdirSync(folder).find((name) => namesOfTexts[licence].test(name));
    return file ? readFileSync(join(folder, file), "utf8").trim() : "";
  });
}

/** The list of crates, followed by each licence text once. */
export function licenses() {
  const crates = compiledIn();
  const usersOf = new Map();
  for (const crate of crates) {
    for (const text of textsOf(crate).filter(Boolean)) usersOf.set(text, [...(usersOf.get(text) ?? []), crate.name]);
  }
  const list = crates.map(({ name, version, license, repository, authors }) =>
    [`${name} ${version}`, license, repository ?? authors.join(", ")].join(" · "),
  );
  const texts = [...usersOf].map(([text, names]) => `${"-".repeat(80)}\n${names.join(", ")}\n\n${text}`);
  return [
    "The WebAssembly in this package contains the Rust standard library (MIT OR Apache-2.0 · https://github.com/rust-lang/rust)",
    "and these crates. Where there is a choice, they are used under the MIT License.",
    "",
    ...list,
    "",
    ...texts,
    "",
  ].join("\n");
}
