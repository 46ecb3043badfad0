// An app in Rust that uses the crate keeps its own allocator.

import assert from "node:assert/strict";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { root, run } from "../../scripts/lib/run.js";
import { cargoTool } from "../../scripts/lib/tools.js";

const folder = join(root, "build/rust-app");
let app;

before(async () => {
  // The app is outside of the workspace, as users' apps are, but has its versions.
  await copyFile(join(root, "Cargo.lock"), join(root, "tests/rust-app/Cargo.lock"));
  const target = ["--target", "wasm32-unknown-unknown", "--target-dir", "target/rust-app"];
  await run("cargo", ["build", "--quiet", "--release", "--manifest-path", "tests/rust-app/Cargo.toml", ...target]);
  const built = join(root, "target/rust-app/wasm32-unknown-unknown/release/rust_app.wasm");
  await cargoTool("wasm-bindgen-cli");
  await run("wasm-bindgen", ["--target", "web", "--out-dir", folder, built]);
  app = await import(pathToFileURL(join(folder, "rust_app.js")).href);
  await app.default({ module_or_path: await readFile(join(folder, "rust_app_bg.wasm")) });
});

test("the app's allocator serves the crate, too", () => {
  const before = app.allocations();
  assert.equal(app.rule_of("John"), undefined);
  assert.ok(app.allocations() > before);
  assert.equal(app.rule_of(""), "must have 1 to 255 characters");
});
