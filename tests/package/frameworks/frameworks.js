// The frameworks: what each app consists of, what it shows, and the mistakes that its type checker must find.

import { strict } from "../app.js";

const bundler = { ...strict, moduleResolution: "Bundler" };
const bundled = { ...bundler, module: "ESNext", noEmit: true, verbatimModuleSyntax: true };
const jsxOf = (jsxImportSource, jsx = "react-jsx") => ({ compilerOptions: { ...bundled, jsx, jsxImportSource } });

const tools = { typescript: "5.9.3", vite: "8.3.8" };

/** Mistakes in the spelling that React, Preact and Svelte share. */
const mistakes = {
  "projectId={1}": "an ID is text",
  "project-id={1}": "an ID is text",
  'resetCode="2"': "the other element's",
  'projectID="1"': "there is no such property",
  "texts={5}": "an object, or JSON",
  'texts={{ sendNow: "Go" }}': "there is no such text",
  'fetch="fetch"': "a function",
  'onpassword-reset-requested="reset()"': "nothing to call",
  "onpassword-reset-requested={({ detail }) => detail.kind}": "a success has no error",
  'onpassword-reset-failed={({ detail }) => detail.kind === "lost"}': "there is no such kind",
};
const unknownElement = { "<password-form></password-form>": "there is no such element" };

/**
 * @typedef {object} Framework
 * @property {string[]} layers the folders of fixtures/ that make up the app, each copied over the one before
 * @property {Record<string, string>} packages in versions of the lock file; after a change: `RELOCK=1 npm test -- frameworks`
 * @property {string} checker the command that checks the types
 * @property {object} config the tsconfig.json, which includes every file
 * @property {string} [wrong] the file for the mistakes
 * @property {Record<string, string>} [mistakes] attributes of a `password-reset-form`, or an element, and what is wrong
 * @property {{ example?: string, headless?: string, hydrate?: string }} guide snippets that the app shows: an example of a
 *   form, one of a controller, and one that is rendered on a server first
 * @property {{ spellings?: string, camelCased?: string }} [own] components that the app shows: every spelling in the guide's
 *   table, and one that is not there
 * @property {string} [viteConfig]
 * @property {string} [viteSnippet] the snippet for Vite's configuration
 * @property {string} [compile] a command that has to run before Vite, and puts the components into the folder `out`
 * @property {boolean} [isRun] false if only the types are checked
 */

const react = {
  layers: ["react"],
  packages: {
    ...tools,
    "@types/react": "19.3.0",
    "@types/react-dom": "19.3.0",
    react: "19.3.1",
    "react-dom": "19.3.1",
  },
  checker: "tsc",
  config: jsxOf("react"),
  wrong: "wrong.tsx",
  mistakes: { ...mistakes, ...unknownElement },
  guide: { example: "forgot-password.tsx", headless: "headless-form.tsx", hydrate: "forgot-password-server.tsx" },
  own: { spellings: "right.tsx" },
};

/** It takes the JSX of React, with imports of its own. */
const preact = {
  ...react,
  layers: ["react", "preact"],
  packages: { ...tools, preact: "11.2.0", "preact-render-to-string": "6.8.2" },
  config: jsxOf("preact"),
  guide: { hydrate: "forgot-password-preact.tsx" },
  own: { spellings: "right.tsx", camelCased: "camel-cased.js" },
};

const svelte = {
  layers: ["svelte"],
  packages: { ...tools, "@sveltejs/vite-plugin-svelte": "7.3.1", svelte: "5.57.3", "svelte-check": "4.7.8" },
  checker: "svelte-check --output machine",
  config: { compilerOptions: bundled },
  wrong: "Wrong.svelte",
  mistakes,
  guide: {
    example: "ForgotPassword.svelte",
    headless: "HeadlessForm.svelte",
    hydrate: "ForgotPasswordServer.svelte",
  },
  own: { spellings: "Right.svelte" },
  viteConfig: `import { svelte } from "@sveltejs/vite-plugin-svelte";
    export default { plugins: [svelte()] };`,
};

