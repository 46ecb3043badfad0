// The tools and hosts that the package is tested with. To add a tool: its packages in fixtures/packages.json, a folder in
// fixtures/ if it needs files, and an entry here.
//
// A case runs `build`, then one of these; each submits the form for two players and checks the outcomes:
//   page     served from the app's folder, or from `root` in it
//   file     opened from disk
//   server   a command that serves the app at the port PORT
//   program  prints the outcomes
//   tests    a command that fails by itself
// `script` loads what was built into the page index.html, which is made of fixtures/page.html.

/**
 * @typedef {object} TestCase
 * @property {string} tool
 * @property {string} mode
 * @property {string[]} layers folders of fixtures/ that make up the app; the last one names its packages
 * @property {string[]} [snippets] snippets of the guides, which are written into the app
 * @property {string} [at] the folder of the snippets in the app
 * @property {string} [needs] the npm package or the browser whose version is reported
 * @property {Record<string, string>} [versions] versions of npm packages other than those in fixtures/packages.json
 * @property {object} [config] the tsconfig.json
 * @property {string[][]} [build]
 * @property {string} [script]
 * @property {string} [page]
 * @property {string} [root]
 * @property {string} [file]
 * @property {string[]} [server]
 * @property {string[]} [program]
 * @property {string[]} [tests]
 * @property {string} [browser] chromium by default
 * @property {string} [charset] of the page, UTF-8 by default
 * @property {string} [loads] an import that the page makes
 * @property {string} [exposes] a module whose exports the page gets
 * @property {(text: string) => string} [policy] makes the Content Security Policy from the snippet
 * @property {string} [policySnippet]
 * @property {RegExp} [mayReport] errors of the page that are expected
 * @property {RegExp[]} [expected] the outcomes, where they are not the usual ones
 * @property {boolean} [isQuick]
 */

const classic = (path) => `<script src="${path}"></script>`;
const module = (path) => `<script type="module" src="${path}"></script>`;

/** Two copies of the package, and one as a global. */
const dist = "./node_modules/xsolla-password-reset/dist";
const twoCopies = `${classic(`${dist}/index.global.js`)}
    <script type="importmap">{ "imports": { "xsolla-password-reset": "${dist}/index.js?first" } }</script>
    ${module("./two-copies.js")}`;

/** The globals that importing the package changes. */
const nothing = /^nothing$/;

/** An app without a tool. */
const plain = {
  layers: ["plain"],
  snippets: [
    "reset.js",
    "page.js",
    "module.html",
    "classic.html",
    "classic-worker.js",
    "launcher.html",
    "launcher.js",
    "native-fetch.js",
    "reset.cjs",
  ],
};

/** An app that a tool bundles. */
const bundled = (tool) => ({
  layers: ["bundled", tool],
  snippets: ["reset.js", "page.js", "reset-worker.js", "worker-page.js"],
  at: "src",
  needs: tool === "rspack" ? "@rspack/core" : tool,
});

const esbuild = (format, ...options) => ({
  tool: "esbuild",
  ...bundled("esbuild"),
  build: [
    [
      "esbuild",
      "src/index.js",
      "--bundle",
      "--minify",
      `--format=${format}`,
      `--outfile=dist/${format}.js`,
      ...options,
    ],
  ],
});

const oldestTypescript = "5.9.3";

/** Consumers of the types: their module settings, and which of their files these can compile. */
const consumers = {
  nodenext: { module: "NodeNext", files: ["use.mts", "entries.mts", "use.cts", "entries.cts"] },
  commonjs: { module: "NodeNext", files: ["use.cts", "entries.cts"] },
  bundler: { module: "ESNext", moduleResolution: "Bundler", files: ["use.mts", "entries.mts"] },
  server: { module: "NodeNext", lib: ["ES2022"], types: ["node"], files: ["use.mts", "use.cts"] },
  // An error in TypeScript 6 and 7.
  node10: { module: "ES2022", moduleResolution: "Node10", files: ["use.mts", "entries.mts"] },
};

