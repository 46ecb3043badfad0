// The snippets of pages.js, each in a page that has the package and what it is compared with installed.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { build } from "esbuild";
import { pack } from "../../support/pack.js";
import { exec, makeTempDir } from "../../support/process.js";
import { readSnippets } from "../../support/snippets.js";
import { openTestBrowser } from "./lib/browser.js";
import { nextToPages, pages } from "./pages.js";

const app = await makeTempDir();
const dependencies = {
  "@alpinejs/morph": "3.17.4",
  "@capacitor/core": "8.5.2",
  "@hotwired/turbo": "8.0.23",
  "@sentry/browser": "11.12.0",
  "@xsolla/login-sdk": "0.95.0",
  alpinejs: "3.17.5",
  "focus-trap": "8.2.4",
  "htmx.org": "4.0.1",
  rrweb: "2.2.2",
  unpoly: "3.14.3",
  "xsolla-password-reset": `file:${await pack(app)}`,
};
await writeFile(join(app, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
await exec(["npm", "install", "--ignore-scripts"], { cwd: app });
const snippets = await readSnippets();
const browser = await openTestBrowser();
after(() => browser.stop());
beforeEach(() => browser.reset());

const importMap = JSON.stringify({
  imports: {
    "focus-trap": "/node_modules/focus-trap/dist/focus-trap.esm.js",
    tabbable: "/node_modules/tabbable/dist/index.esm.js",
    "xsolla-password-reset/forms": "/node_modules/xsolla-password-reset/dist/forms.js",
  },
});

/** Writes the page of a snippet into a folder of its name. */
async function makePage(name) {
  const folder = join(app, name);
  await mkdir(folder);
  const code = snippets.get(name);
  const isHtml = name.endsWith(".html");
  const page = isHtml
    ? `<script type="importmap">${importMap}</script>${code.replaceAll("./node_modules/", "/node_modules/")}`
    : '<script src="bundle.js"></script>';
  const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>`;
  await writeFile(join(folder, "index.html"), head + page);
  for (const file of nextToPages) await writeFile(join(folder, file), snippets.get(file));
  if (!isHtml) {
    await build({
      stdin: { contents: code, resolveDir: app },
      outfile: join(folder, "bundle.js"),
      bundle: true,
      format: "iife",
      globalName: "snippet",
      logLevel: "silent",
      define: { global: "globalThis" },
    });
  }
}

for (const [name, use] of Object.entries(pages)) {
  test(name, async () => {
    await makePage(name);
    await browser.visitIn(app, `${name}/`, (page) => use(page, browser, snippets));
  });
}
