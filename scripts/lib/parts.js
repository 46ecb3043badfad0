// The parts of `npm test`.

import { floor } from "./engines.js";
import { launcherEngines } from "./launchers.js";
import { steps } from "./steps.js";
import * as tools from "./tools.js";

/** The folders and files of the tests, below `tests/`. */
const paths = {
  size: ["node/size.test.js"],
  node: [
    "node/loading.test.js",
    "node/engines.test.js",
    "node/calls/",
    "node/contract/",
    "node/forms/",
    "node/messages/",
    "node/readme/",
  ],
  docs: ["node/docs/"],
  raw: ["node/raw-module.test.js", "node/rust-app.test.js"],
  start: ["e2e/start/"],
  examples: ["package/examples/"],
  frameworks: ["package/frameworks/"],
  tauri: ["package/tauri/"],
  package: "package/run.js",
  faults: "pages/faults/run.js",
  hostile: "pages/hostile/run.js",
  soak: "pages/soak/run.js",
  canary: "pages/canary/run.js",
  input: "input/run.js",
  healing: "pages/healing/run.js",
  launchers: "pages/launchers/run.js",
  screenReader: "screen-reader/run.js",
  demo: "e2e/playwright.config.js",
  webdriver: "e2e/webdriver.js",
};

/** Runs the tests in these folders and files of the table. */
const nodeTest = (name, ...options) => [
  "node",
  "--test",
  "--test-reporter=spec",
  ...options,
  ...paths[name].map((path) => `tests/${path}`),
];
/** Runs a program of the table. */
const program = (name, ...args) => ["node", `tests/${paths[name]}`, ...args];

const { chromium, firefox, webkit, wasmPack, networkNamespaces } = tools;

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} shows what it proves
 * @property {string[][]} run commands, one after the other
 * @property {"stable" | "release"} [dist] the build of `dist/` that it tests
 * @property {"stable" | "release"} [builds] the build of `dist/` that it makes
 * @property {(() => Promise<unknown>)[]} [tools] what it needs installed
 * @property {string[]} [locks] two parts with a common lock run one after the other. `cargo`: compiles in `target/`, where
 *   cargo would wait, and two builds of the crate would overwrite each other
 * @property {string} [alone] why nothing else may run meanwhile
 * @property {boolean} [onDemand] whether it runs only when named, because it takes too long for every run
 */

