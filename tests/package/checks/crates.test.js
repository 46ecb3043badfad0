// The crates that are compiled into the WebAssembly: licences, duplicates, sources, known vulnerabilities.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { root } from "../../../scripts/lib/run.js";
import { cargoTool } from "../../../scripts/lib/tools.js";

await cargoTool("cargo-deny");

function say(program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, ["--color", "never", ...args], { cwd: root, encoding: "utf8" });
  return { isFine: status === 0, says: stdout + stderr };
}
const deny = (...args) => say("cargo-deny", ...args);

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
  const options = "--package xsolla-password-reset --no-verify --allow-dirty --target-dir target/package-check";
  const { isFine, says } = say("cargo", "package", ...options.split(" "));
  if (/spurious network error|failed to (fetch|query|download)|could not resolve/i.test(says)) {
    return context.skip("the registry is not reachable");
  }
  assert.ok(isFine, says);
  assert.doesNotMatch(says, /is yanked/);
});
