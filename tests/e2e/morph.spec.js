// Pages that rewrite themselves with the server's HTML, by the real libraries: options, the typed name, a call in flight
// and the countdown stay. And what tools that save or record the page find in its attributes.

import { projectId } from "../support/projects.js";
import { baseUrl, headers, importForms, openFixture, openForm, requestForm, respondWith } from "./fixture.js";
import { withLibraries } from "./libraries.js";
import { countCalls, expect, formOn, requestCall, test } from "./support.js";

/** How each library morphs the element `#page` to HTML. `window.morph` returns a promise. */
const libraries = {
  idiomorph: `import { Idiomorph } from "idiomorph/dist/idiomorph.esm.js";
    window.morph = async (html) => Idiomorph.morph(document.querySelector("#page"), html);`,
  morphdom: `import morphdom from "morphdom";
    window.morph = async (html) => morphdom(document.querySelector("#page"), html);`,
  "Alpine's morph": `import Alpine from "alpinejs";
    import morph from "@alpinejs/morph";
    Alpine.plugin(morph);
    Alpine.start();
    window.morph = async (html) => Alpine.morph(document.querySelector("#page"), html);`,
  "htmx's morph": `import htmx from "htmx.org";
    window.morph = (html) => htmx.swap({ text: html, target: "#page", swap: "outerMorph" });`,
  "Turbo's morph": `import * as Turbo from "@hotwired/turbo";
    Turbo.session.stop();
    window.morph = async (html) => {
      const page = document.querySelector("#page");
      const template = Object.assign(document.createElement("template"), { innerHTML: html });
      Turbo.morphElements(page, template.content.firstElementChild);
    };`,
};

const pageWith = (form, version) => `<main id="page"><h1>Version ${version}</h1>${form}</main>`;
const bare = "<password-reset-form></password-reset-form>";
const barePassword = "<new-password-form></new-password-form>";

async function morph(page, form, version = 2) {
  await page.evaluate((html) => /** @type {any} */ (window).morph(html), pageWith(form, version));
  await expect(page.getByRole("heading", { name: `Version ${version}` })).toBeVisible();
}

for (const [name, library] of Object.entries(libraries)) {
  test(`${name}: options that were set as properties stay, with the name, a call in flight and the countdown`, async ({
    page,
  }) => {
    const calls = countCalls(page, requestCall);
    const script = await withLibraries(`${library}
      ${importForms}
      const form = document.querySelector("password-reset-form");
      Object.assign(form, { projectId: "${projectId}", baseUrl: "${baseUrl}", loginUrl: "https://example.com/", locale: "de_DE" });
      form.texts = { send: "From the page" };`);
    const { alert, field, form, status, submit, wait } = await openFixture(page, { script, body: pageWith(bare, 1) });
    await expect(submit).toHaveText("From the page");
    await form.evaluate((element) => void Object.assign(window, { original: element }));
    await field.fill("ada");
    await morph(page, bare);
    await expect(field).toHaveValue("ada");
    await expect(submit).toHaveText("From the page");
    const answered = Promise.withResolvers();
    await page.route(`**/${requestCall}*`, async (route) => {
      await answered.promise;
      await route.fulfill({ status: 204, headers });
    });
    await submit.click();
    await expect.poll(() => calls.length).toBe(1);
    await morph(page, bare, 3);
    answered.resolve();
    await expect(status).toContainText("If an account matches");
    await morph(page, bare, 4);
    await expect(wait).toContainText("seconds");
    await expect(alert).toBeEmpty();
    const query = new URL(calls[0].url()).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      projectId,
      login_url: "https://example.com/",
      locale: "de_DE",
    });
    expect(
      await form.evaluate((element) => [
        /** @type {any} */ (window).original === element,
        element.projectId,
        element.getAttributeNames(),
      ]),
    ).toEqual([true, projectId, []]);
  });

  test(`${name}: codes that were set as properties, or rendered into the HTML, stay`, async ({ page }) => {
    const script = await withLibraries(`${library}
      ${importForms}
      const form = document.querySelector("new-password-form");
      if (!form.resetCode) Object.assign(form, { projectId: "${projectId}", baseUrl: "${baseUrl}", resetCode: "from-the-link" });`);
    const rendered = `<new-password-form project-id="${projectId}" base-url="${baseUrl}" reset-code="from-the-link"></new-password-form>`;
    await respondWith(page, { status: 204 });
    for (const html of [barePassword, rendered]) {
      const { alert, field, form, press, status } = await openFixture(page, { script, body: pageWith(html, 1) });
      await field.fill("correct horse");
      await morph(page, html);
      expect(await form.getAttribute("reset-code")).toBeNull();
      await expect(alert).toBeEmpty();
      const request = page.waitForRequest((one) => one.method() === "POST");
      await press();
      expect((await request).postDataJSON()).toMatchObject({ new_password: "correct horse" });
      expect(JSON.stringify([(await request).url(), (await request).postDataJSON()])).toContain("from-the-link");
      await expect(status).toContainText("is set");
    }
  });

  test(`${name}: another project in the new HTML applies`, async ({ page }) => {
    const calls = countCalls(page, requestCall);
    const other = "22222222-2222-4222-8222-222222222222";
    const script = await withLibraries(`${library} ${importForms}
      document.querySelector("password-reset-form").projectId = "${projectId}";`);
    await respondWith(page, { status: 204 });
    await openForm(page, { script, body: pageWith(requestForm, 1) });
    await morph(page, requestForm.replace(projectId, other));
    await formOn(page).ask("ada");
    await expect.poll(() => calls.length).toBe(1);
    expect(new URL(calls[0].url()).searchParams.get("projectId")).toBe(other);
  });
}

