// The guides' examples in Chromium, built with Vite: the forms take their options, texts and listeners from each framework.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { projectId as known } from "../../support/projects.js";
import { serve } from "../../support/server.js";
import { expect, openTestBrowser } from "../examples/lib/browser.js";
import { examples, spellings } from "./examples.js";
import { makeApp, runIn } from "./lib/app.js";

const browser = await openTestBrowser();
after(() => browser.stop());
beforeEach(() => browser.reset());

const unknown = "99999999-9999-4999-8999-999999999999";

async function runOrFail(app, command) {
  const { isFine, output } = await runIn(app, command);
  assert.ok(isFine, output);
}

/** Made when first needed. */
const apps = new Map();
function appFor(name) {
  const { snippets, compile } = examples[name] ?? {};
  const make = async () => {
    const app = await makeApp(name, { snippets });
    if (compile) await runOrFail(app, compile);
    return { app, template: await readFile(join(app, "index.html"), "utf8") };
  };
  if (!apps.has(name)) apps.set(name, make());
  return apps.get(name);
}

/** Builds the app's page with a script, and with what a server rendered. */
async function buildPage({ app, template }, script, html = "", mode = "production") {
  const page = template
    .replace("<!-- script -->", `<script type="module" src="/${script}"></script>`)
    .replace("<!-- html -->", html);
  await writeFile(join(app, "index.html"), page);
  await runOrFail(app, ["vite", "build", "--target", "es2022", "--mode", mode]);
}

/** Opens the app's page, for a project. */
async function visit({ app }, project, use) {
  const server = await serve(join(app, "dist"));
  try {
    await browser.visit(`${server.url}?project=${project}`, use);
  } finally {
    server.stop();
  }
}

async function send(page) {
  await page.getByLabel("Email or username").fill("John");
  await page.getByRole("button", { name: "Email me a link" }).click();
}

/** Sends once successfully, and once for a project that does not exist. */
async function expectBothOutcomes(app) {
  await visit(app, known, async (page) => {
    await send(page);
    await expect(page.locator("output")).toHaveText("Requested");
    assert.equal((await browser.mailsTo("john@example.com")).length, 1);
  });
  await visit(app, unknown, async (page) => {
    await send(page);
    await expect(page.locator("output")).toHaveText("Failed: rejected");
  });
}

for (const [name, { rendered, hydrated, headless }] of Object.entries(examples)) {
  if (rendered) {
    test(`${name}: the example requests the email, and shows both outcomes`, async () => {
      const app = await appFor(name);
      await buildPage(app, rendered);
      await expectBothOutcomes(app);
    });
  }

  if (headless) {
    test(`${name}: the example of a controller requests the email, and shows both outcomes`, async () => {
      const app = await appFor(name);
      await buildPage(app, headless);
      const field = (page) => page.getByLabel("Email or username");
      const submit = (page, label) => page.getByRole("button", { name: label });
      await visit(app, known, async (page) => {
        await submit(page, "Send link").click();
        await expect(page.locator("#field-error")).toHaveText("Enter your email or username.");
        await field(page).fill("John");
        await expect(page.locator("#field-error")).toBeEmpty();
        await submit(page, "Send link").click();
        await expect(page.getByRole("status")).toContainText("If an account matches");
        await expect(page.getByText("You can try again in")).toBeVisible();
        await expect(submit(page, "Send again")).toHaveAttribute("aria-disabled", "true");
        await expect(field(page)).toBeHidden();
        assert.equal((await browser.mailsTo("john@example.com")).length, 1);
        await submit(page, "Use another address").click();
        await expect(field(page)).toHaveValue("John");
      });
      await visit(app, unknown, async (page) => {
        await field(page).fill("John");
        await submit(page, "Send link").click();
        await expect(page.getByRole("alert")).toContainText("isn’t set up");
      });
    });
  }

  if (hydrated) {
    test(`${name}: rendered on a server, it has a fallback until the script has run, and then does the same`, async () => {
      const app = await appFor(name);
      // Solid compiles a page that hydrates differently; its Vite configuration knows the mode.
      const mode = "server-rendered";
      await runOrFail(app.app, ["vite", "build", "--ssr", "guide/server", "--outDir", "server", "--mode", mode]);
      const { render } = await import(pathToFileURL(join(app.app, "server/server.js")).href);
      const html = await render(known);
      assert.match(html, /<password-reset-form[^>]* project-id="1{8}-/);
      assert.doesNotMatch(
        html.replace(/<script>.*?<\/script>/s, ""),
        /\[object|=>/,
        "an object, or a function's source",
      );
      await buildPage(app, hydrated, html, mode);
      await visit(app, known, async (page) => {
        const fallback = page.getByRole("link", { name: "Write to our support" });
        await expect(fallback).toBeHidden();
        /** @type {(value?: unknown) => void} */
        let release;
        await page.route("**/*.js", async (route) => {
          await new Promise((resolve) => (release = resolve));
          await route.continue();
        });
        await page.reload({ waitUntil: "commit" });
        await expect(fallback).toBeVisible();
        await expect.poll(() => Boolean(release)).toBe(true);
        release();
        await expect(page.getByRole("button", { name: "Email me a link" })).toBeVisible();
        await expect(fallback).toBeHidden();
        await page.unrouteAll();
        await send(page);
        await expect(page.locator("output")).toHaveText("Requested");
        assert.equal((await browser.mailsTo("john@example.com")).length, 1);
      });
    });
  }
}

for (const [name, script] of Object.entries(spellings)) {
  test(`${name}: every spelling of the guide reaches the element`, async () => {
    const app = await appFor(name);
    await buildPage(app, script);
    await visit(app, known, async (page) => {
      await expect(page.locator("#reset").getByRole("button")).toHaveText("Go");
      await expect(page.locator("#reset")).toHaveAttribute("lang", "de");
      await expect(page.locator("#reset")).toHaveAttribute("base-url", "/api");
      const projects = await page
        .locator("password-reset-form, new-password-form")
        .evaluateAll((forms) => forms.map(({ projectId }) => projectId));
      // Vue's second one is `:projectId`, which is lost on an element that is not defined yet.
      assert.deepEqual(projects, name === "vue" ? ["1", "", "1"] : projects.map(() => "1"));
      await page
        .locator("#reset")
        .evaluate((form) =>
          form.dispatchEvent(new CustomEvent("password-reset-failed", { detail: { kind: "network" } })),
        );
      await expect(page.locator("#app")).toHaveAttribute("data-failed", "network");
      if (name !== "preact") return;
      const heard = await page.locator("#camel-cased").evaluate((form) =>
        ["password-reset-failed", "passwordresetfailed"].map((type) => {
          form.dispatchEvent(new CustomEvent(type));
          return document.querySelector("#app").getAttribute("data-failed");
        }),
      );
      assert.deepEqual(heard, ["network", "camelCased"]);
    });
  });
}
