// Installs what testing needs, and runs all tests, or only the parts named.
//
//   npm test
//   npm test -- lint firefox

import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, buildIfChanged } from "./build.js";
import { printStep, root, run, startLoginServer } from "./lib/run.js";
import {
  chromium,
  firefox,
  networkNamespaces,
  npmPackages,
  pathWith,
  rustFlags,
  tauri,
  wasmBindgen,
  wasmPack,
  wasmTarget,
  webkit,
} from "./lib/tools.js";

/** What each part shows, and how it is run. */
const parts = {
  format: ["Rust is formatted", () => run("cargo", ["fmt", "--all", "--check"])],
  lint: ["clippy has nothing to printStep, natively and for wasm32", lint],
  native: ["the rules, natively; the local Login server", () => run("cargo", ["test", "--workspace"])],
  build: ["the package builds", () => build()],
  size: ["the package is as small as it is said to be", testSize],
  types: ["the types fit", testTypes],
  node: ["loading, the calls, old engines, the contract, the messages and the README, in Node", testInNode],
  package: ["the package, packed and installed, loads everywhere", testPackage],
  examples: ["the examples, as their READMEs printStep, in Chromium", testExamples],
  frameworks: ["the forms' types and examples in React, Preact, Solid, Vue, Svelte and Angular", testFrameworks],
  docs: ["the reference, every link, every snippet", testDocs],
  raw: ["the module that wasm-pack builds", testRawModule],
  chromium: ["the calls in Chromium", async () => testInBrowser("chrome", await chromium())],
  firefox: ["the calls in Firefox", async () => testInBrowser("firefox", await firefox())],
  faults: ["calls to servers that misbehave, in Chromium, Firefox and WebKit", testFaults],
  hostile: ["thousands of hostile arguments in Chromium, Firefox and WebKit", testHostile],
  soak: ["100,000 calls in one page, in Chromium and Firefox; a page that sleeps, or is left, during a call", testSoak],
  canary: ["nothing personal gets out, in Chromium and Firefox", testCanary],
  healing: ["a trap and an instance out of memory, in Chromium, Firefox and WebKit: the next call works", testHealing],
  launchers: [
    "the engines that launchers embed: Chromium 69 and 83 in Qt, 92, 102, WPE WebKit 2.38; and two too old ones",
    testLaunchers,
  ],
  release: ["the package as it is published: its size, and what needs no demo", () => asReleased(testRelease)],
  start: ["`npm start` runs on free ports, and with the cable pulled", testStart],
  demo: ["the demo in Chromium: every outcome, every state, keyboard, axe", () => asReleased(testDemo)],
  "demo-firefox": ["a player's way through the demo in Firefox", () => asReleased(() => walkDemo("firefox", firefox))],
  "demo-webkit": ["a player's way through the demo in WebKit", () => asReleased(() => walkDemo("webkit", webkit))],
};

/** Parts that run only when named, because they take too long for every run. */
const onDemand = {
  tauri: ["the launcher made with Tauri, compiled and driven in WebKitGTK: both ways to send", testTauri],
};

async function lint() {
  const denyWarnings = ["--", "-D", "warnings"];
  await run("cargo", ["clippy", "--workspace", "--all-targets", ...denyWarnings]);
  await run("cargo", ["clippy", "--all-targets", "--target", "wasm32-unknown-unknown", ...denyWarnings]);
}

/** `tests/types` looks at what the build makes. */
async function testTypes() {
  await buildIfChanged();
  await run("npx", ["tsc", "--project", "."]);
}

async function testSize() {
  await buildIfChanged();
  await run("node", ["--test", "tests/size/"]);
}

/** Runs a test on what is published. */
async function asReleased(test) {
  process.env.RELEASE = "1";
  try {
    await test();
  } finally {
    delete process.env.RELEASE;
  }
}

/** Tries the published build as the other one was tried. */
async function testRelease() {
  await build();
  for (const part of [testSize, testInNode, testFaults, testHostile, testCanary]) await part();
  await run("node", ["tests/package/run.js", "--quick", "browser", "node", "esbuild", "csp"]);
}

/** What needs no browser. */
async function testInNode() {
  await buildIfChanged();
  const folders = ["loading", "calls", "engines", "contract", "messages", "readme"].map((name) => `tests/${name}/`);
  await run("node", ["--test", ...folders]);
}

/** What is packed, in apps that install it; `npm run test:package:all` also tries the slow tools. */
async function testPackage() {
  await chromium();
  await run("node", ["tests/package/run.js", "--quick"]);
}

/** `examples/`, each copied out of here. */
async function testExamples() {
  await chromium();
  await buildIfChanged();
  if (!existsSync(join(root, "examples/yew/target")))
    printStep("One of the examples compiles Yew: one to five minutes, once");
  await run("node", ["--test", "tests/examples/"]);
}

