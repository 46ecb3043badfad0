// The crates that are compiled into the WebAssembly: licences, duplicates, sources, known vulnerabilities.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { compiledIn } from "../../../scripts/lib/licenses.js";
import { root } from "../../../scripts/lib/run.js";
import { cargoTool } from "../../../scripts/lib/tools.js";
import { read } from "./packed.js";

await cargoTool("cargo-deny");

function deny(...args) {
  const { status, stdout, stderr } = spawnSync("cargo-deny", ["--color", "never", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { isFine: status === 0, says: stdout + stderr };
}

test("all licences are permissive, no crate is there twice, all come from crates.io", () => {
  const { isFine, says } = deny("--offline", "check", "licenses", "bans", "sources");
  assert.ok(isFine, says);
});

test("no advisory applies", (context) => {
  const fetched = deny("fetch", "db");
  if (!fetched.isFine) return context.skip("the advisory database cannot be fetched from here");
  const { isFine, says } = deny("--offline", "check", "advisories");
  assert.ok(isFine, says);
});

test("no crate in the lock file was yanked", (context) => {
  // cargo asks the registry about a package that it would publish.
  const args = ["package", "--package", "xsolla-password-reset", "--no-verify", "--allow-dirty", "--color", "never"];
  const { status, stderr } = spawnSync("cargo", [...args, "--target-dir", "target/package-check"], {
    cwd: root,
    encoding: "utf8",
  });
  if (/spurious network error|failed to (fetch|query|download)|could not resolve/i.test(stderr)) {
    return context.skip("the registry is not reachable");
  }
  assert.equal(status, 0, stderr);
  assert.doesNotMatch(stderr, /is yanked/);
});

test("the package lists every crate with its licence", async () => {
  const list = await read("dist/licenses.txt");
  const crates = compiledIn();
  assert.ok(crates.length > 5);
  for (const { name, version, license } of crates)
    assert.ok(list.includes(`\n${name} ${version} · ${license} · `), name);
  for (const text of ["Permission is hereby granted", "UNICODE LICENSE V3"]) assert.ok(list.includes(text), text);
});
