// The guides' examples in Chromium, built with Vite: the forms take their options, texts and listeners from each framework.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { projectId as known } from "../../support/projects.js";
import { expect, openTestBrowser, submit } from "../examples/lib/browser.js";
import { pages } from "../examples/pages.js";
import { makeApp } from "./app.js";
import { frameworks } from "./frameworks.js";

const browser = await openTestBrowser();
after(() => browser.stop());
beforeEach(() => browser.reset());

const unknown = "99999999-9999-4999-8999-999999999999";

/** Builds an app's page. Solid's configuration knows the mode of rendered pages. */
const buildPage = ({ run }, mode) => run(`vite build --target es2022 --mode ${mode} --outDir ${mode}`);

/** Opens an app's page, which shows a component. */
const visit = ({ folder }, show, project, use, mode = "production") =>
  browser.visitIn(join(folder, mode), `?show=${show}&project=${project}`, use);

const send = (page) => submit(page, "John", "Email me a link");

/** A test for each of what a framework shows. */
const tests = {
  example: {
    shows: "the example requests the email, and shows both outcomes",
    async run(app) {
      await visit(app, "example", known, async (page) => {
        await send(page);
        await expect(page.locator("output")).toHaveText("Requested");
        assert.equal((await browser.mailsTo("john@example.com")).length, 1);
      });
      await visit(app, "example", unknown, async (page) => {
        await send(page);
        await expect(page.locator("output")).toHaveText("Failed: rejected");
      });
    },
  },
  headless: {
    shows: "the example of a controller requests the email, and shows both outcomes",
    async run(app) {
      await visit(app, "headless", known, (page) => pages["headless.html"](page, browser));
      await visit(app, "headless", unknown, async (page) => {
        await submit(page, "John");
        await expect(page.getByRole("alert")).toContainText("isn’t set up");
      });
    },
  },
  hydrate: {
    shows: "rendered on a server, it has a fallback until the script has run, and then does the same",
    async run(app) {
      const mode = "server-rendered";
      await app.run(`vite build --ssr app.js --outDir server --mode ${mode}`);
      const { components, render } = await import(pathToFileURL(join(app.folder, "server/app.js")).href);
      const [component] = Object.values(await components.hydrate());
      const html = await render(component, { projectId: known });
      assert.match(html, /<password-reset-form[^>]* project-id="1{8}-/);
      const withoutScript = html.replace(/<script>.*?<\/script>/s, "");
      assert.doesNotMatch(withoutScript, /\[object|=>/, "an object, or a function's source");
      await buildPage(app, mode);
      const file = join(app.folder, mode, "index.html");
      const template = await readFile(file, "utf8");
      await writeFile(file, template.split("<!-- html -->").join(html));

      const use = async (page) => {
        const fallback = page.getByRole("link", { name: "Write to our support" });
        await expect(fallback).toBeHidden();
        const { promise: released, resolve: release } = Promise.withResolvers();
        await page.route("**/*.js", (route) => released.then(() => route.continue()));
        const asked = page.waitForRequest("**/*.js");
        await page.reload({ waitUntil: "commit" });
        await expect(fallback).toBeVisible();
        await asked;
        release(undefined);
        await expect(page.getByRole("button", { name: "Email me a link" })).toBeVisible();
        await expect(fallback).toBeHidden();
        await page.unrouteAll();
        await send(page);
        await expect(page.locator("output")).toHaveText("Requested");
        assert.equal((await browser.mailsTo("john@example.com")).length, 1);
      };
      await visit(app, "hydrate", known, use, mode);
    },
  },
  spellings: {
    shows: "every spelling of the guide reaches the element",
    run: (app) =>
      visit(app, "spellings", "1", async (page) => {
        const form = page.locator("#reset");
        await expect(form.getByRole("button")).toHaveText("Go");
        await expect(form).toHaveAttribute("lang", "de");
        await expect(form).toHaveAttribute("base-url", "/api");
        const projects = await page
          .locator("password-reset-form, new-password-form")
          .evaluateAll((forms) => forms.map(({ projectId }) => projectId));
        // Vue's second one is `:projectId`, which is lost on an element that is not defined yet.
        assert.deepEqual(projects, app.name === "vue" ? ["1", "", "1"] : projects.map(() => "1"));
        await fail(form, "password-reset-failed");
        await expect(page.locator("#app")).toHaveAttribute("data-failed", "network");
      }),
  },
  camelCased: {
    shows: "a camel-cased event is another one, in lower case",
    run: (app) =>
      visit(app, "camelCased", "1", async (page) => {
        const form = page.locator("password-reset-form");
        await fail(form, "password-reset-failed");
        await expect(page.locator("#app")).not.toHaveAttribute("data-failed");
        await fail(form, "passwordresetfailed");
        await expect(page.locator("#app")).toHaveAttribute("data-failed", "network");
      }),
  },
};

const fail = (form, type) =>
  form.evaluate((form, type) => form.dispatchEvent(new CustomEvent(type, { detail: { kind: "network" } })), type);

for (const [name, { guide, own, compile, isRun = true }] of Object.entries(frameworks)) {
  if (!isRun) continue;
  describe(name, () => {
    let app;
    before(async () => {
      app = await makeApp(name);
      if (compile) await app.run(compile);
      await buildPage(app, "production");
    });
    for (const show of Object.keys({ ...guide, ...own })) test(tests[show].shows, () => tests[show].run(app));
  });
}
