// The tools and hosts that the package is tested with. To add a tool: an entry here, and a folder in fixtures/ if it needs files.
//
// A case runs `build`, then one of these; each submits the form for two players and checks the outcomes:
//   page     served from the app's folder, or from `root` in it
//   file     opened from disk
//   server   a command that serves the app at the port PORT
//   program  prints the outcomes
//   tests    a command that fails by itself

import { strict } from "./app.js";

/**
 * @typedef {object} TestCase
 * @property {string} tool
 * @property {string} mode
 * @property {Record<string, string>} [packages] versions of npm packages, that of the tool first
 * @property {string} [type] "module" if the app's files are modules
 * @property {string[]} [layers] folders of fixtures/ that make up the app
 * @property {Record<string, string>} [files] more files of the app
 * @property {string[]} [snippets] snippets of the guides, which are written into the app
 * @property {string} [at] the folder of the snippets in the app
 * @property {string} [build] commands are split at spaces
 * @property {string} [script] loads what was built into the page index.html, which is made of fixtures/page.html
 * @property {string} [page]
 * @property {string} [root]
 * @property {string} [file]
 * @property {string} [server]
 * @property {string} [program]
 * @property {string} [tests]
 * @property {string} [browser] chromium by default
 * @property {string} [charset] of the page, UTF-8 by default
 * @property {string} [loads] an import that the page makes
 * @property {string} [exposes] a module whose exports the page gets
 * @property {string} [policy] the snippet with the page's Content Security Policy
 * @property {string} [policyLacks] a source that is taken out of it
 * @property {RegExp} [mayReport] errors of the page that are expected
 * @property {RegExp[]} [expected] the outcomes, where they are not the usual ones
 * @property {boolean} [isQuick]
 */

const classic = (path) => `<script src="${path}"></script>`;
const module = (path) => `<script type="module" src="${path}"></script>`;

/** An app without a tool. */
const plain = {
  type: "module",
  layers: ["plain"],
  snippets: [
    ...["reset.js", "reset.cjs", "page.js", "module.html", "classic.html", "classic-worker.js"],
    ...["launcher.html", "launcher.js", "native-fetch.js"],
  ],
  files: {
    "import.js": `import "./entries.js";
      import { ask } from "./reset.js";
      console.log(JSON.stringify([await ask("John"), await ask("nobody")]));`,
  },
};
const browser = { tool: "browser", ...plain };
const node = { tool: "node", ...plain };

/** An app that a tool bundles. */
const bundled = (packages) => ({
  packages,
  files: { "src/index.js": 'import "./entries.js";\nimport "./page.js";\n' },
  snippets: ["reset.js", "page.js", "reset-worker.js", "worker-page.js", "vite.config.js"],
  at: "src",
});

const esbuild = (name, options, script = classic) => ({
  tool: "esbuild",
  mode: name,
  ...bundled({ esbuild: "0.28.2" }),
  build: `esbuild src/index.js --bundle --minify --outfile=dist/${name}.js ${options}`,
  script: script(`dist/${name}.js`),
});
const iife = esbuild("iife", "--format=iife");

/** The page of the guides under the policy of the guides, with and without the source that WebAssembly needs. */
function policies(browser) {
  const page = { ...iife, tool: "csp", page: "index.html", browser, policy: "policy.txt" };
  const blocked = /^not_loaded: .*'wasm-unsafe-eval'/;
  return [
    { ...page, mode: browser },
    {
      ...page,
      mode: `${browser}, no WebAssembly`,
      policyLacks: " 'wasm-unsafe-eval'",
      mayReport: /Content Security Policy/,
      expected: [blocked, blocked],
    },
  ];
}

/** Consumers of the types: their module settings, and which of their files these can compile. */
const consumers = {
  nodenext: { module: "NodeNext", files: ["use.mts", "entries.mts", "use.cts", "entries.cts"] },
  commonjs: { module: "NodeNext", files: ["use.cts", "entries.cts"] },
  bundler: { module: "ESNext", moduleResolution: "Bundler", files: ["use.mts", "entries.mts"] },
  server: { module: "NodeNext", lib: ["ES2022"], types: ["node"], files: ["use.mts", "use.cts"] },
  // An error in TypeScript 6 and 7.
  node10: { module: "ES2022", moduleResolution: "Node10", files: ["use.mts", "entries.mts"] },
};
const everywhere = ["nodenext", "commonjs", "bundler", "server"];

const types = (typescript, modes) =>
  modes.map((mode) => {
    const { files, ...settings } = consumers[mode];
    const config = { compilerOptions: { ...strict, noEmit: true, ...settings }, files };
    return {
      tool: "types",
      mode,
      packages: { typescript, "@types/node": "20.19.25" },
      layers: ["types"],
      files: { [`${mode}.json`]: JSON.stringify(config) },
      tests: `tsc --project ${mode}.json`,
    };
  });

const quickCases = [
  { ...browser, mode: "module", page: "module.html", loads: "./entries.js" },
  { ...browser, mode: "classic script", page: "classic.html" },
  { ...browser, mode: "file", file: "classic.html" },
  { ...browser, mode: "file, native fetch", file: "launcher.html", exposes: "native-fetch.js" },
  { ...browser, mode: "worker", script: classic("worker.js"), page: "index.html?classic-worker.js,classic" },
  { ...node, mode: "import", program: "node import.js" },
  { ...node, mode: "require", program: "node require.cjs" },
  {
    ...node,
    mode: "require, v8-compile-cache",
    packages: { "v8-compile-cache": "2.4.0" },
    program: "node --require v8-compile-cache require.cjs",
  },
  { ...esbuild("esm", "--format=esm", module), page: "index.html" },
  { ...iife, page: "index.html" },
  { ...iife, mode: "file", file: "index.html" },
  {
    ...esbuild("raw", "--format=iife --charset=utf8"),
    mode: "raw, no charset",
    file: "index.html",
    charset: "windows-1252",
    expected: [/^not_loaded: .*charset/, /^not_loaded: .*charset/],
  },
  ...policies("chromium"),
  { ...policies("chromium")[0], mode: "chromium, in short", policy: "short-policy.txt" },
  ...types("5.9.3", everywhere),
];