/** `tests/frameworks`, which installs each framework and its checker. */
async function testFrameworks() {
  await chromium();
  await buildIfChanged();
  await run("node", ["--test", "--test-concurrency", "2", "tests/frameworks/"]);
}

/** `examples/tauri`, compiled; `tests/tauri` drives it. */
async function testTauri() {
  await tauri();
  await buildIfChanged();
  const isCompiled = existsSync(join(root, "examples/tauri/src-tauri/target/debug/deps"));
  if (!isCompiled) printStep("Compiling Tauri, which the example embeds: about ten minutes and 2 GB, once");
  await run("node", ["--test", "tests/tauri/"]);
}

/** What `npm run docs` makes, without writing anything of the repository's anew. */
async function testDocs() {
  await run("node", ["scripts/docs.js", "--check"]);
  await run("node", ["--test", "tests/docs/"]);
}

/** What `wasm-pack build` makes of the crate, for those who do without the npm package. */
async function testRawModule() {
  const tools = pathWith(await wasmPack(), await wasmBindgen(), join(root, "node_modules", ".bin"));
  const out = ["--out-dir", "build/raw-module", "--no-pack"];
  const env = { ...tools, ...rustFlags() };
  await run("wasm-pack", ["build", "--target", "web", "--mode", "no-install", ...out], { env });
  await run("node", ["--test", "tests/raw-module/"]);
}

/** `tests/browser.rs`, a part of which calls the local Login server. */
async function testInBrowser(browser, driver) {
  const tools = pathWith(await wasmPack(), await wasmBindgen());
  // The port of the page that runs the tests is not known beforehand.
  const settings = { LOGIN_PORT: "0", LOGIN_ALLOWED_ORIGINS: "http://localhost:8000,http://127.0.0.1:*" };
  const { server, baseUrl } = await startLoginServer(settings, { quiet: true });
  try {
    await run(
      "wasm-pack",
      ["test", "--headless", `--${browser}`, ...driver, "--mode", "no-install", ".", "--test", "browser"],
      {
        env: { ...tools, LOGIN_SERVER: baseUrl, WASM_BINDGEN_TEST_WEBDRIVER_JSON: "tests/browser/webdriver.json" },
      },
    );
  } finally {
    server.kill();
  }
}

/** `tests/faults`, which installs what it needs. */
async function testFaults() {
  await run("node", ["tests/faults/run.js"]);
}

/** `tests/hostile`. */
async function testHostile() {
  await buildIfChanged();
  await run("node", ["tests/hostile/run.js", "chromium", "firefox", "webkit"]);
}

/** `tests/soak`. */
async function testSoak() {
  await buildIfChanged();
  await run("node", ["tests/soak/run.js", "chromium", "firefox"]);
}

/** `tests/canary`. */
async function testCanary() {
  await buildIfChanged();
  await run("node", ["tests/canary/run.js", "chromium", "firefox"]);
}

/** `tests/healing`, over a build of its own. */
async function testHealing() {
  await run("node", ["tests/healing/run.js", "chromium", "firefox", "webkit"]);
}

/** `npm start`. */
async function testStart() {
  await chromium();
  await networkNamespaces();
  await buildIfChanged();
  await run("node", ["--test", "tests/start/"]);
}

/** `tests/launchers`, which installs the engines: everything in the published build, the calls in the other one. */
async function testLaunchers() {
  await run("node", ["tests/launchers/run.js", "--quick"]);
  await asReleased(() => run("node", ["tests/launchers/run.js"]));
}

/** `tests/e2e`, over the demo as `npm start` serves it. */
async function testDemo() {
  await chromium();
  await buildIfChanged();
  await run("npx", ["playwright", "test", "--config", "tests/e2e/playwright.config.js"]);
}

/** The demo in the engines that Playwright cannot drive here. */
async function walkDemo(browser, install) {
  await install();
  await buildIfChanged();
  await run("node", ["tests/e2e/webdriver.js", browser]);
}

const names = process.argv.slice(2);
const named = { ...parts, ...onDemand };
const unknown = names.filter((name) => !(name in named));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. The parts: ${Object.keys(parts).join(", ")}`);
  console.error(`These run only when named: ${Object.keys(onDemand).join(", ")}`);
  process.exit(2);
}

await npmPackages();
await wasmTarget();

const results = [];
for (const [name, [shows, test]] of Object.entries(names.length > 0 ? named : parts)) {
  if (names.length > 0 && !names.includes(name)) continue;
  printStep(`${name}: ${shows}`);
  const start = Date.now();
  let failure = "";
  try {
    await test();
  } catch (error) {
    failure = error.message;
    console.error(failure);
  }
  results.push({ name, shows, seconds: Math.round((Date.now() - start) / 1000), failure });
}

const failed = results.filter(({ failure }) => failure);
printStep("Summary");
for (const { name, shows, seconds, failure } of results) {
  console.log(`${failure ? "✗" : "✓"} ${name.padEnd(12)} ${`${seconds} s`.padStart(6)}  ${failure || shows}`);
}
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
