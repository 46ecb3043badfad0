// The frameworks: what each app in `fixtures/` consists of beside its own folder, and what it can show.

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  target: "ES2022",
  moduleResolution: "Bundler",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  types: [],
};
const bundled = { ...strict, module: "ESNext", noEmit: true, verbatimModuleSyntax: true };
const reactJsx = { compilerOptions: { ...bundled, jsx: "react-jsx" } };
const preactJsx = { compilerOptions: { ...bundled, jsx: "react-jsx", jsxImportSource: "preact" } };

/** Preact takes the JSX of React, with imports of its own. */
const ofReact = { "right.tsx": "react/right.tsx", "wrong.tsx": "react/wrong.tsx" };

/**
 * - `checker`: the command that checks the types.
 * - `config`: the `tsconfig.json`, which includes every file.
 * - `snippets`: those of the guides that become files, in a list if they keep their names.
 * - `copies`: files of other apps that become files.
 * - `shows`: the functions of `adapter` that a page calls: `example` and `headless` render the examples of a form and of a
 *   controller, `hydrate` what `render` rendered on a server, `spellings` every spelling in the guide's table.
 * - `server`: the file that exports `render`, if not `adapter`.
 * - `compile`: a command that has to run before Vite, and `adapter`, the file that it makes.
 */
export const frameworks = {
  react: {
    checker: ["tsc"],
    config: reactJsx,
    snippets: ["forgot-password.tsx", "headless-form.tsx", "forgot-password-server.tsx"],
    shows: ["example", "headless", "hydrate", "spellings"],
  },
  react18: {
    checker: ["tsc"],
    config: reactJsx,
    snippets: ["forgot-password-server.tsx"],
    copies: { "adapter.tsx": "react/hydration.tsx" },
    shows: ["hydrate"],
  },
  preact: {
    checker: ["tsc"],
    config: preactJsx,
    snippets: ["forgot-password-preact.tsx"],
    copies: ofReact,
    shows: ["hydrate", "spellings"],
  },
  preact10: {
    checker: ["tsc"],
    config: preactJsx,
    snippets: ["forgot-password-preact.tsx"],
    copies: { ...ofReact, "adapter.tsx": "preact/adapter.tsx" },
    shows: [],
  },
  solid: {
    checker: ["tsc"],
    config: { compilerOptions: { ...bundled, jsx: "preserve", jsxImportSource: "solid-js" } },
    snippets: ["forgot-password-solid.tsx"],
    shows: ["hydrate", "spellings"],
  },
  vue: {
    checker: ["vue-tsc"],
    config: { compilerOptions: bundled, vueCompilerOptions: { checkUnknownComponents: true } },
    snippets: {
      "ForgotPassword.vue": "ForgotPassword.vue",
      "HeadlessForm.vue": "HeadlessForm.vue",
      "vite.config.js": "vue-vite.config.js",
    },
    server: "server",
    shows: ["example", "headless", "hydrate", "spellings"],
  },
  svelte: {
    config: { compilerOptions: bundled },
    snippets: ["ForgotPassword.svelte", "HeadlessForm.svelte", "ForgotPasswordServer.svelte"],
    shows: ["example", "headless", "hydrate", "spellings"],
  },
  svelte4: { config: { compilerOptions: bundled }, snippets: [], shows: [] },
  angular: {
    checker: ["ngc", "--noEmit"],
    config: {
      compilerOptions: { ...strict, module: "ES2022", experimentalDecorators: true, outDir: "out" },
      angularCompilerOptions: { strictTemplates: true },
    },
    snippets: ["forgot-password.ts", "headless-form.ts"],
    compile: ["ngc"],
    adapter: "out/adapter.js",
    shows: ["example", "headless", "spellings"],
  },
};
