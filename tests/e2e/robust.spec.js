// Whatever a page does to its globals, players can read what happened and try again.

import { test as base } from "@playwright/test";
import { expect, formOn, test } from "./support.js";
import { openFixture, passwordForm, requestForm, respondWith } from "./fixture.js";

const globals = [
  "matchMedia", "MutationObserver", "getComputedStyle", "navigator", "Intl", "performance", "Date", "setTimeout",
  "setInterval", "clearTimeout", "clearInterval", "requestAnimationFrame", "queueMicrotask", "CustomEvent", "Event", "console",
  "AbortController", "AbortSignal", "CSSStyleSheet", "fetch", "WebAssembly", "URL", "URLSearchParams", "TextEncoder",
  "JSON", "Map", "Set", "WeakMap", "localStorage", "customElements", "reportError", "addEventListener", "dispatchEvent",
];

/** Runs in the page. */
function breakGlobal([name, way]) {
  const nonsense = Object.assign(function () { return "nonsense"; }, { now: () => "nonsense" });
  const getters = {
    missing: () => undefined,
    throwing: () => {
      throw new Error(`${name} is broken`);
    },
    // Where it exists, it throws when it is used.
    "throwing when used": () =>
      new Proxy(function () {}, {
        apply: () => { throw new Error(`${name} is broken`); },
        construct: () => { throw new Error(`${name} is broken`); },
        get: () => { throw new Error(`${name} is broken`); },
      }),
    "returning nonsense": () => nonsense,
  };
  if (way === "missing") {
    for (let owner = window; owner; owner = Object.getPrototypeOf(owner)) delete owner[name];
    return;
  }
  Object.defineProperty(window, name, { configurable: true, get: getters[way], set() {} });
}

const ways = ["missing", "throwing", "throwing when used", "returning nonsense"];

/** The form ends by itself with a sentence; then it can be sent again. */
async function expectSettled(page, value) {
  const { form, field, part } = formOn(page);
  await expect(field).toBeVisible();
  for (const text of [value, `${value}2`]) {
    await field.fill(text);
    await part("submit").click({ force: true });
    await expect(form.locator("form")).toHaveAttribute("aria-busy", "false", { timeout: 15_000 });
    const said = await form.evaluate(({ shadowRoot }) =>
      ["status", "alert", "error"].map((name) => shadowRoot.querySelector(`[part=${name}]`)).filter((p) => p.offsetHeight > 0).map((p) => p.textContent).join(""),
    );
    expect(said).not.toBe("");
    expect(said).not.toContain("One moment");
  }
}

for (const name of globals) {
  for (const when of ["before", "after"]) {
    // Its own errors are the page's business; the form's outcome is what counts.
    base(`${name} broken ${when} the element is defined`, async ({ page }) => {
      base.setTimeout(90_000);
      await respondWith(page, { status: 204 });
      for (const way of ways) {
        for (const body of [requestForm, passwordForm]) {
          if (when === "before" && name === "customElements" && way !== "returning nonsense") continue;
          await page.goto("about:blank");
          const broken = JSON.stringify([name, way]);
          const script = `${breakGlobal}\n${when === "before" ? `breakGlobal(${broken});` : ""}\nimport("/xsolla-password-reset/forms.js").then(() => { window.isDefined = true; });`;
          await openFixture(page, { script, body: `<div id="${way.replace(/ /g, "-")}"></div>${body}` });
          if (name === "customElements" && when === "before") break;
          await expect(formOn(page).field).toBeVisible();
          if (when === "after") await page.evaluate(breakGlobal, [name, way]);
          await base.step(`${name} ${way}`, () => expectSettled(page, "correct horse"));
        }
      }
    });
  }
}

const throwing = (where) => `${where} = () => { throw new Error("broken") }`;

for (const [what, script] of [
  ["a page's listener", 'addEventListener("password-reset-requested", () => { throw new Error("broken") }); addEventListener("password-reset-failed", () => { throw new Error("broken") });'],
  ["dispatchEvent of the element", throwing("HTMLElement.prototype.dispatchEvent")],
  ["fetch, at once", throwing("window.fetch")],
  ["fetch, by a promise that rejects with nothing", "window.fetch = () => Promise.reject()"],
  ["texts with getters that throw", 'customElements.whenDefined("password-reset-form").then(() => { document.querySelector("password-reset-form").texts = { get sent() { throw new Error("broken") }, get working() { throw new Error("broken") } } })'],
  ["texts of the wrong type", 'customElements.whenDefined("password-reset-form").then(() => { document.querySelector("password-reset-form").texts = { sent: 5, waitSeconds: "soon", working: null, send: {} } })'],
  ["texts that are no object", 'customElements.whenDefined("password-reset-form").then(() => { document.querySelector("password-reset-form").texts = "soon" })'],
]) {
  base(`the form settles with ${what}`, async ({ page }) => {
    await respondWith(page, { status: 204 });
    await openFixture(page, { script: `${script};\nimport("/xsolla-password-reset/forms.js");` });
    await expectSettled(page, "ada");
  });
}

for (const [shape, details] of [
  ["20,000 levels deep", `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`],
  ["a list", "[1,[2],null]"],
  ["a text", '"new_password"'],
]) {
  for (const [name, body] of [["request", requestForm], ["new password", passwordForm]]) {
    test(`details that are ${shape}: ${name}`, async ({ page }) => {
      await respondWith(page, { status: 422, contentType: "application/json", body: `{"error":{"code":"0","description":"","details":${details}}}` });
      await openFixture(page, { body });
      await expectSettled(page, "correct horse");
    });
  }
}

test("details that are circular or hold a BigInt", async ({ page }) => {
  const script = `
    await import("/xsolla-password-reset/forms.js");
    const parse = JSON.parse;
    Response.prototype.json = async function () { const o = parse(await this.text()); o.error.details = { self: o, big: 1n }; return o; };
    JSON.parse = (...args) => { const o = parse(...args); if (o && o.error) o.error.details = { self: o, big: 1n }; return o; };`;
  await respondWith(page, { status: 422, contentType: "application/json", body: '{"error":{"code":"0","description":"","details":{}}}' });
  await openFixture(page, { script, body: passwordForm });
  await expectSettled(page, "correct horse");
});

test("a language whose texts never arrive: English", async ({ page }) => {
  await page.route("**/messages/fr.js", () => {});
  await openFixture(page, { lang: "fr" });
  await expect(page.getByRole("button", { name: "Send the link" })).toBeVisible();
});

test("a call that cannot be aborted can be cancelled all the same", async ({ page }) => {
  await page.clock.install();
  await openFixture(page, { script: `AbortController.prototype.abort = () => {}; import("/xsolla-password-reset/forms.js");` });
  await page.route("**/api/password/reset/*", () => {});
  const { ask, cancel, alert, submit } = formOn(page);
  await ask("ada");
  await page.clock.fastForward(3000);
  await cancel.click();
  await page.clock.fastForward(600);
  await expect(alert).toContainText("Cancelled.");
  await expect(submit).toHaveAttribute("aria-disabled", "false");
});
