// The elements in pages of any kind: their colours, styles, policies, scripts, documents and languages. Keys and presses are in
// events.spec.js.

import {
  autofocusing,
  baseUrl,
  forms,
  headers,
  importForms,
  openFixture,
  openForm,
  passwordForm,
  requestForm,
  respondWith,
  shareModules,
} from "./fixture.js";
import { countCalls, expect, formOn, requestCall, test } from "./support.js";

const neutral = "If an account matches";

for (const action of ["a click", "Enter"]) {
  test(`in a sandbox without allow-forms, ${action} sends once`, async ({ page }) => {
    const calls = countCalls(page, requestCall);
    await respondWith(page, { status: 204 });
    const html = `<!doctype html><html lang="en"><meta charset="utf-8">${requestForm}<script type="module">${importForms}</script>`;
    await page.route("**/sandboxed.html", (route) => route.fulfill({ contentType: "text/html", headers, body: html }));
    // The frame's origin is opaque.
    await shareModules(page);
    await openFixture(page, {
      script: "",
      body: '<iframe sandbox="allow-scripts" src="/sandboxed.html" width="600" height="500"></iframe>',
    });
    // Chromium reports the submit event that it blocks.
    page.removeAllListeners("console");
    const form = page.frameLocator("iframe").locator("password-reset-form");
    await form.locator("input").fill("ada");
    if (action === "Enter") await form.locator("input").press("Enter");
    else await form.locator("[part=submit]").click();
    await expect(form.locator("[part=status]")).toContainText(neutral);
    expect(calls).toHaveLength(1);
  });
}

for (const adoptedStyleSheets of [true, false]) {
  test(`moved into another document, ${adoptedStyleSheets ? "with" : "without"} adopted style sheets: styled, and works`, async ({
    page,
  }) => {
    if (!adoptedStyleSheets) await page.addInitScript(() => delete Document.prototype.adoptedStyleSheets);
    await openForm(page, { body: `${requestForm}<iframe width="600" height="500"></iframe>` });
    await page.evaluate(() =>
      document.querySelector("iframe").contentDocument.body.append(document.querySelector("password-reset-form")),
    );
    const form = page.frameLocator("iframe").locator("password-reset-form");
    await expect(form.locator("[part=submit]")).toHaveCSS("min-height", "44px");
    await form.locator("input").fill("ada");
    await form.locator("[part=submit]").click();
    await expect(form.locator("[part=status]")).toContainText(neutral);
    // And back again.
    await page.evaluate(() =>
      document.body.append(document.querySelector("iframe").contentDocument.querySelector("password-reset-form")),
    );
    await expect(formOn(page).submit).toHaveCSS("min-height", "44px");
  });
}

const policy = (styles) =>
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src ${styles}; connect-src ${baseUrl}/; require-trusted-types-for 'script'">`;

// Safari before 16.4, Firefox before 101, Chromium before 73.
const noAdoptedStyleSheets = () => {
  delete Document.prototype.adoptedStyleSheets;
  delete window.CSSStyleSheet.prototype.replaceSync;
};

for (const [source, head] of [
  ["the page's script", '<script nonce="of-this-page"></script>'],
  [
    "the page's style, which may differ from the script's",
    '<script nonce="other"></script><style nonce="of-this-page"></style>',
  ],
]) {
  test(`without adopted style sheets and under a strict policy, the nonce of ${source} lets the styles in`, async ({
    page,
  }) => {
    await page.addInitScript(noAdoptedStyleSheets);
    const allowed = policy("'nonce-of-this-page'").replace(
      "script-src",
      "script-src 'nonce-of-this-page' 'nonce-other'",
    );
    const { ask, status, submit } = await openForm(page, { head: allowed + head });
    await expect(submit).toHaveCSS("min-height", "44px");
    await ask("ada");
    await expect(status).toContainText(neutral);
  });
}

test("the element can be focused, and its text can be selected", async ({ page }) => {
  const { form, field, part } = await openForm(page);
  await part("intro").click();
  await expect(field).not.toBeFocused();
  await part("intro").dblclick();
  expect(await page.evaluate(() => String(getSelection()))).not.toBe("");
  await form.evaluate((element) => element.focus());
  await expect(field).toBeFocused();
});