/** Vite and Parcel build pages, to be served from the folder that they fill. */
const site = { root: "dist", page: "index.html" };

function vite(version, workerOptions = "") {
  const app = { tool: "vite", type: "module", ...bundled({ vite: version }) };
  const built = { ...app, build: "vite build", ...site };
  const server = "vite --host 127.0.0.1 --port PORT --strictPort";
  return [
    { ...app, mode: "dev", script: module("/src/index.js"), server },
    { ...built, mode: "build", script: module("/src/index.js") },
    { ...built, mode: "worker", build: `vite build ${workerOptions}`.trim(), script: module("/src/worker-page.js") },
  ];
}

/** Tools that take `src/index.js` and write scripts, which a separate page loads. */
const scripts = (tool, packages, build, script = classic("dist/main.js")) => ({
  tool,
  mode: "build",
  ...bundled(packages),
  build,
  script,
  page: "index.html",
});

const webpack = scripts("webpack", { webpack: "5.112.2", "webpack-cli": "7.3.1" }, "webpack");
const rollup = {
  ...scripts("rollup", { rollup: "4.60.0", "@rollup/plugin-node-resolve": "16.0.3" }, "", module("dist/index.js")),
  type: "module",
};

/** A test that calls the local Login server. */
const callsTest = (...lines) => `${lines.join("\n")}
  test("calls", async () => {
    expect(await ask("John")).toBe("sent");
    expect(await ask("nobody")).toMatch(/^rejected: .*003-002/);
  });`;

/** Jest in the environment of the guide's configuration, or in another one. */
const jest = (mode, options = "") => ({
  tool: "jest",
  mode,
  packages: {
    jest: "30.5.2",
    "@happy-dom/jest-environment": "20.14.5",
    "jest-environment-jsdom": "30.5.2",
    "jest-fixed-jsdom": "0.0.11",
  },
  layers: ["jest"],
  files: { "calls.test.cjs": callsTest("/** @jest-environment node */", 'const { ask } = require("./reset.cjs");') },
  snippets: ["reset.cjs", "reset.test.cjs", "form.test.cjs", "jest.config.json"],
  tests: `jest ${options}`.trim(),
});

const vitest = (mode, files = "") => ({
  tool: "vitest",
  mode,
  type: "module",
  packages: { vitest: "5.1.2", "happy-dom": "21.0.4", jsdom: "31.0.1", msw: "3.0.5" },
  files: {
    "calls.test.js": callsTest(
      'import "./entries.js";',
      'import { expect, test } from "vitest";',
      'import { ask } from "./reset.js";',
    ),
  },
  snippets: ["reset.js", "reset.test.js", "msw.test.js"],
  tests: `vitest run --environment ${mode} ${files}`.trim(),
});

const slowCases = [
  ...types("5.9.3", ["node10"]),
  ...types("6.0.3", everywhere),
  ...types("7.0.2", everywhere),
  ...policies("firefox"),
  ...policies("webkit"),
  ...vite("8.3.8"),
  ...vite("7.3.8", "--config src/vite.config.js"),
  webpack,
  { ...webpack, mode: "worker", build: "webpack --entry ./src/worker-page.js" },
  { ...webpack, packages: { webpack: "5.90.3", "webpack-cli": "5.1.4" } },
  {
    ...webpack,
    packages: { webpack: "4.47.0", "webpack-cli": "4.10.0" },
    build: "node --openssl-legacy-provider node_modules/.bin/webpack",
  },
  {
    ...scripts("browserify", { browserify: "17.0.1" }, "browserify main.cjs --outfile dist/main.js"),
    layers: ["browserify"],
    files: {},
    snippets: ["reset.cjs"],
    at: ".",
  },
  scripts("rspack", { "@rspack/core": "2.3.2", "@rspack/cli": "2.2.8" }, "rspack build"),
  { ...rollup, build: "rollup src/index.js --dir dist --plugin node-resolve" },
  {
    ...rollup,
    mode: "iife",
    build: "rollup src/index.js --format iife --inlineDynamicImports --file dist/index.js --plugin node-resolve",
    script: classic("dist/index.js"),
  },
  {
    ...scripts("rolldown", { rolldown: "1.3.2" }, "rolldown src/index.js --dir dist", module("dist/index.js")),
    type: "module",
  },
  { ...scripts("parcel", { parcel: "2.16.4" }, "parcel build index.html", module("src/index.js")), ...site },
  {
    tool: "next",
    mode: "server-rendered",
    packages: { next: "16.4.6", react: "19.3.1", "react-dom": "19.3.1" },
    layers: ["next"],
    snippets: ["reset.js", "reset-form.jsx", "page.jsx"],
    at: "app",
    build: "next build",
    server: "next start --hostname 127.0.0.1 --port PORT",
  },
  jest("node", "--env node --testPathIgnorePatterns form.test.cjs"),
  jest("jest-fixed-jsdom"),
  jest("happy-dom", "--env @happy-dom/jest-environment"),
  vitest("node"),
  vitest("jsdom"),
  // It enforces CORS as browsers do, so it does not reach the local Login server: the guide's tests need none.
  vitest("happy-dom", "reset"),
];

/** @type {TestCase[]} */
export const cases = [...quickCases.map((testCase) => ({ ...testCase, isQuick: true })), ...slowCases];