const secrets = {
  resetCode: ["reset-code", "secret code"],
  verifyCode: ["verify-code", "second code"],
  userId: ["user-id", "33333333-3333-4333-8333-333333333333"],
  username: ["username", "ada@example.com"],
};

for (const [property, [attribute, value]] of Object.entries(secrets)) {
  test(`${attribute} is in no attribute, whichever way it was set, and still applies`, async ({ page }) => {
    const html = barePassword.replace(">", ` ${attribute}="${value}">`);
    const { form } = await openFixture(page, { body: barePassword });
    /** @type {[way: string, set: (form: any, args: string[]) => void][]} */
    const ways = [
      ["property", (form, [property, , value]) => (form[property] = value)],
      ["attribute", (form, [, attribute, value]) => form.setAttribute(attribute, value)],
      [
        "empty attribute, then property",
        (form, [property, attribute, value]) => {
          form.setAttribute(attribute, "");
          form[property] = value;
        },
      ],
    ];
    for (const [way, set] of ways) {
      await form.evaluate(set, [property, attribute, value]);
      const found = await form.evaluate(
        (form, property) => [document.documentElement.outerHTML, form.cloneNode(true).outerHTML, form[property]],
        property,
      );
      expect(found[2], way).toBe(value);
      expect(found[0] + found[1], way).not.toContain(value);
      const unset = await form.evaluate((form, name) => {
        form[name] = null;
        return form[name];
      }, property);
      expect(unset, way).toBe("");
    }
    // Before the element is defined.
    await openForm(page, { body: html });
    expect(await form.evaluate((form, name) => form[name], property)).toBe(value);
    expect(await page.content()).not.toContain(value);
  });
}

test("what was set last applies, and a property that was set stays when its attribute is removed", async ({ page }) => {
  const { form } = await openFixture(page);
  /** @type {[step: (form: any) => void, property: string, attribute: string | null][]} */
  const steps = [
    [() => {}, "", null],
    [(form) => (form.locale = "de_DE"), "de_DE", "de_DE"],
    [(form) => form.setAttribute("locale", "fr_FR"), "fr_FR", "fr_FR"],
    [(form) => form.removeAttribute("locale"), "", null],
    [(form) => (form.locale = "it_IT"), "it_IT", "it_IT"],
    [(form) => (form.locale = "ko_KR"), "ko_KR", "ko_KR"],
    [(form) => form.removeAttribute("locale"), "ko_KR", null],
    [(form) => (form.locale = null), "", null],
  ];
  for (const [step, property, attribute] of steps) {
    await form.evaluate(step);
    const found = await form.evaluate((form) => [form.locale, form.getAttribute("locale")]);
    expect(found, String(step)).toEqual([property, attribute]);
  }
  // The page's HTML has this attribute, and may be set again to the same.
  const other = "22222222-2222-4222-8222-222222222222";
  await form.evaluate((form, other) => (form.projectId = other), other);
  expect(await form.evaluate((form) => form.projectId)).toBe(other);
  await expect(form).toHaveAttribute("project-id", projectId);
});

test("an empty lang is none: the form has the page's language", async ({ page }) => {
  for (const body of [requestForm.replace(" ", ' lang="" '), `<section lang=" ">${requestForm}</section>`]) {
    await openFixture(page, { lang: "de", body });
    await expect(formOn(page).submit).toHaveText("Link senden");
  }
});