const quickCases = [
  { tool: "browser", mode: "module", ...plain, page: "module.html", loads: "./entries.js" },
  { tool: "browser", mode: "classic script", ...plain, page: "classic.html" },
  { tool: "browser", mode: "file", ...plain, file: "classic.html" },
  { tool: "browser", mode: "file, native fetch", ...plain, file: "launcher.html", exposes: "native-fetch.js" },
  {
    tool: "browser",
    mode: "worker",
    ...plain,
    script: classic("worker.js"),
    page: "index.html?classic-worker.js,classic",
  },
  { tool: "browser", mode: "two copies", ...plain, script: twoCopies, page: "index.html" },
  { tool: "node", mode: "import", ...plain, program: ["node", "import.js"] },
  { tool: "node", mode: "require", ...plain, program: ["node", "require.cjs"] },
  {
    tool: "node",
    mode: "require, v8-compile-cache",
    ...plain,
    layers: ["plain", "v8-compile-cache"],
    program: ["node", "--require", "v8-compile-cache", "require.cjs"],
  },
  { mode: "esm", ...esbuild("esm"), script: module("dist/esm.js"), page: "index.html" },
  { mode: "iife", ...esbuild("iife"), script: classic("dist/iife.js"), page: "index.html" },
  { mode: "file", ...esbuild("iife"), script: classic("dist/iife.js"), file: "index.html" },
  {
    mode: "raw, no charset",
    ...esbuild("iife", "--charset=utf8", "--outfile=dist/raw.js"),
    script: classic("dist/raw.js"),
    file: "index.html",
    charset: "windows-1252",
    expected: [/^not_loaded: .*charset/, /^not_loaded: .*charset/],
  },
  ...policies("chromium"),
  { ...policies("chromium")[0], mode: "chromium, in short", policySnippet: "short-policy.txt" },
  {
    tool: "untouched",
    mode: "node",
    ...plain,
    program: ["node", "untouched.js"],
    expected: [nothing, nothing, /^WebAssembly$/],
  },
  {
    tool: "untouched",
    mode: "worker",
    ...plain,
    needs: "chromium",
    script: classic("worker.js"),
    page: "index.html?untouched-worker.js,module",
    expected: [nothing, nothing],
  },
  {
    tool: "untouched",
    mode: "jsdom",
    layers: ["plain", "jsdom"],
    needs: "jsdom",
    program: ["node", "untouched.js"],
    expected: [/^self$/, /^self XMLHttpRequest document$/, /^function$/],
  },
  ...typesIn(oldestTypescript),
];

/** A consumer with all checks on, including those of the package's types. */
function types(mode, typescript) {
  const { files, ...settings } = consumers[mode];
  const checks = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
  };
  const browser = { target: "ES2022", lib: ["ES2022", "DOM", "DOM.Iterable"], types: [] };
  const config = { compilerOptions: { ...checks, noEmit: true, ...browser, ...settings }, files };
  return {
    tool: "types",
    mode,
    layers: ["types"],
    versions: { typescript },
    needs: "typescript",
    config,
    tests: ["tsc"],
  };
}

function typesIn(typescript) {
  return ["nodenext", "commonjs", "bundler", "server"].map((mode) => types(mode, typescript));
}

/** The page of the guides under the policy of the guides, with and without the source that WebAssembly needs. */
function policies(browser) {
  const page = { ...esbuild("iife"), script: classic("dist/iife.js"), page: "index.html", browser };
  const blocked = /^not_loaded: .*'wasm-unsafe-eval'/;
  return [
    { ...page, tool: "csp", needs: browser, mode: browser, policy: (text) => text },
    {
      ...page,
      tool: "csp",
      needs: browser,
      mode: `${browser}, no WebAssembly`,
      policy: (text) => text.replace(" 'wasm-unsafe-eval'", ""),
      mayReport: /Content Security Policy/,
      expected: [blocked, blocked],
    },
  ];
}

/** Vite and Parcel build pages, to be served from the folder that they fill. */
const site = { root: "dist", page: "index.html" };

