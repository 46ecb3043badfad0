// The parts of `npm test`, in the order in which they start. `npm run check` runs those with `check`.

import { relative, sep } from "node:path";
import { floor } from "./engines.js";
import { launcherEngines } from "./launchers.js";
import { filesInGit, root } from "./run.js";
import * as tools from "./tools.js";

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} shows what it proves
 * @property {string[][]} run commands, one after the other
 * @property {"stable" | "release"} [dist] the build of `dist/` that it tests
 * @property {"stable" | "release"} [builds] the build of `dist/` that it makes
 * @property {(() => Promise<unknown>)[]} [tools] what it needs installed
 * @property {boolean} [cargo] whether it compiles in `target/`: two such parts run one after the other, because cargo would
 *   wait, and two builds of the crate would overwrite each other
 * @property {keyof typeof tools.nodeVersions} [node] the version of Node, if it is not the usual one
 * @property {boolean} [check] whether it needs neither a build nor a browser
 * @property {string} [alone] why nothing else may run meanwhile
 * @property {boolean} [onDemand] whether it runs only when named, because it takes too long for every run
 */

const { chromium, firefox, webkit, wasmPack } = tools;
const browsers = [chromium, firefox, webkit];
const inBrowsers = ["chromium", "firefox", "webkit"];

const node = (path, ...args) => ["node", path, ...args];
const page = (name, ...args) => node(`tests/pages/${name}/run.js`, ...args);
/** Runs tests: files, and all files of folders, which newer versions of Node do not look for. */
const nodeTests = (...paths) => {
  const isChosen = (file) => paths.some((path) => file.startsWith(`tests/${path}`));
  return ["node", "--test", "--test-reporter=spec", ...testFiles.filter(isChosen)];
};
const testFiles = filesInGit(".test.js").map((file) => relative(root, file).replaceAll(sep, "/"));
const bin = (name, ...args) => [`node_modules/.bin/${name}`, ...args];
const clippy = (...args) => ["cargo", "clippy", "--quiet", "--all-targets", ...args, "--", "-D", "warnings"];
const wasm = ["--target", "wasm32-unknown-unknown"];

const size = nodeTests("node/size.test.js");
const anyNode = ["loading.test.js", "engines.test.js", "calls/", "forms/", "messages/"].map((path) => `node/${path}`);
const inNode = nodeTests(...anyNode, "node/contract/", "node/readme/");

/**
 * Makes a function for parts that have something in common.
 *
 * @param {Partial<Part>} common
 * @returns {(name: string, shows: string, run: string[][], more?: Partial<Part>) => Part}
 */
const kind =
  (common) =>
  (name, shows, run, more = {}) => ({ name, shows, run, ...common, ...more });
const check = kind({ check: true });
const crate = kind({ cargo: true });
const stable = kind({ dist: "stable" });
const release = kind({ dist: "release" });

