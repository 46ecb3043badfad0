// Writes down whose work is compiled into the WebAssembly, and under which licence.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run.js";

/** What is taken where a crate offers a choice. Each asks for its text to go along. */
const chosen = ["MIT", "Apache-2.0", "Unicode-3.0"];
const namesOfTexts = {
  MIT: /^(LICENSE|COPYING)([-_]MIT)?(\.\w+)?$/i,
  "Apache-2.0": /APACHE/i,
  "Unicode-3.0": /UNICODE/i,
};

/** The crates that are compiled in: those that the crate depends on, but for tools that only run while it is built. */
export function compiledIn() {
  const args = ["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"];
  const options = { cwd: root, encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] };
  const { packages, resolve } = JSON.parse(execFileSync("cargo", args, options));
  const crateOf = new Map(packages.map((crate) => [crate.id, crate]));
  const nodeOf = new Map(resolve.nodes.map((node) => [node.id, node]));
  const isMacro = ({ targets }) => targets.some(({ kind }) => kind.includes("proc-macro"));

  const own = packages.find(({ name }) => name === "xsolla-password-reset").id;
  const found = new Set();
  const waiting = [own];
  while (waiting.length > 0) {
    for (const { pkg, dep_kinds: kinds } of nodeOf.get(waiting.pop()).deps) {
      if (found.has(pkg) || isMacro(crateOf.get(pkg)) || !kinds.some(({ kind }) => kind === null)) continue;
      found.add(pkg);
      waiting.push(pkg);
    }
  }
  return [...found].map((id) => crateOf.get(id)).sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/**
 * The licences of an SPDX expression that suffice, with the one preferred where there is a choice.
 * Throws when there is none that may be taken.
 */
export function choose(expression) {
  const parts = expression.replaceAll("/", " OR ").split(" AND ");
  return parts.map((part) => {
    const offered = part
      .replaceAll(/[()]/g, "")
      .split(" OR ")
      .map((name) => name.trim());
    const licence = chosen.find((name) => offered.includes(name));
    if (!licence) throw new Error(`None of these licences may be taken: ${part}`);
    return licence;
  });
}

/** The texts of a crate's licences. Some crates name their licence and leave its text out. */
function textsOf({ manifest_path: manifest, license }) {
  const folder = dirname(manifest);
  return choose(license).map((licence) => {
    const file = readdirSync(folder).find((name) => namesOfTexts[licence].test(name));
    return file ? readFileSync(join(folder, file), "utf8").trim() : "";
  });
}

/** The list and, once each, the texts. */
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
