// Whatever a page does to its globals, players can read what happened and try again.

import { test as base } from "@playwright/test";
import { openFixture, passwordForm, requestForm, respondWith } from "./fixture.js";
import { expect, formOn, test } from "./support.js";

const globals = [
  "matchMedia",
  "MutationObserver",
  "getComputedStyle",
  "navigator",
  "Intl",
  "performance",
  "Date",
  "setTimeout",
  "setInterval",
  "clearTimeout",
  "clearInterval",
  "requestAnimationFrame",
  "queueMicrotask",
  "CustomEvent",
  "Event",
  "console",
  "AbortController",
  "AbortSignal",
  "CSSStyleSheet",
  "fetch",
  "WebAssembly",
  "URL",
  "URLSearchParams",
  "TextEncoder",
  "JSON",
  "Map",
  "Set",
  "WeakMap",
  "localStorage",
  "customElements",
  "reportError",
];

const ways = ["missing", "throwing", "throwing when used", "returning nonsense"];

/**
 * Runs in the test's page, whose globals are whole: opens the form in frames of the same origin, breaks the global in each
 * of them, and sends twice. Returns the texts that players read.
 */
async function sendInFrames({ name, ways, whens, forms }) {
  function breakGlobal(window, name, way) {
    const broken = () => {
      throw new Error(`${name} is broken`);
    };
    const values = {
      "throwing when used": new Proxy(() => {}, { apply: broken, construct: broken, get: broken }),
      "returning nonsense": Object.assign(() => "nonsense", { now: () => "nonsense" }),
    };
    for (let owner = window; owner; owner = Object.getPrototypeOf(owner)) Reflect.deleteProperty(owner, name);
    if (way === "missing") return;
    Object.defineProperty(window, name, {
      configurable: true,
      get: way === "throwing" ? broken : () => values[way],
      set() {},
    });
  }
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  async function until(what, condition) {
    for (let count = 0; count < 600; count++) {
      const value = condition();
      if (value) return value;
      await pause(50);
    }
    throw new Error(`Timed out: ${what}`);
  }
  async function send({ way, when, form }) {
    const frame = document.createElement("iframe");
    frame.src = "/frame.html";
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve));
    const { contentWindow: window, contentDocument: page } = frame;
    window.onerror = window.onunhandledrejection = () => true;
    page.body.innerHTML = form;
    const script = Object.assign(page.createElement("script"), {
      type: "module",
      src: "/xsolla-password-reset/forms.js",
    });
    if (when === "before") breakGlobal(window, name, way);
    page.head.append(script);
    const { shadowRoot } = await until(
      "defined",
      () => page.body.firstElementChild.shadowRoot && page.body.firstElementChild,
    );
    const part = (name) => shadowRoot.querySelector(`[part=${name}]`);
    await until(
      "visible",
      () => part("input").offsetHeight > 0 && getComputedStyle(part("input")).visibility === "visible",
    );
    if (when === "after") breakGlobal(window, name, way);
    const texts = [];
    for (const value of ["correct horse", "battery staple"]) {
      part("input").value = value;
      part("input").dispatchEvent(new Event("input"));
      part("submit").click();
      await until("settled", () => part("form").getAttribute("aria-busy") === "false");
      const shown = ["status", "alert", "error"].map(part).filter((p) => p.offsetHeight > 0);
      texts.push(shown.map((p) => p.textContent).join(" "));
    }
    frame.remove();
    return texts;
  }
  const cases = ways.flatMap((way) => whens.flatMap((when) => forms.map((form) => ({ way, when, form }))));
  return Promise.all(
    cases.map(async (one) => {
      const outcome = await send(one).catch((error) => [String(error)]);
      return { way: one.way, when: one.when, form: one.form.slice(1, 8), outcome };
    }),
  );
}

/** A sentence each time, and not the one that says to wait. */
function expectSentences(outcome) {
  expect(outcome).toHaveLength(2);
  for (const text of outcome) {
    expect(text).toMatch(/\w+ \w+/);
    expect(text).not.toMatch(/One moment|Error/);
  }
}