/** @type {Part[]} */
export const parts = [
  crate("build", "the package builds with stable Rust", [node("scripts/build.js")], { builds: "stable" }),
  check(
    "lint",
    "clippy is clean, natively and for wasm32; the documentation's examples compile for wasm32",
    [
      clippy("--workspace"),
      clippy(...wasm),
      // Compiled only: nothing here can run them.
      ["cargo", "--config", 'target.wasm32-unknown-unknown.runner="true"', "test", "--quiet", "--doc", ...wasm],
    ],
    { cargo: true },
  ),
  check("native", "the rules, natively; the local Login server", [["cargo", "test", "--quiet", "--workspace"]], {
    cargo: true,
  }),
  check("format", "Rust is formatted; so is everything that Biome formats, without lint findings", [
    ["cargo", "fmt", "--all", "--check"],
    bin("biome", "check", "--error-on-warnings", "."),
  ]),
  check("unused", "no unused files, exports and crates", [
    bin("knip", "--config", "scripts/knip.json"),
    node("scripts/lib/unused-crates.js"),
  ]),
  check("source-types", "the types of the sources, of scripts/, bench/, www/ and tests/", [
    bin("tsc", "--project", "js"),
    bin("tsc", "--project", "scripts"),
  ]),

  stable("size", "the package is within its size budget", [size]),
  stable("types", "the types of the package", [bin("tsc", "--project", "tests/node/types")]),
  stable(
    "node",
    "loading, the calls, old engines, the contract, the controllers, the messages and the README, in Node",
    [inNode],
  ),
  stable(
    "node-oldest",
    "loading, the calls, old engines, the controllers and the messages, in Node 20",
    [nodeTests(...anyNode)],
    { node: "oldest" },
  ),
  stable("node-newest", "the same in Node 26", [nodeTests(...anyNode)], { node: "newest" }),
  stable(
    "package",
    "the package, packed and installed, loads everywhere; `npm run test:package:all` also tries the slow tools",
    [node("tests/package/run.js", "--quick")],
    { tools: [chromium] },
  ),
  crate("chromium", "the calls for Rust apps, in Chromium", [node("scripts/lib/crate-tests.js", "chrome")], {
    tools: [chromium, wasmPack],
  }),
  crate("firefox", "the calls for Rust apps, in Firefox", [node("scripts/lib/crate-tests.js", "firefox")], {
    tools: [firefox, wasmPack],
  }),
  crate(
    "raw",
    "the module that wasm-pack builds; an app in Rust keeps its own allocator",
    [node("scripts/lib/crate-tests.js", "raw"), nodeTests("node/raw-module.test.js", "node/rust-app.test.js")],
    { tools: [wasmPack] },
  ),
  crate("docs", "the reference, every link, every snippet; the files for the public host", [
    node("scripts/docs.js", "--check"),
    node("scripts/lib/host-files.js"),
    nodeTests("node/docs/"),
  ]),
  crate(
    "healing",
    "a trap and an instance out of memory, in Chromium, Firefox and WebKit: the next call works",
    [page("healing", ...inBrowsers)],
    { tools: browsers },
  ),
  stable(
    "examples",
    "the examples, as described in their READMEs, in Chromium; compiles Yew once, for one to five minutes",
    [nodeTests("package/examples/")],
    { tools: [chromium] },
  ),
  stable(
    "frameworks",
    "the forms' types and examples in React, Preact, Solid, Vue, Svelte and Angular",
    [node("--test-concurrency=2", ...nodeTests("package/frameworks/").slice(1))],
    { tools: [chromium] },
  ),
  stable("faults", "calls to servers that misbehave, in Chromium, Firefox and WebKit", [page("faults")], {
    tools: browsers,
  }),
  stable(
    "hostile",
    "thousands of hostile arguments in Chromium, Firefox and WebKit",
    [page("hostile", ...inBrowsers)],
    {
      tools: browsers,
    },
  ),
  stable("canary", "no personal data leaks, in Chromium and Firefox", [page("canary", "chromium", "firefox")], {
    tools: [chromium, firefox],
  }),
  stable("start", "`npm start` runs on free ports, and without a network", [nodeTests("e2e/start/")], {
    tools: [chromium, tools.networkNamespaces],
  }),
  stable("launchers-stable", "the calls in the engines that launchers embed", [page("launchers", "--quick")], {
    tools: [chromium, launcherEngines],
  }),
  stable(
    "soak",
    "100,000 calls in one page, in Chromium and Firefox; a page that sleeps or is left during a call",
    [page("soak", "chromium", "firefox")],
    { tools: [chromium, firefox], alone: "a page has to fall asleep within the 400 ms that a call takes" },
  ),
  stable(
    "input",
    "input methods, held keys and the browsers' password managers, in Chromium and Firefox on a screen",
    [node("tests/input/run.js")],
    { tools: [chromium, firefox, tools.inputMethods], onDemand: true },
  ),
  stable(
    "package-all",
    "the package, packed and installed, loads everywhere, also with the tools that take long",
    [node("tests/package/run.js")],
    { tools: browsers, onDemand: true },
  ),
  stable(
    "tauri",
    "the launcher made with Tauri, driven in WebKitGTK; compiles Tauri once, for about ten minutes and 2 GB",
    [nodeTests("package/tauri/")],
    { tools: [tools.tauri], onDemand: true },
  ),
  stable(
    "screen-reader",
    "what the screen reader Orca says in every state of the forms, in Chromium, Firefox and WebKitGTK: 5 to 10 minutes",
    [node("tests/screen-reader/run.js")],
    { tools: [tools.screenReader], onDemand: true },
  ),

  crate("release-build", "the package builds as published", [node("scripts/build.js", "--release")], {
    builds: "release",
  }),
  release(
    "launchers",
    `the engines that launchers embed: Chromium ${floor.chrome}, 83 and 140 in Qt, 92, 102, WPE WebKit 2.38, pywebview; and two too old ones`,
    [page("launchers")],
    { tools: [chromium, launcherEngines] },
  ),
  release(
    "release",
    "the package as published: its size, and everything that needs no demo",
    [
      size,
      inNode,
      page("faults"),
      page("hostile", ...inBrowsers),
      page("canary", "chromium", "firefox"),
      node("tests/package/run.js", "--quick", "browser", "node", "esbuild", "csp"),
    ],
    { tools: browsers },
  ),
  release("demo-firefox", "a player's way through the demo in Firefox", [node("tests/e2e/webdriver.js", "firefox")], {
    tools: [firefox],
  }),
  release("demo-webkit", "a player's way through the demo in WebKit", [node("tests/e2e/webdriver.js", "webkit")], {
    tools: [webkit],
  }),
  release(
    "demo",
    "the demo in Chromium: every outcome, every state, keyboard, axe",
    [bin("playwright", "test", "--config", "tests/e2e/playwright.config.js")],
    {
      tools: [chromium],
      alone: "it drives two pages at once, which takes both cores, and each step has a time limit",
    },
  ),
];
