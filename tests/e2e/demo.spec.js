// The demo's own pages: where they run, and what they pass to the forms.

import { readdirSync, readFileSync } from "node:fs";
import { parse } from "acorn";
import { simple } from "acorn-walk";
import { projectId } from "../support/projects.js";
import { confirmCall, countCalls, expect, formOn, test } from "./support.js";

const demo = new URL("../../www/", import.meta.url);

/** The name of a method that is called. */
const nameOf = (callee) =>
  callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : undefined;

for (const file of readdirSync(demo).filter((file) => file.endsWith(".js"))) {
  test(`www/${file} has no syntax that Chromium 69 lacks`, () => {
    const found = [];
    // ES2019 and `import()`; acorn has no version in between.
    const tree = parse(readFileSync(new URL(file, demo), "utf8"), { ecmaVersion: 2020, sourceType: "module" });
    simple(tree, {
      ChainExpression: () => found.push("?."),
      LogicalExpression: ({ operator }) => operator === "??" && found.push("??"),
      MetaProperty: () => found.push("import.meta"),
      CallExpression: ({ callee }) => nameOf(callee) === "fromEntries" && found.push("Object.fromEntries"),
    });
    expect(found).toEqual([]);
  });
}

test("the styles have no flex gap, inset, or bare :focus-visible", () => {
  const css = readFileSync(new URL("styles.css", demo), "utf8").replace(/\/\*.*?\*\//gs, "");
  for (const rule of css.match(/[^{}]*\{[^{}]*\}/g)) {
    if (/display: flex/.test(rule)) expect(rule).not.toMatch(/\bgap:/);
    expect(rule).not.toMatch(/\binset:|(?<!not\():focus-visible/);
  }
});

for (const [name, block] of [
  [
    "storage is blocked",
    () =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("", "SecurityError");
        },
      }),
  ],
  ["Intl.DisplayNames is missing", () => Reflect.deleteProperty(Intl, "DisplayNames")],
  [
    "Intl.DisplayNames throws",
    () =>
      Object.defineProperty(Intl, "DisplayNames", {
        value: class {
          constructor() {
            throw new RangeError("broken");
          }
        },
      }),
  ],
  ["Intl.DisplayNames knows no name", () => (Intl.DisplayNames.prototype.of = () => undefined)],
  ["Intl is missing", () => delete window.Intl],
  [
    "navigator.languages is missing",
    () => Object.defineProperty(Navigator.prototype, "languages", { value: undefined }),
  ],
  [
    "matchMedia throws",
    () =>
      (window.matchMedia = () => {
        throw new Error("broken");
      }),
  ],
]) {
  test(`the demo works where ${name}`, async ({ page }) => {
    await page.addInitScript(block);
    await page.goto("/");
    await page.getByLabel("Theme", { exact: true }).selectOption("dark");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByLabel("Outcome", { exact: true })).toBeVisible();
    await formOn(page).ask("ada");
    await expect(formOn(page).status).toContainText("If an account matches");
  });
}

test("a plus sign in the link's code is kept", async ({ page }) => {
  const calls = countCalls(page, confirmCall);
  await page.goto(`/new-password.html?project_id=${projectId}&reset_code=a+b%2Bc`);
  await formOn(page).ask("battery staple");
  await expect.poll(() => calls.length).toBe(1);
  expect(calls[0].postDataJSON().reset_code ?? calls[0].url()).toContain("a+b+c");
});
