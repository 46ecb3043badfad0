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
 * - `packages`: what is installed, in versions of the lock file. `ownLock`: it has one of its own, because npm would install
 *   its tools beside the newer ones of the others. After a change: `RELOCK=1 npm test -- frameworks`.
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
    packages: {
      "@types/react": "19.3.0",
      "@types/react-dom": "19.3.0",
      react: "19.3.1",
      "react-dom": "19.3.1",
      typescript: "5.9.3",
      vite: "8.3.8",
    },
    checker: ["tsc"],
    config: reactJsx,
    snippets: ["forgot-password.tsx", "headless-form.tsx", "forgot-password-server.tsx"],
    shows: ["example", "headless", "hydrate", "spellings"],
  },
  react18: {
    packages: {
      "@types/react": "18.3.28",
      "@types/react-dom": "18.3.7",
      react: "18.3.1",
      "react-dom": "18.3.1",
      typescript: "5.9.3",
      vite: "8.3.8",
    },
    checker: ["tsc"],
    config: reactJsx,
    snippets: ["forgot-password-server.tsx"],
    copies: { "adapter.tsx": "react/hydration.tsx" },
    shows: ["hydrate"],
  },
  preact: {
    packages: {
      preact: "11.2.0",
      "preact-render-to-string": "6.8.2",
      typescript: "5.9.3",
      vite: "8.3.8",
    },
    checker: ["tsc"],
    config: preactJsx,
    snippets: ["forgot-password-preact.tsx"],
    copies: ofReact,
    shows: ["hydrate", "spellings"],
  },
  preact10: {
    ownLock: true,
    packages: {
      preact: "10.27.2",
      "preact-render-to-string": "6.8.2",
      typescript: "5.9.3",
    },
    checker: ["tsc"],
    config: preactJsx,
    snippets: ["forgot-password-preact.tsx"],
    copies: { ...ofReact, "adapter.tsx": "preact/adapter.tsx" },
    shows: [],
  },
  solid: {
    packages: {
      "solid-js": "1.9.20",
      typescript: "5.9.3",
      vite: "8.3.8",
      "vite-plugin-solid": "2.11.14",
    },
    checker: ["tsc"],
    config: { compilerOptions: { ...bundled, jsx: "preserve", jsxImportSource: "solid-js" } },
    snippets: ["forgot-password-solid.tsx"],
    shows: ["hydrate", "spellings"],
  },
  vue: {
    packages: {
      "@vitejs/plugin-vue": "6.0.11",
      typescript: "5.9.3",
      vite: "8.3.8",
      vue: "3.5.45",
      "vue-tsc": "3.3.14",
    },
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
    packages: {
      "@sveltejs/vite-plugin-svelte": "7.3.1",
      svelte: "5.57.3",
      "svelte-check": "4.7.8",
      typescript: "5.9.3",
      vite: "8.3.8",
    },
    config: { compilerOptions: bundled },
    snippets: ["ForgotPassword.svelte", "HeadlessForm.svelte", "ForgotPasswordServer.svelte"],
    shows: ["example", "headless", "hydrate", "spellings"],
  },
  svelte4: {
    ownLock: true,
    packages: {
      svelte: "4.2.20",
      "svelte-check": "4.7.8",
      typescript: "5.9.3",
    },
    config: { compilerOptions: bundled },
    snippets: [],
    shows: [],
  },
  angular: {
    packages: {
      "@angular/common": "22.2.6",
      "@angular/compiler": "22.2.6",
      "@angular/compiler-cli": "22.2.6",
      "@angular/core": "22.2.6",
      "@angular/platform-browser": "22.2.6",
      rxjs: "7.8.2",
      tslib: "2.8.1",
      typescript: "6.0.3",
      vite: "8.3.8",
    },
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
