// The parts of `npm test`, in the order in which they start. tests/README.md says what each proves.

import { relative, sep } from "node:path";
import { launcherEngines } from "./launchers.js";
import { filesInGit, root } from "./run.js";
import { cacheFolder, install } from "./tools.js";

// Commands are split at spaces, and the path of the project may contain some.
const fromRoot = (file) => relative(root, file).replaceAll(sep, "/");
const testFiles = filesInGit(".test.js").map(fromRoot);
/** Runs tests: files, and all files of folders, which newer versions of Node do not look for. */
const tests = (...paths) => {
  const isChosen = (file) => paths.some((path) => file.startsWith(`tests/${path}`));
  return ["node --test --test-reporter=spec", ...testFiles.filter(isChosen)].join(" ");
};
const page = (name, args = "") => `node tests/pages/${name}/run.js ${args}`.trim();
/** Runs a command in another version of Node. */
const inNode = (version, command) => `npx --yes --package=node@${version} -- ${command}`;

const anyNode = ["loading.test.js", "engines.test.js", "calls/", "forms/", "messages/"].map((path) => `node/${path}`);
const [size, node] = [tests("node/size.test.js"), tests(...anyNode, "node/contract/", "node/readme/")];
const wasm = "--target wasm32-unknown-unknown";
const browsers = "chromium firefox webkit";
const schema = `${fromRoot(cacheFolder)}/check-jsonschema/bin/check-jsonschema --builtin-schema vendor.github`;
const clippy = (args) => `cargo clippy --quiet --all-targets ${args} -- -D warnings`;

/**
 * What each part needs, and its commands, which run one after the other. What it can need, besides tools to install:
 *
 * - `stable`, `release`: this build of `dist/`, which the part `build` or `release-build` makes
 * - `cargo`: that no other part compiles in `target/`: cargo would wait, and builds of the crate would overwrite each other
 * - `alone`: that no other part runs
 * - `onDemand`: to be named, because it takes too long for every run
 *
 * @type {Record<string, string[]>}
 */