for (const [kind, head] of [
  ["that declares no scheme", "<style>body { background: #101418; color: rgb(240, 240, 240) }</style>"],
  [
    "that declares it in a meta element",
    '<meta name="color-scheme" content="dark"><style>body { color: rgb(240, 240, 240) }</style>',
  ],
  [
    "that declares it only around the form",
    "<style>password-reset-form { color-scheme: dark; background: #101418; color: rgb(240, 240, 240) }</style>",
  ],
]) {
  test(`a dark page ${kind}: texts have its colour`, async ({ page }) => {
    const { part, field, ask, status } = await openFixture(page, { head });
    await ask("ada");
    await expect(status).toContainText(neutral);
    for (const text of [part("intro"), part("label"), field, part("title"), status, part("wait"), part("edit")])
      await expect(text).toHaveCSS("color", "rgb(240, 240, 240)");
  });
}

test("a page that changes its colours while the form is there", async ({ page }) => {
  await openForm(page);
  await page.locator("body").evaluate((body) => (body.style.color = "rgb(1, 2, 3)"));
  await expect(formOn(page).part("label")).toHaveCSS("color", "rgb(1, 2, 3)");
});

for (const rootSize of ["62.5%", "10px", "16px"]) {
  test(`targets are large with a root font size of ${rootSize}`, async ({ page }) => {
    await page.clock.install();
    await page.route("**/api/**", () => {});
    const { ask, cancel, edit, field, submit } = await openFixture(page, {
      head: `<style>html { font-size: ${rootSize} } body { font-size: 16px }</style>`,
    });
    const expectLarge = async (target) => {
      const { width, height } = await target.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    };
    await ask("ada");
    await page.clock.fastForward(3_000);
    for (const target of [field, submit, cancel]) await expectLarge(target);
    await expect(field).toHaveCSS("font-size", "16px");
    await cancel.click();
    // The focus that would be lost.
    await expect(submit).toBeFocused();
    await respondWith(page, { status: 204 });
    await ask("ada");
    await expect(edit).toBeVisible();
    await expectLarge(edit);
  });
}

test("--reset-font changes only the family", async ({ page }) => {
  const sizes = [];
  for (const style of ["", "password-reset-form { --reset-font: Georgia, serif }"]) {
    const { field, part } = await openForm(page, { head: `<style>body { font-size: 18px } ${style}</style>` });
    sizes.push(
      await Promise.all(
        [part("intro"), part("label"), field].map((one) =>
          one.evaluate((element) => getComputedStyle(element).fontSize),
        ),
      ),
    );
    if (style) await expect(field).toHaveCSS("font-family", /Georgia/);
  }
  expect(sizes[1]).toEqual(sizes[0]);
});

test("inherited styles that would break the form are reset", async ({ page }) => {
  const style = `body {
    white-space: nowrap; letter-spacing: .5em; word-spacing: 2em; text-indent: 8em; text-transform: uppercase; line-height: 3.5;
    text-align: right; hyphens: none; word-break: keep-all; cursor: none; user-select: none; -webkit-text-fill-color: transparent;
    text-shadow: 0 0 9px red; font-variant: small-caps; writing-mode: vertical-rl; tab-size: 40; list-style: square; quotes: none;
    border-collapse: collapse; text-decoration: line-through; -webkit-text-security: disc; }`;
  await page.setViewportSize({ width: 400, height: 800 });
  const { ask, part, status } = await openFixture(page, {
    head: `<style>${style} html, body { writing-mode: horizontal-tb }</style>`,
  });
  await ask("ada");
  await expect(status).toContainText(neutral);
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const styles = {
    "white-space": /^(normal|break-spaces)$/,
    "letter-spacing": "normal",
    "word-spacing": "0px",
    "text-indent": "0px",
    "text-transform": "none",
    "text-shadow": "none",
    "font-variant": "normal",
  };
  for (const name of ["intro", "label", "input", "submit", "status"]) {
    for (const [style, value] of Object.entries(styles)) await expect(part(name)).toHaveCSS(style, value);
    await expect(part(name)).not.toHaveCSS("cursor", "none");
    if (name !== "submit") await expect(part(name)).not.toHaveCSS("user-select", "none");
  }
});