const vite = (mode, entry, versions) => ({
  tool: "vite",
  mode,
  ...bundled("vite"),
  versions,
  script: module(`/src/${entry}.js`),
  ...(mode === "dev"
    ? { server: ["vite", "--host", "127.0.0.1", "--port", "PORT", "--strictPort"] }
    : { build: [["vite", "build"]], ...site }),
});

/** Tools that take `src/index.js` and write scripts, which a separate page loads. */
const scripts = (tool, build, script, mode = "build") => ({
  tool,
  mode,
  ...bundled(tool),
  build: [build],
  script,
  page: "index.html",
});

/** Jest in the environment of the guide's configuration, or in another one. */
function jest(mode, options = []) {
  const snippets = ["reset.cjs", "reset.test.cjs", "form.test.cjs", "jest.config.json"];
  return { tool: "jest", mode, layers: ["jest"], snippets, needs: "jest", tests: ["jest", ...options] };
}

function vitest(mode, files = []) {
  const tests = ["vitest", "run", "--environment", mode, ...files];
  return {
    tool: "vitest",
    mode,
    layers: ["vitest"],
    snippets: ["reset.js", "reset.test.js", "msw.test.js"],
    needs: "vitest",
    tests,
  };
}

const slowCases = [
  types("node10", oldestTypescript),
  ...typesIn("6.0.3"),
  ...typesIn("7.0.2"),
  ...policies("firefox"),
  ...policies("webkit"),
  ...[undefined, { vite: "7.3.8" }].flatMap((versions) => [
    vite("dev", "index", versions),
    vite("build", "index", versions),
    vite("worker", "worker", versions),
  ]),
  scripts("webpack", ["webpack"], classic("dist/main.js")),
  scripts("webpack", ["webpack", "--entry", "./src/worker.js"], classic("dist/main.js"), "worker"),
  {
    ...scripts("webpack", ["webpack"], classic("dist/main.js")),
    versions: { webpack: "5.90.3", "webpack-cli": "5.1.4" },
  },
  {
    ...scripts("webpack4", ["node", "--openssl-legacy-provider", "node_modules/.bin/webpack"], classic("dist/main.js")),
    tool: "webpack 4",
    needs: "webpack",
  },
  {
    tool: "browserify",
    mode: "build",
    layers: ["bundled", "browserify"],
    snippets: ["reset.cjs"],
    at: "src",
    needs: "browserify",
    build: [["browserify", "src/main.cjs", "--outfile", "main.js"]],
    script: classic("main.js"),
    page: "index.html",
  },
  scripts("rspack", ["rspack", "build"], classic("dist/main.js")),
  scripts("rollup", ["rollup", "src/index.js", "--dir", "dist", "--plugin", "node-resolve"], module("dist/index.js")),
  {
    ...scripts(
      "rollup",
      [
        "rollup",
        "src/index.js",
        "--format",
        "iife",
        "--inlineDynamicImports",
        "--file",
        "dist/index.js",
        "--plugin",
        "node-resolve",
      ],
      classic("dist/index.js"),
      "iife",
    ),
  },
  scripts("rolldown", ["rolldown", "src/index.js", "--dir", "dist"], module("dist/index.js")),
  {
    tool: "parcel",
    mode: "build",
    ...bundled("parcel"),
    script: module("src/index.js"),
    build: [["parcel", "build", "index.html"]],
    ...site,
  },
  {
    tool: "next",
    mode: "server-rendered",
    layers: ["next"],
    snippets: ["reset.js", "reset-form.jsx", "page.jsx"],
    at: "app",
    needs: "next",
    build: [["next", "build"]],
    server: ["next", "start", "--hostname", "127.0.0.1", "--port", "PORT"],
  },
  jest("node", ["--env", "node", "--testPathIgnorePatterns", "form.test.cjs"]),
  jest("jest-fixed-jsdom"),
  jest("happy-dom", ["--env", "@happy-dom/jest-environment"]),
  vitest("node"),
  vitest("jsdom"),
  // It enforces CORS as browsers do, so it does not reach the local Login server: the guide's tests need none.
  vitest("happy-dom", ["reset"]),
];

/** @type {TestCase[]} */
export const cases = [...quickCases.map((testCase) => ({ ...testCase, isQuick: true })), ...slowCases];
