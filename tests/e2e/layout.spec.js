// The width of a form where its container fits the content: the texts of the moment, in any language, do not change it.

import { languages } from "xsolla-password-reset/messages";
import { forms, openForm, respondWith } from "./fixture.js";
import { expect, formOn, test } from "./support.js";

/** Boxes whose width follows their content. The form is the only child, except in a dialog. */
const boxes = {
  grid: '<div style="display: grid; place-items: center">FORM</div>',
  "grid column": '<div style="display: grid; grid-template-columns: auto; justify-content: center">FORM</div>',
  flex: '<div style="display: flex; justify-content: center">FORM</div>',
  "flex column": '<div style="display: flex; flex-direction: column; align-items: center">FORM</div>',
  dialog: "<dialog open><button>Close</button>FORM</dialog>",
  "inline block": '<div style="display: inline-block">FORM</div>',
  "inline-block element": "<style>body > * { display: inline-block }</style>FORM",
  "inline-flex element": "<style>body > * { display: inline-flex }</style>FORM",
  "inline-grid element": "<style>body > * { display: inline-grid }</style>FORM",
  "table cell": "<table><tr><td>FORM</table>",
  table: '<div style="display: table">FORM</div>',
  "absolute box": '<div style="position: absolute; left: 10px">FORM</div>',
  "absolute element": "<style>body > * { position: absolute }</style>FORM",
  float: '<div style="float: left">FORM</div>',
  "fit-content": '<div style="width: fit-content; margin: auto">FORM</div>',
  "max-content": '<div style="width: max-content">FORM</div>',
  fieldset: '<fieldset style="display: inline-block">FORM</fieldset>',
};

async function translate(page, language) {
  await page.locator("html").evaluate((html, lang) => html.setAttribute("lang", lang), language);
  await expect(formOn(page).form.locator("form")).toHaveAttribute("lang", language);
}

const widthOf = (page) => page.locator("password-reset-form, new-password-form").evaluate((form) => form.offsetWidth);

for (const [name, form] of forms) {
  for (const [kind, html] of Object.entries(boxes)) {
    test(`${kind}: one width in every language, before and after an outcome: ${name}`, async ({ page }) => {
      await page.clock.install();
      await respondWith(page, { status: 204 });
      const { error, field, press, status } = await openForm(page, { body: html.replace("FORM", form) });
      const widths = {};
      const record = async (moment) => {
        const width = await widthOf(page);
        widths[width] = [...(widths[width] ?? []), moment];
      };
      for (const language of languages) {
        await translate(page, language);
        await record(language);
      }
      await press();
      await expect(error).not.toBeEmpty();
      await record("after an error");
      await field.fill("correct horse");
      await press();
      await record("at work");
      await page.clock.runFor(1_000);
      await expect(status).not.toBeEmpty();
      await record("after success");
      for (const language of languages) {
        await translate(page, language);
        await record(`${language}, after success`);
      }
      expect(Object.keys(widths), JSON.stringify(widths)).toHaveLength(1);
      // 26em, unless the box has less.
      expect(widths).toHaveProperty("416");
    });

    test(`${kind}: no wider than a narrow page: ${name}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await openForm(page, { body: html.replace("FORM", form) });
      // These are as wide as their content, whatever the page's width.
      if (kind === "max-content") return;
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await widthOf(page)).toBeGreaterThan(200);
    });
  }

  const text = `<p>${"word ".repeat(200)}</p>`;
  for (const [kind, html] of [
    ["min-content", `<div style="width: min-content">${form}</div>`],
    ["a flex row", `<div style="display: flex">${form}${text}</div>`],
    ["a flex row that it shall fill", `<div style="display: flex"><div style="flex: 1">${form}</div>${text}</div>`],
    ["a table", `<table><tr><td>${form}<td>${text}</table>`],
    ["a grid", `<div style="display: grid; grid-template-columns: min-content 1fr">${form}${text}</div>`],
  ]) {
    test(`${kind}: beside what takes all room, the form keeps some: ${name}`, async ({ page }) => {
      const { field, form: element, submit } = await openForm(page, { body: html });
      const width = await widthOf(page);
      expect(width).toBeGreaterThanOrEqual(160);
      for (const part of [field, submit]) expect(await part.evaluate((part) => part.offsetWidth)).toBe(width);
      const overflow = await element.locator("form").evaluate((form) => form.scrollWidth - form.clientWidth);
      expect(overflow).toBe(0);
    });
  }

  test(`in a block, the form is as wide as its container: ${name}`, async ({ page }) => {
    await openForm(page, { body: `<div style="width: 700px">${form}</div>` });
    expect(await formOn(page).field.evaluate((input) => input.offsetWidth)).toBe(700);
  });

  test(`a page can limit the width, with the element and with its part: ${name}`, async ({ page }) => {
    for (const selector of ["body > *", "body > *::part(form)"]) {
      await openForm(page, { body: form, head: `<style>${selector} { max-width: 300px }</style>` });
      expect(await formOn(page).field.evaluate((input) => input.offsetWidth), selector).toBe(300);
    }
  });

  test(`in a page written from top to bottom, the form is written as always: ${name}`, async ({ page }) => {
    const { field } = await openForm(page, {
      body: `<div style="width: 500px">${form}</div>`,
      head: "<style>body { writing-mode: vertical-rl }</style>",
    });
    const { width, height } = await field.boundingBox();
    expect(width).toBeGreaterThan(250);
    expect(height).toBeLessThan(80);
  });
}