for (const [kind, style] of [
  ["a root that is the unit of length", "html { font-size: 1px }"],
  ["a container without whitespace between boxes", "body { font-size: 0 }"],
]) {
  test(`texts are readable in ${kind}`, async ({ page }) => {
    const { field, part, submit } = await openForm(page, { head: `<style>${style}</style>` });
    for (const text of [part("intro"), part("label"), field, submit]) {
      expect(await text.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(
        12,
      );
    }
  });
}

test("properties that the page registers do not change the form", async ({ page }) => {
  const register = (name) => `@property --${name} { syntax: "<angle>"; inherits: true; initial-value: 0deg }`;
  const { field, submit } = await openForm(page, {
    head: `<style>${["accent", "danger", "line", "soft", "radius", "space"].map(register).join("")}</style>`,
  });
  await expect(submit).toHaveCSS("background-color", "rgb(11, 110, 88)");
  await expect(field).not.toHaveCSS("border-radius", "0px");
});

test("a form that the page hides stays hidden", async ({ page }) => {
  await openFixture(page, { head: "<style>body { visibility: hidden }</style>" });
  await expect(formOn(page).part("form")).not.toHaveAttribute("data-loading");
  await expect(formOn(page).field).toBeHidden();
});

test("a browser's translation stays, except for the texts that change", async ({ page }) => {
  await page.clock.install();
  const { ask, status, wait, part } = await openFixture(page);
  await ask("ada");
  await page.clock.runFor(600);
  await expect(status).toContainText(neutral);
  await formOn(page).form.evaluate(({ shadowRoot }) => {
    for (const text of shadowRoot.querySelectorAll("p, label, button"))
      if (text.textContent) text.innerHTML = "<font><font>Übersetzt</font></font>";
  });
  await page.clock.runFor(3_000);
  await expect(wait).toContainText("seconds");
  for (const name of ["title", "status", "submit", "edit"]) await expect(part(name)).toHaveText("Übersetzt");
});

for (const [name, body] of forms) {
  test(`the live region is in the accessibility tree before it has a text: ${name}`, async ({ page }) => {
    await openForm(page, { body });
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const polite = nodes.filter(
      ({ ignored, properties }) =>
        !ignored && properties?.some(({ name, value }) => name === "live" && value.value === "polite"),
    );
    expect(polite).toHaveLength(1);
  });
}

test("keyboards neither correct nor capitalize the name; a password can be shown, and is a new one", async ({
  page,
}) => {
  const { field } = await openFixture(page);
  await expect(field).toHaveAttribute("autocorrect", "off");
  await expect(field).toHaveAttribute("autocapitalize", "none");
  await expect(field).toHaveAttribute("spellcheck", "false");
  await openForm(page, { body: passwordForm });
  await expect(field).toHaveAttribute("autocomplete", "new-password");
  const toggle = (pressed) => page.getByRole("button", { name: "Show password", exact: true, pressed });
  await toggle(false).click();
  await expect(field).toHaveAttribute("type", "text");
  await toggle(true).click();
  await expect(field).toHaveAttribute("type", "password");
});

for (const [name, body, member] of [
  ["request", requestForm, "username"],
  ["new password", passwordForm, "new_password"],
]) {
  test(`a value that comes without an event stays, and is sent: ${name}`, async ({ page }) => {
    let request;
    await respondWith(page, { status: 204 });
    page.on("request", (one) => (request = one.method() === "POST" ? one : request));
    const { field, submit } = await openFixture(page, { body });
    await field.fill("abcdef");
    await field.evaluate((input) => (input.value = "from a manager"));
    await field.press("Shift");
    await expect(field).toHaveValue("from a manager");
    await submit.click();
    await expect.poll(() => request?.postDataJSON()[member]).toBe("from a manager");
  });
}

test("Chromium has no advice about either form", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  const advice = [];
  session.on("Log.entryAdded", ({ entry }) => advice.push(entry.text));
  page.on("console", (message) => advice.push(message.text()));
  await session.send("Log.enable");
  await openFixture(page, { body: requestForm + passwordForm });
  await expect(page.locator("new-password-form input[type=password]")).toBeVisible();
  await page.locator("new-password-form input[type=password]").fill("battery staple");
  await page.waitForTimeout(1_000);
  expect(advice.filter((text) => !/favicon/.test(text))).toEqual([]);
});

