// Lists the crates that are compiled into the WebAssembly, with their licences. `.cargo/deny.toml` says which are accepted.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run.js";

const cargo = (args) =>
  execFileSync("cargo", [...args.split(" "), "--locked"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });

/** The crates that are compiled in: the dependencies, without build tools and macros. */
export function compiledIn() {
  const tree = cargo(
    "tree --quiet --edges normal,no-proc-macro --target wasm32-unknown-unknown --prefix none --format {p}",
  );
  const names = new Set(tree.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const { packages } = JSON.parse(cargo("metadata --quiet --format-version 1"));
  const isIn = ({ name, version, source }) => source && names.has(`${name} v${version}`);
  return packages.filter(isIn).sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** The texts of a crate's licences, without that of Apache where there is a choice. */
function textsOf({ manifest_path: manifest }) {
  const files = readdirSync(dirname(manifest)).filter((name) => /^(licen[cs]e|copying|unicode)/i.test(name));
  const others = files.filter((name) => !/apache/i.test(name));
  return (others.length > 0 ? others : files).map((name) => readFileSync(join(dirname(manifest), name), "utf8").trim());
}

/** The list of crates, followed by each licence text once. */
export function licenses() {
  const crates = compiledIn();
  const list = crates.map(({ name, version, license, repository, authors }) =>
    [`${name} ${version}`, license, repository ?? authors.join(", ")].join(" · "),
  );
  const texts = [...new Set(crates.flatMap(textsOf))].map((text) => {
    const users = crates.filter((crate) => textsOf(crate).includes(text)).map(({ name }) => name);
    return `${"-".repeat(80)}\n${users.join(", ")}\n\n${text}`;
  });
  return `The WebAssembly in this package contains the Rust standard library (MIT OR Apache-2.0 · https://github.com/rust-lang/rust)
and these crates. Where there is a choice, they are used under the MIT License.

${list.join("\n")}

${texts.join("\n")}
`;
}
