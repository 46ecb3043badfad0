// The snippets of the guides that show the forms in frameworks: which fixture has them, and how it is built.

const server = { "guide/forgot-password-server.tsx": "forgot-password-server.tsx" };

/**
 * `snippets`: by the file that they become. `compile`: a command that has to run before Vite. `rendered`: the script that
 * renders the example in the browser. `hydrated`: the script that hydrates what `guide/server` rendered. `headless`: the
 * script that renders the example of a controller.
 */
export const examples = {
  react: {
    snippets: {
      "guide/forgot-password.tsx": "forgot-password.tsx",
      "guide/headless-form.tsx": "headless-form.tsx",
      ...server,
    },
    rendered: "guide/main.tsx",
    headless: "guide/headless.tsx",
    hydrated: "guide/hydrate.tsx",
  },
  preact: {
    snippets: { "guide/forgot-password-preact.tsx": "forgot-password-preact.tsx" },
    hydrated: "guide/hydrate.tsx",
  },
  solid: {
    snippets: { "guide/forgot-password-solid.tsx": "forgot-password-solid.tsx" },
    hydrated: "guide/hydrate.tsx",
  },
  react18: { snippets: server, hydrated: "guide/hydrate.tsx" },
  vue: {
    snippets: {
      "guide/ForgotPassword.vue": "ForgotPassword.vue",
      "guide/HeadlessForm.vue": "HeadlessForm.vue",
      "vite.config.js": "vue-vite.config.js",
    },
    rendered: "guide/main.ts",
    headless: "guide/headless.ts",
    hydrated: "guide/hydrate.ts",
  },
  svelte: {
    snippets: {
      "guide/ForgotPassword.svelte": "ForgotPassword.svelte",
      "guide/HeadlessForm.svelte": "HeadlessForm.svelte",
      "guide/ForgotPasswordServer.svelte": "ForgotPasswordServer.svelte",
    },
    rendered: "guide/main.ts",
    headless: "guide/headless.ts",
    hydrated: "guide/hydrate.ts",
  },
  angular: {
    snippets: { "guide/forgot-password.ts": "forgot-password.ts", "guide/headless-form.ts": "headless-form.ts" },
    compile: ["ngc"],
    rendered: "out/guide/main.js",
    headless: "out/guide/headless.js",
  },
};

/** The script of a page with every spelling in the guide's table. */
export const spellings = {
  react: "guide/spellings.tsx",
  preact: "guide/spellings.tsx",
  solid: "guide/spellings.tsx",
  vue: "guide/spellings.ts",
  svelte: "guide/spellings.ts",
  angular: "out/guide/spellings.js",
};