test("the language around the form is followed, through shadow trees, too", async ({ page }) => {
  await openFixture(page, { body: `<section><div>${requestForm}</div></section>` });
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
  await page.locator("section").evaluate((/** @type {HTMLElement} */ section) => (section.lang = "fr"));
  await expect(page.getByRole("button", { name: "Envoyer le lien" })).toBeVisible();
  await page.locator("section").evaluate((section) => {
    const host = document.createElement("div");
    host.id = "host";
    section.before(host);
    host.attachShadow({ mode: "open" }).append(section.firstElementChild);
  });
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
  await page.locator("#host").evaluate((/** @type {HTMLElement} */ host) => (host.lang = "ko"));
  await expect(page.getByRole("button", { name: "링크 보내기" })).toBeVisible();
  // The element's own one. Without texts in a language, that of the browser is used.
  await formOn(page).form.evaluate((/** @type {HTMLElement} */ form) => (form.lang = "fr"));
  await expect(page.getByRole("button", { name: "Envoyer le lien" })).toBeVisible();
  await formOn(page).form.evaluate((/** @type {HTMLElement} */ form) => (form.lang = "sv"));
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
});

test("texts as JSON in an attribute or a property; what is no JSON is reported once", async ({ page, warnings }) => {
  const { form, submit } = await openFixture(page, {
    body: requestForm.replace(" ", ` texts='{"send":"From HTML"}' `),
  });
  await expect(submit).toHaveText("From HTML");
  for (const texts of ["{no JSON", "{still no JSON"]) {
    await form.evaluate((form, texts) => form.setAttribute("texts", texts), texts);
    await expect(submit).toHaveText("Send link");
  }
  // A server may have rendered an object.
  await form.evaluate((form) => form.setAttribute("texts", "[object Object]"));
  // Some frameworks set the property in place of the attribute.
  await form.evaluate((/** @type {any} */ form) => (form.texts = '{"send":"From a property"}'));
  await expect(submit).toHaveText("From a property");
  expect(warnings).toEqual([
    'xsolla-password-reset: "texts" is not valid JSON',
    'xsolla-password-reset: "texts" is not valid JSON: an object has to be set as a property',
  ]);
});

test("a property that cannot be set before definition does not lose the others", async ({ page }) => {
  const script = `
    const form = document.querySelector("password-reset-form");
    form.locale = Symbol("no text");
    form.texts = { send: "From before" };
    import("/xsolla-password-reset/forms.js");`;
  await openFixture(page, { script });
  await expect(page.getByRole("button", { name: "From before" })).toBeVisible();
});

test("nothing is sent if the page prevents it, and no event tells an outcome", async ({ page }) => {
  const calls = countCalls(page, requestCall);
  const script = `
    ${importForms}
    const seen = (window.seen = []);
    for (const type of ["password-reset-requested", "password-reset-failed"]) addEventListener(type, () => seen.push(type));
    addEventListener("password-reset-sending", (event) => {
      seen.push(event.detail.call, event.detail.options.username);
      event.preventDefault();
    });`;
  const { ask, part } = await openFixture(page, { script });
  await ask("ada");
  await expect.poll(() => page.evaluate(() => window.seen)).toEqual(["request", "ada"]);
  await expect(part("form")).toHaveAttribute("aria-busy", "false");
  expect(calls).toEqual([]);
});

test("names can be defined twice, and other names as well", async ({ page }) => {
  const script = `
    import { PasswordResetForm } from "/xsolla-password-reset/forms.js";
    import "/xsolla-password-reset/forms.js?another-copy";
    for (let count = 0; count < 2; count++) {
      PasswordResetForm.define();
      PasswordResetForm.define("my-reset");
      PasswordResetForm.define("not a name");
    }`;
  await openFixture(page, { script, body: requestForm.replaceAll("password-reset-form", "my-reset") });
  const form = page.locator("my-reset");
  await form.locator("input").fill("ada");
  await form.locator("[part=submit]").click();
  await expect(form.locator("[part=status]")).toContainText(neutral);
});

test("invalid attributes are reported by their names, once they are at rest", async ({ page, warnings }) => {
  await page.clock.install();
  const { alert } = await openForm(page, {
    body: requestForm.replace(/project-id="[^"]*"/, 'project-id="1111" login-url="example.com"'),
  });
  await page.clock.runFor(3_000);
  await expect(alert).toContainText("isn’t set up");
  expect(warnings).toEqual([expect.stringMatching(/project-id must be a UUID.*login-url must /)]);
});

for (const [name, body] of forms) {
  test(`autofocus: the field has the focus once the form appears: ${name}`, async ({ page }) => {
    await openFixture(page, { body: autofocusing(body) });
    await expect(formOn(page).field).toBeFocused();
  });
}

