// What the package is tried with. To add a tool: a folder in fixtures/ with a package.json, and an entry here.
//
// A trial runs `build`, then does one of these, each of which asks for two players and looks at the outcomes:
//   page     served from the app's folder
//   file     opened from the disk
//   server   a command that serves the app at the port PORT
//   program  prints the outcomes
//   tests    a command that fails by itself
// `script` loads what was built into the page index.html. `output` is where the app's JavaScript is, to be measured.

const classic = (path) => `<script src="${path}"></script>`;
const module = (path) => `<script type="module" src="${path}"></script>`;
const copied = "node_modules/xsolla-password-reset/dist";

/** What importing the package touches. */
const nothing = /^nothing$/;

/** An app without a tool. */
const plain = {
  layers: ["plain"],
  snippets: [
    ...["reset.js", "page.js", "module.html", "classic.html", "classic-worker.js"],
    ...["launcher.html", "launcher.js", "native-fetch.js", "reset.cjs"],
  ],
};

/** An app that a tool bundles. */
const bundled = (tool) => ({
  layers: ["bundled", tool],
  snippets: ["reset.js", "page.js", "reset-worker.js", "worker-page.js"],
  at: "src",
  needs: tool,
});

const esbuild = (format, ...options) => ({
  tool: "esbuild",
  ...bundled("esbuild"),
  build: [["esbuild", "src/index.js", "--bundle", "--minify", `--format=${format}`, `--outfile=dist/${format}.js`, ...options]],
  output: `dist/${format}.js`,
});

const quickTrials = [
  { tool: "browser", mode: "module", ...plain, page: "module.html", loads: "./entries.js", output: `${copied}/index.js` },
  { tool: "browser", mode: "classic script", ...plain, page: "classic.html", output: `${copied}/index.global.js` },
  { tool: "browser", mode: "file", ...plain, file: "classic.html" },
  { tool: "browser", mode: "file, native fetch", ...plain, file: "launcher.html", lend: "native-fetch.js" },
  { tool: "browser", mode: "worker", ...plain, page: "worker.html" },
  { tool: "browser", mode: "two copies", ...plain, page: "two-copies.html" },
  { tool: "node", mode: "import", ...plain, program: ["node", "import.js"] },
  { tool: "node", mode: "require", ...plain, program: ["node", "require.cjs"], output: `${copied}/index.cjs` },
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
  { tool: "untouched", mode: "node", ...plain, program: ["node", "untouched.js"], expected: [nothing, nothing, /^WebAssembly$/] },
  { tool: "untouched", mode: "worker", ...plain, needs: "chromium", page: "untouched-worker.html", expected: [nothing, nothing] },
  {
    tool: "untouched",
    mode: "jsdom",
    layers: ["plain", "jsdom"],
    needs: "jsdom",
    program: ["node", "untouched.js"],
    expected: [nothing, /^WebAssembly document$/, /^function$/],
  },
  ...["nodenext", "bundler", "server"].map(types),
];

/** Consumers with all checks on, that of the package's own types included. */
function types(mode) {
  const tests = ["tsc", "--project", `tsconfig.${mode}.json`];
  return { tool: "types", mode, layers: ["types"], needs: "typescript", tests };
}

/** The page of the guides under the policy of the guides, with and without what WebAssembly needs. */
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
      mayComplain: /Content Security Policy/,
      expected: [blocked, blocked],
    },
  ];
}

const slowTrials = [
  types("node10"),
];

export const trials = [
  ...quickTrials.map((trial) => ({ ...trial, isQuick: true })),
  ...slowTrials,
];