/** @type {Record<string, Framework>} */
export const frameworks = {
  react,
  react18: {
    ...react,
    layers: ["react", "react18"],
    packages: {
      ...tools,
      "@types/react": "18.3.28",
      "@types/react-dom": "18.3.7",
      react: "18.3.1",
      "react-dom": "18.3.1",
    },
    mistakes: {
      'projectId="1"': "React 18 sets no properties",
      "project-id={1}": "an ID is text",
      'texts={{ send: "Go" }}': "an attribute takes JSON",
      "onpassword-reset-requested={() => {}}": "React 18 listens to no custom events",
      'className="card"': "React 18 would set the attribute classname",
      ...unknownElement,
    },
    guide: { hydrate: "forgot-password-server.tsx" },
  },
  preact,
  preact10: { ...preact, packages: { ...tools, preact: "10.27.2" }, isRun: false },
  solid: {
    layers: ["solid"],
    packages: { ...tools, "solid-js": "1.9.20", "vite-plugin-solid": "2.11.14" },
    checker: "tsc",
    config: jsxOf("solid-js", "preserve"),
    wrong: "wrong.tsx",
    mistakes: {
      'projectId="1"': "Solid would write the attribute projectid",
      "prop:projectId={1}": "an ID is text",
      "project-id={1}": "an ID is text",
      'resetCode="2"': "the other element's",
      "texts={5}": "an object, or JSON",
      'prop:fetch="fetch"': "a function",
      'prop:texts={{ sendNow: "Go" }}': "there is no such text",
      'attr:texts={{ send: "Go" }}': "an attribute takes JSON",
      "on:password-reset-requested={({ detail }) => detail.kind}": "a success has no error",
      ...unknownElement,
    },
    guide: { hydrate: "forgot-password-solid.tsx" },
    own: { spellings: "right.tsx" },
    viteConfig: `import solid from "vite-plugin-solid";
      export default ({ mode }) => ({ plugins: [solid({ ssr: mode === "server-rendered" })] });`,
  },
  vue: {
    layers: ["vue"],
    packages: { ...tools, "@vitejs/plugin-vue": "6.0.11", vue: "3.5.45", "vue-tsc": "3.3.14" },
    checker: "vue-tsc",
    config: { compilerOptions: bundled, vueCompilerOptions: { checkUnknownComponents: true } },
    wrong: "Wrong.vue",
    mistakes: {
      ':project-id="1"': "an ID is text",
      ':projectId="1"': "an ID is text",
      ':texts="5"': "an object, or JSON",
      'fetch="fetch"': "a function",
      ":texts=\"{ sendNow: 'Go' }\"": "there is no such text",
      '@password-reset-requested="({ detail }) => detail.kind"': "a success has no error",
      "@password-reset-failed=\"({ detail }) => detail.kind === 'lost'\"": "there is no such kind",
      ...unknownElement,
    },
    guide: { example: "ForgotPassword.vue", headless: "HeadlessForm.vue", hydrate: "ForgotPassword.vue" },
    own: { spellings: "Right.vue" },
    viteSnippet: "vue-vite.config.js",
  },
  svelte,
  svelte4: {
    ...svelte,
    layers: ["svelte4"],
    // Of another version, because npm would share the same one, which takes the types of the newer Svelte.
    packages: { typescript: tools.typescript, svelte: "4.2.20", "svelte-check": "4.7.7" },
    mistakes: {
      "project-id={1}": "an ID is text",
      'texts={{ sendNow: "Go" }}': "there is no such text",
      'on:password-reset-failed={({ detail }) => detail.kind === "lost"}': "there is no such kind",
    },
    guide: {},
    viteConfig: undefined,
    isRun: false,
  },
  angular: {
    layers: ["angular"],
    packages: {
      ...tools,
      "@angular/common": "22.2.6",
      "@angular/compiler": "22.2.6",
      "@angular/compiler-cli": "22.2.6",
      "@angular/core": "22.2.6",
      "@angular/platform-browser": "22.2.6",
      rxjs: "7.8.2",
      tslib: "2.8.1",
      typescript: "6.0.3",
    },
    checker: "ngc --noEmit",
    config: {
      compilerOptions: { ...bundler, module: "ES2022", experimentalDecorators: true, outDir: "out" },
      angularCompilerOptions: { strictTemplates: true },
    },
    compile: "ngc",
    guide: { example: "forgot-password.ts", headless: "headless-form.ts" },
    own: { spellings: "right.ts" },
  },
};
