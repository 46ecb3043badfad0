// The Custom Elements Manifest lists exactly what the elements in a browser have.

import { readFileSync } from "node:fs";
import { headers, openForm, passwordForm, requestForm, respondWith } from "./fixture.js";
import { expect, test } from "./support.js";

const { modules } = JSON.parse(readFileSync(new URL("../../dist/custom-elements.json", import.meta.url), "utf8"));
const elements = modules.flatMap(({ declarations }) => declarations);

const namesOf = (entries) => entries.map(({ name }) => name).sort();

/** Read once, when the element is connected, as the platform does. */
const notObserved = ["autofocus", "nonce"];

test("it lists both elements, and describes every entry", () => {
  expect(elements.map(({ tagName }) => tagName).sort()).toEqual(["new-password-form", "password-reset-form"]);
  for (const { attributes, members, events, slots, cssParts, cssProperties, ...element } of elements) {
    for (const entry of [element, ...attributes, ...members, ...events, ...slots, ...cssParts, ...cssProperties]) {
      expect(entry.description, `${element.name}, ${entry.name}`).toMatch(/^\S.*[.]$/s);
    }
  }
});

for (const [tag, body] of [
  ["password-reset-form", requestForm],
  ["new-password-form", passwordForm],
]) {
  const element = elements.find(({ tagName }) => tagName === tag);

  test(`${tag}: the attributes, properties, slots and custom properties are those of the element`, async ({ page }) => {
    await openForm(page, { body });
    const real = await page.locator(tag).evaluate((form) => {
      const properties = [];
      for (
        let owner = Object.getPrototypeOf(form);
        owner !== HTMLElement.prototype;
        owner = Object.getPrototypeOf(owner)
      ) {
        for (const [name, { set }] of Object.entries(Object.getOwnPropertyDescriptors(owner)))
          if (set) properties.push(name);
      }
      const css = form.shadowRoot.adoptedStyleSheets
        .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
        .join();
      return {
        attributes: [.../** @type {any} */ (form.constructor).observedAttributes].sort(),
        properties: properties.sort(),
        slots: [...form.shadowRoot.querySelectorAll("slot[name]")].map((slot) => slot.getAttribute("name")).sort(),
        cssProperties: [...new Set(css.match(/--reset-[\w-]+/g))].sort(),
      };
    });
    expect({
      attributes: namesOf(element.attributes).filter((name) => !notObserved.includes(name)),
      properties: namesOf(element.members.filter(({ kind }) => kind === "field")),
      slots: namesOf(element.slots),
      cssProperties: namesOf(element.cssProperties),
    }).toEqual(real);
  });

  test(`${tag}: the parts are those that are ever shown, and the events those that are dispatched`, async ({
    page,
  }) => {
    await page.clock.install();
    // The account, the requirements and the way to a new link are shown only if the page names them.
    const named = `$& username="john" request-url="/" policy='{"minLength":8}'`;
    const { alert, ask, cancel, field, form, part, press, status } = await openForm(page, {
      body: body.replace("<new-password-form", named),
    });
    await form.evaluate((form) => {
      const seen = { parts: new Set(), events: new Set() };
      window.seen = seen;
      const look = () => {
        for (const part of form.shadowRoot.querySelectorAll("[part]"))
          if (!part.closest("[hidden]")) for (const name of part.part) seen.parts.add(name);
      };
      new MutationObserver(look).observe(form.shadowRoot, { attributes: true, childList: true, subtree: true });
      look();
      const { dispatchEvent } = EventTarget.prototype;
      form.dispatchEvent = (event) => {
        // A page may listen anywhere around the element.
        if (event.bubbles && event.composed) seen.events.add(event.type);
        return dispatchEvent.call(form, event);
      };
    });

    // A dead link, or a project that does not exist.
    await respondWith(page, { status: 404, json: { error: { code: tag.startsWith("new") ? "003-061" : "003-019" } } });
    await field.fill("correct@gmial.com");
    await page.clock.runFor(1200);
    // Its texts are loaded on demand.
    if (!tag.startsWith("new")) await expect(part("suggestion")).toBeVisible();
    await press();
    await page.clock.runFor(1000);
    await expect(alert).not.toBeEmpty();
    const link = part("request-link");
    if (await link.isVisible()) {
      await form.evaluate((form) => form.addEventListener("new-link-wanted", (event) => event.preventDefault()));
      await link.click();
    }

    await page.unroute("**/api/password/reset/*");
    const [arrived, released] = [Promise.withResolvers(), Promise.withResolvers()];
    await page.route("**/api/password/reset/*", async (route) => {
      arrived.resolve();
      await released.promise;
      await route.fulfill({ status: 204, headers });
    });
    await ask("battery staple");
    await arrived.promise;
    await page.clock.runFor(3000);
    await expect(cancel).toBeVisible();
    released.resolve();
    await expect(status).not.toBeEmpty();
    await expect(field).toBeHidden();

    const { parts, events } = await page.evaluate(() => ({
      parts: [...window.seen.parts].sort(),
      events: [...window.seen.events].sort(),
    }));
    expect(namesOf(element.cssParts)).toEqual(parts);
    expect(namesOf(element.events)).toEqual(events);
  });
}