test("autofocus takes the focus from nothing else, neither at first nor later", async ({ page }) => {
  const body = `<button>Other</button>${autofocusing(requestForm)}`;
  await openFixture(page, { script: "", body });
  const other = page.getByRole("button", { name: "Other" });
  await other.focus();
  await page.evaluate(() => import("/xsolla-password-reset/forms.js"));
  await expect(formOn(page).submit).toBeVisible();
  await expect(other).toBeFocused();
  await other.blur();
  await formOn(page).form.evaluate((form) => form.setAttribute("lang", "de"));
  await expect(formOn(page).submit).toHaveText("Link senden");
  await expect(formOn(page).field).not.toBeFocused();
});

test("autofocus in a dialog that was opened before the form was defined", async ({ page }) => {
  const body = `<dialog>${autofocusing(requestForm)}</dialog>`;
  const script = `document.querySelector("dialog").showModal(); import("/xsolla-password-reset/forms.js");`;
  await openFixture(page, { script, body });
  await expect(formOn(page).field).toBeFocused();
});

test("autofocus in a frame takes the focus from the body of the page, but not from its field", async ({ page }) => {
  const form = autofocusing(requestForm);
  const frame = `<!doctype html>${form}<script type="module" src="/xsolla-password-reset/forms.js"></script>`;
  await page.route("**/frame.html", (route) => route.fulfill({ contentType: "text/html", body: frame }));
  const field = page.frameLocator("iframe").locator("password-reset-form [part=input]");
  const focused = () => page.evaluate(() => document.activeElement?.tagName);
  const addFrame = `document.body.insertAdjacentHTML("beforeend", '<iframe src="/frame.html"></iframe>');`;

  await openFixture(page, { body: "", script: addFrame });
  await expect(field).toBeVisible();
  await expect.poll(focused).toBe("IFRAME");
  await openFixture(page, { body: "<input>", script: `document.querySelector("input").focus(); ${addFrame}` });
  await expect(field).toBeVisible();
  expect(await focused()).toBe("INPUT");
});

test("autofocus of a form that is removed before it appears, and connected again later", async ({ page }) => {
  await page.route("**/messages/de.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await openFixture(page, {
    lang: "de",
    body: autofocusing(requestForm),
    script: `import "/xsolla-password-reset/forms.js";
      window.form = document.querySelector("password-reset-form");
      form.remove();`,
  });
  await page.waitForFunction(() => "form" in window);
  await page.waitForTimeout(800);
  await page.evaluate(() => void document.body.append(/** @type {any} */ (window).form));
  await expect(formOn(page).submit).toHaveText("Link senden");
  await expect(formOn(page).field).toBeFocused();
});

test("the property fetch replaces the global one, also when it is set before definition", async ({ page }) => {
  const calls = countCalls(page, requestCall);
  const script = `
    const form = document.querySelector("password-reset-form");
    form.fetch = async () => new Response(null, { status: 503 });
    import("/xsolla-password-reset/forms.js");`;
  const { alert, ask, form, status } = await openFixture(page, { script });
  await ask("ada");
  await expect(alert).toContainText("Something went wrong");
  expect(calls).toEqual([]);
  expect(await form.evaluate((element) => Object.assign(element, { fetch: undefined }).fetch)).toBeNull();
  await ask("lena");
  await expect(status).toContainText(neutral);
  expect(calls).toHaveLength(1);
});

test("the focus ring is three shadows, outside of the red border, and an outline in forced colours", async ({
  page,
}) => {
  const { ask, field, submit } = await openFixture(page);
  await ask("");
  await expect(field).toBeFocused();
  await expect(field).toHaveCSS("border-top-color", "rgb(220, 74, 65)");
  await page.keyboard.press("Tab");
  const shadows = [
    "rgb(255, 255, 255) 0px 0px 0px 2px",
    "rgb(23, 32, 29) 0px 0px 0px 4px",
    "rgb(118, 118, 118) 0px 0px 0px 6px",
  ];
  await expect(submit).toHaveCSS("box-shadow", shadows.join(", "));
  await page.emulateMedia({ forcedColors: "active" });
  await expect(submit).toHaveCSS("outline-style", "solid");
  await expect(submit).not.toHaveCSS("outline-color", "rgba(0, 0, 0, 0)");
});