for (const name of globals) {
  // Without `customElements` no element exists: a fallback in the page is all that there is.
  const whens = name === "customElements" ? ["after"] : ["before", "after"];
  base(`${name}: missing, throwing or nonsense, ${whens.join(" or ")} the element is defined`, async ({ page }) => {
    base.setTimeout(90_000);
    await respondWith(page, { status: 204 });
    await page.route("**/frame.html", (route) =>
      route.fulfill({ contentType: "text/html", body: '<!doctype html><html lang="en"><meta charset="utf-8">' }),
    );
    await openFixture(page, { script: "", body: "" });
    const results = await page.evaluate(sendInFrames, { name, ways, whens, forms: [requestForm, passwordForm] });
    expect(results).toHaveLength(whens.length * 8);
    for (const { outcome, ...rest } of results) await base.step(JSON.stringify(rest), () => expectSentences(outcome));
  });
}

/** The form ends by itself with a sentence; then it can be sent again. */
async function expectSettled(page, value) {
  const { form, field, part } = formOn(page);
  await expect(field).toBeVisible();
  const outcome = [];
  for (const text of [value, `${value}2`]) {
    if (await part("edit").isVisible()) await part("edit").click();
    await field.fill(text);
    await part("submit").click({ force: true });
    await expect(form.locator("form")).toHaveAttribute("aria-busy", "false", { timeout: 15_000 });
    outcome.push((await Promise.all(["status", "alert", "error"].map((name) => part(name).textContent()))).join(" "));
  }
  expectSentences(outcome);
}

const throwing = (where) => `${where} = () => { throw new Error("broken") }`;

for (const [what, script] of [
  [
    "a page's listener",
    'addEventListener("password-reset-requested", () => { throw new Error("broken") }); addEventListener("password-reset-failed", () => { throw new Error("broken") });',
  ],
  ["dispatchEvent of the element", throwing("HTMLElement.prototype.dispatchEvent")],
  ["fetch, at once", throwing("window.fetch")],
  ["fetch, by a promise that rejects with nothing", "window.fetch = () => Promise.reject()"],
  [
    "texts with getters that throw",
    'customElements.whenDefined("password-reset-form").then(() => { document.querySelector("password-reset-form").texts = { get sent() { throw new Error("broken") }, get working() { throw new Error("broken") } } })',
  ],
  [
    "texts of the wrong type",
    'customElements.whenDefined("password-reset-form").then(() => { document.querySelector("password-reset-form").texts = { sent: 5, waitSeconds: "soon", working: null, send: {} } })',
  ],
  [
    "texts that are no object",
    'customElements.whenDefined("password-reset-form").then(() => { document.querySelector("password-reset-form").texts = "soon" })',
  ],
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
  for (const [name, body] of [
    ["request", requestForm],
    ["new password", passwordForm],
  ]) {
    test(`details that are ${shape}: ${name}`, async ({ page }) => {
      await respondWith(page, {
        status: 422,
        contentType: "application/json",
        body: `{"error":{"code":"0","description":"","details":${details}}}`,
      });
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
  await respondWith(page, {
    status: 422,
    contentType: "application/json",
    body: '{"error":{"code":"0","description":"","details":{}}}',
  });
  await openFixture(page, { script, body: passwordForm });
  await expectSettled(page, "correct horse");
});

test("a language whose texts never arrive: English", async ({ page }) => {
  await page.route("**/messages/fr.js", () => {});
  await openFixture(page, { lang: "fr" });
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
});

test("a call that cannot be aborted can be cancelled all the same", async ({ page }) => {
  await page.clock.install();
  await openFixture(page, {
    script: `AbortController.prototype.abort = () => {}; import("/xsolla-password-reset/forms.js");`,
  });
  await page.route("**/api/password/reset/*", () => {});
  const { ask, cancel, alert, submit } = formOn(page);
  await ask("ada");
  await page.clock.fastForward(3000);
  await cancel.click();
  await page.clock.fastForward(600);
  await expect(alert).toContainText("Cancelled.");
  await expect(submit).toHaveAttribute("aria-disabled", "false");
});