const table = {
  build: ["cargo", "node scripts/build.js"],
  lint: [
    "cargo",
    ...[clippy("--workspace"), clippy(wasm)],
    // Compiled only: nothing here can run them.
    `cargo --config target.wasm32-unknown-unknown.runner="true" test --quiet --doc ${wasm}`,
  ],
  // Otherwise, a test of the crate that fails would hide what `tests/protocol.rs` finds.
  native: ["cargo", "cargo test --quiet --workspace --no-fail-fast"],
  format: ["", "cargo fmt --all --check", "biome check --error-on-warnings ."],
  unused: ["", "knip --config scripts/knip.json", "node scripts/lib/unused-crates.js"],
  "source-types": ["", "tsc --project js", "tsc --project scripts"],
  size: ["stable", size],
  types: ["stable", "tsc --project tests/node/types"],
  node: ["stable", node],
  "node-oldest": ["stable", inNode("20.20.2", tests(...anyNode))],
  "node-newest": ["stable", inNode("26.10.0", tests(...anyNode))],
  package: ["stable chromium", "node tests/package/run.js --quick", tests("package/checks/")],
  chromium: ["cargo chromium wasm-bindgen-cli wasm-pack", "node scripts/lib/crate-tests.js chrome"],
  firefox: ["cargo firefox wasm-bindgen-cli wasm-pack", "node scripts/lib/crate-tests.js firefox"],
  raw: [
    "cargo wasm-bindgen-cli wasm-pack",
    "wasm-pack build --target web --mode no-install --out-dir build/raw-module --no-pack",
    tests("node/raw-module.test.js"),
  ],
  docs: [
    "cargo cargo-public-api check-jsonschema",
    "node scripts/docs.js --check",
    // A missing doc comment, or another warning, is an error. Both check their own links.
    "typedoc --options docs/typedoc.json",
    `cargo rustdoc --lib ${wasm} --target-dir target -- -D warnings`,
    `remark --use remark-validate-links=repository:false --frail --quiet --no-stdout ${filesInGit(".md").map(fromRoot).join(" ")}`,
    `${schema}-workflows .github/workflows/ci.yml .github/workflows/release.yml`,
    `${schema}-issue-forms .github/ISSUE_TEMPLATE/bug.yml .github/ISSUE_TEMPLATE/feature.yml`,
    `${schema}-issue-config .github/ISSUE_TEMPLATE/config.yml`,
    tests("node/docs/"),
  ],
  healing: [`cargo ${browsers}`, page("healing", browsers)],
  examples: ["stable chromium", tests("package/examples/")],
  frameworks: ["stable chromium", tests("package/frameworks/").replace("--test ", "--test --test-concurrency=2 ")],
  faults: [`stable ${browsers}`, page("faults")],
  hostile: [`stable ${browsers}`, page("hostile", browsers)],
  canary: ["stable chromium firefox", page("canary", "chromium firefox")],
  start: ["stable chromium namespaces", tests("e2e/start/")],
  "launchers-stable": ["stable chromium launchers", page("launchers", "--quick")],
  // A page has to fall asleep within the 400 ms that a call takes.
  soak: ["stable alone chromium firefox", page("soak", "chromium firefox")],
  input: ["stable onDemand chromium firefox desktop", "node tests/input/run.js"],
  "package-all": [`stable onDemand ${browsers}`, "node tests/package/run.js", tests("package/checks/")],
  tauri: ["stable onDemand webkit tauri", tests("package/tauri/")],
  "screen-reader": ["stable onDemand chromium firefox desktop", "node tests/screen-reader/run.js"],
  // Inputs that fail are kept in `target/fuzz/`: turn them into tests.
  fuzz: [
    "cargo onDemand cpp cargo-fuzz",
    "mkdir -p target/fuzz/inputs",
    `cargo +nightly fuzz run --fuzz-dir tests/fuzz --target-dir target/fuzz inputs target/fuzz/inputs
      -- -dict=tests/fuzz/dictionary -max_total_time=${process.env.FUZZ_SECONDS ?? 300} -max_len=4096 -timeout=10
      -artifact_prefix=target/fuzz/inputs/`,
  ],
  "mutants-rust": ["cargo onDemand cargo-mutants", "cargo-mutants mutants --output target"],
  "mutants-js": ["stable onDemand", "stryker run scripts/stryker.json"],

  "release-build": ["cargo", "node scripts/build.js --release"],
  launchers: ["release chromium launchers", page("launchers")],
  release: [
    `release ${browsers}`,
    ...[size, node, page("faults"), page("hostile", browsers), page("canary", "chromium firefox")],
    "node tests/package/run.js --quick browser node esbuild csp",
  ],
  "demo-firefox": ["release firefox", "node tests/e2e/webdriver.js firefox"],
  "demo-webkit": ["release webkit", "node tests/e2e/webdriver.js webkit"],
  // It drives several pages at once, and each step has a time limit.
  demo: ["release alone chromium", "playwright test --config tests/e2e/playwright.config.js"],
};

/** @type {Record<string, () => Promise<unknown>>} */
const installers = { ...install, launchers: launcherEngines };
const builds = { build: "stable", "release-build": "release" };
const circumstances = ["stable", "release", "cargo", "alone", "onDemand"];

/** The parts. `dist` is the build of `dist/` that one tests, `builds` the one that it makes. */
export const parts = Object.entries(table).map(([name, [words, ...run]]) => {
  const needs = words.split(" ").filter(Boolean);
  const [stable, release, cargo, alone, onDemand] = circumstances.map((need) => needs.includes(need));
  const tools = needs.filter((need) => !circumstances.includes(need)).map((need) => installers[need]);
  const dist = stable ? "stable" : release ? "release" : undefined;
  return { name, needs, run, tools, dist, builds: builds[name], cargo, alone, onDemand };
});