/** @type {Part[]} */
export const parts = [
  {
    name: "format",
    shows: "Rust and everything that Biome formats is formatted, without Biome's lint findings",
    run: [steps.rustFormat.command, steps.biome.command],
  },
  {
    name: "lint",
    shows:
      "clippy is clean, natively and for wasm32; the examples for wasm32 compile; no unused files, exports and crates",
    run: [
      steps.clippy.command,
      steps.clippyWasm.command,
      steps.wasmExamples.command,
      steps.knip.command,
      steps.crates.command,
    ],
    locks: ["cargo"],
  },
  {
    name: "build",
    shows: "the package builds with stable Rust",
    run: [["node", "scripts/build.js"]],
    builds: "stable",
    locks: ["cargo"],
  },
  {
    name: "native",
    shows: "the rules, natively; the local Login server",
    run: [steps.nativeTests.command],
    locks: ["cargo"],
  },
  {
    name: "size",
    shows: "the package is within its size budget",
    run: [nodeTest("size")],
    dist: "stable",
  },
  {
    name: "types",
    shows: "the types of the package and of the scripts are right",
    run: [["npx", "tsc", "--project", "."], steps.scriptTypes.command],
    dist: "stable",
  },
  {
    name: "node",
    shows: "loading, the calls, old engines, the contract, the controllers, the messages and the README, in Node",
    run: [nodeTest("node")],
    dist: "stable",
  },
  {
    name: "package",
    shows: "the package, packed and installed, loads everywhere; `npm run test:package:all` also tries the slow tools",
    run: [program("package", "--quick")],
    dist: "stable",
    tools: [chromium],
  },
  {
    name: "chromium",
    shows: "the calls for Rust apps, in Chromium",
    run: [["node", "scripts/lib/crate-tests.js", "chrome"]],
    tools: [chromium, wasmPack],
    locks: ["cargo"],
  },
  {
    name: "firefox",
    shows: "the calls for Rust apps, in Firefox",
    run: [["node", "scripts/lib/crate-tests.js", "firefox"]],
    tools: [firefox, wasmPack],
    locks: ["cargo"],
  },
  {
    name: "raw",
    shows: "the module that wasm-pack builds; an app in Rust keeps its own allocator",
    run: [["node", "scripts/lib/crate-tests.js", "raw"], nodeTest("raw")],
    tools: [wasmPack],
    locks: ["cargo"],
  },
  {
    name: "docs",
    shows: "the reference, every link, every snippet; the files for the public host",
    run: [["node", "scripts/docs.js", "--check"], ["node", "scripts/lib/host-files.js"], nodeTest("docs")],
    locks: ["cargo"],
  },
  {
    name: "healing",
    shows: "a trap and an instance out of memory, in Chromium, Firefox and WebKit: the next call works",
    run: [program("healing", "chromium", "firefox", "webkit")],
    tools: [chromium, firefox, webkit],
    locks: ["cargo"],
  },
  {
    name: "examples",
    shows: "the examples, as described in their READMEs, in Chromium; compiles Yew once, for one to five minutes",
    run: [nodeTest("examples")],
    dist: "stable",
    tools: [chromium],
  },
  {
    name: "frameworks",
    shows: "the forms' types and examples in React, Preact, Solid, Vue, Svelte and Angular",
    run: [nodeTest("frameworks", "--test-concurrency", "2")],
    dist: "stable",
    tools: [chromium],
  },
  {
    name: "faults",
    shows: "calls to servers that misbehave, in Chromium, Firefox and WebKit",
    run: [program("faults")],
    dist: "stable",
    tools: [chromium, firefox, webkit],
  },
  {
    name: "hostile",
    shows: "thousands of hostile arguments in Chromium, Firefox and WebKit",
    run: [program("hostile", "chromium", "firefox", "webkit")],
    dist: "stable",
    tools: [chromium, firefox, webkit],
  },
  {
    name: "canary",
    shows: "no personal data leaks, in Chromium and Firefox",
    run: [program("canary", "chromium", "firefox")],
    dist: "stable",
    tools: [chromium, firefox],
  },
  {
    name: "input",
    shows: "input methods, held keys and the browsers' password managers, in Chromium and Firefox on a screen",
    run: [program("input")],
    dist: "stable",
    tools: [chromium, firefox, tools.inputMethods],
    onDemand: true,
  },
  {
    name: "start",
    shows: "`npm start` runs on free ports, and without a network",
    run: [nodeTest("start")],
    dist: "stable",
    tools: [chromium, networkNamespaces],
  },
  {
    name: "launchers-stable",
    shows: "the calls in the engines that launchers embed",
    run: [program("launchers", "--quick")],
    dist: "stable",
    tools: [chromium, launcherEngines],
  },
  {
    name: "soak",
    shows: "100,000 calls in one page, in Chromium and Firefox; a page that sleeps or is left during a call",
    run: [program("soak", "chromium", "firefox")],
    dist: "stable",
    tools: [chromium, firefox],
    alone: "a page has to fall asleep within the 400 ms that a call takes",
  },
  {
    name: "release-build",
    shows: "the package builds as published",
    run: [["node", "scripts/build.js", "--release"]],
    builds: "release",
    locks: ["cargo"],
  },
  {
    name: "launchers",
    shows: `the engines that launchers embed: Chromium ${floor.chrome}, 83 and 140 in Qt, 92, 102, WPE WebKit 2.38, pywebview; and two too old ones`,
    run: [program("launchers")],
    dist: "release",
    tools: [chromium, launcherEngines],
  },
  {
    name: "release",
    shows: "the package as published: its size, and everything that needs no demo",
    run: [
      nodeTest("size"),
      nodeTest("node"),
      program("faults"),
      program("hostile", "chromium", "firefox", "webkit"),
      program("canary", "chromium", "firefox"),
      program("package", "--quick", "browser", "node", "esbuild", "csp"),
    ],
    dist: "release",
    tools: [chromium, firefox, webkit],
  },
  {
    name: "demo-firefox",
    shows: "a player's way through the demo in Firefox",
    run: [program("webdriver", "firefox")],
    dist: "release",
    tools: [firefox],
  },
  {
    name: "demo-webkit",
    shows: "a player's way through the demo in WebKit",
    run: [program("webdriver", "webkit")],
    dist: "release",
    tools: [webkit],
  },
  {
    name: "demo",
    shows: "the demo in Chromium: every outcome, every state, keyboard, axe",
    run: [["npx", "playwright", "test", "--config", `tests/${paths.demo}`]],
    dist: "release",
    tools: [chromium],
    alone: "it drives two pages at once, which takes both cores, and each step has a time limit",
  },
  {
    name: "tauri",
    shows: "the launcher made with Tauri, driven in WebKitGTK; compiles Tauri once, for about ten minutes and 2 GB",
    run: [nodeTest("tauri")],
    dist: "stable",
    tools: [tools.tauri],
    onDemand: true,
  },
  {
    name: "screen-reader",
    shows:
      "what the screen reader Orca says in every state of the forms, in Chromium, Firefox and WebKitGTK: 5 to 10 minutes",
    run: [program("screenReader")],
    dist: "stable",
    tools: [tools.screenReader],
    onDemand: true,
  },
];
