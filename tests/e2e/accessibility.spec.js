// axe in every state, light and dark, wide and narrow, left to right and right to left; each state is kept as a picture
// in test-results/screenshots, to be looked at.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { languages } from "xsolla-password-reset/messages";
import { limited, openForm, passwordForm, requestForm, respondWith } from "./fixture.js";
import { play, scenes } from "./scenes.js";
import { expect, formOn, test } from "./support.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (tags) => window.axe.run({ runOnly: tags, resultTypes: ["violations"] }),
    tags,
  );
  return violations.map(({ id, nodes }) => [
    id,
    ...nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
  ]);
}

/** Opens a state, keeps a picture of it, and looks for violations. */
async function inspect(page, look, name) {
  await play(page, name);
  await page.screenshot({ path: `test-results/screenshots/${look}/${name}.png`, fullPage: true });
  expect(await violations(page)).toEqual([]);
}

/** @type {[name: string, options: Partial<import("@playwright/test").PlaywrightTestOptions>][]} */
const looks = [
  ["light, wide", { colorScheme: "light", viewport: { width: 1280, height: 900 }, locale: "en-US" }],
  ["dark, wide", { colorScheme: "dark", viewport: { width: 1280, height: 900 }, locale: "de" }],
  ["light, narrow, Arabic", { colorScheme: "light", viewport: { width: 320, height: 800 }, locale: "ar" }],
  ["dark, narrow, Hebrew", { colorScheme: "dark", viewport: { width: 320, height: 800 }, locale: "he" }],
  ["forced colours", { forcedColors: "active", viewport: { width: 900, height: 900 }, locale: "en-US" }],
];

for (const [look, options] of looks) {
  test.describe(look, () => {
    test.use({ ...options, reducedMotion: "reduce" });
    for (const name of Object.keys(scenes)) {
      test(name, async ({ page }) => {
        await inspect(page, look, name);
        const overflow = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  });
}

for (const design of ["forge", "neon"]) {
  for (const name of [
    "request",
    "request, sent",
    "request, too many",
    "request, pending",
    "new password, too short",
    "new password, set",
  ]) {
    test(`design ${design}: ${name}`, async ({ page }) => {
      await page.addInitScript((design) => localStorage.setItem("design", design), design);
      await inspect(page, `design ${design}`, name);
      await expect(page.locator("html")).toHaveAttribute("data-design", design);
    });
  }
}

/** Elements that extend beyond the form, and texts that overflow their box. */
const overflowing = (form) =>
  form.evaluate(({ shadowRoot }) => {
    const { left, right } = shadowRoot.querySelector("form").getBoundingClientRect();
    const found = [...shadowRoot.querySelectorAll("form *")].filter((element) => {
      const box = element.getBoundingClientRect();
      const { display, visibility } = getComputedStyle(element);
      // Texts for screen readers only are in a box of one pixel.
      if (element.clientWidth <= 1 || display === "inline" || visibility === "hidden") return false;
      // A field scrolls.
      const isText = element.localName !== "input" && element.textContent && element.childElementCount === 0;
      const isCutOff = isText && element.scrollWidth > element.clientWidth;
      return isCutOff || box.left < left - 0.5 || box.right > right + 0.5;
    });
    const isPageWider = left < 0 || document.scrollingElement.scrollWidth > innerWidth;
    return [...found.map((element) => element.outerHTML), ...(isPageWider ? ["the page"] : [])];
  });

for (const [lang, size] of [
  ...languages.map((lang) => [lang, "100%"]),
  ...["de", "fil", "ru", "he"].map((lang) => [lang, "200%"]),
]) {
  test(`320 pixels wide, text of ${size}, ${lang}: no text is cut off, and nothing is wider than the form`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    const head = `<meta name="viewport" content="width=device-width"><style>body { margin: 16px; font-size: ${size} }</style>`;
    for (const { body, responses } of [
      { body: requestForm, responses: [{ status: 503 }, { status: 204 }] },
      { body: passwordForm, responses: [{ status: 503 }, { status: 204 }] },
      { body: passwordForm, responses: [limited(5000)] },
    ]) {
      const { alert, error, field, form, part, press, status } = await openForm(page, { body, head, lang });
      await expect(part("form")).toHaveAttribute("lang", lang);
      await press();
      await expect(error).not.toBeEmpty();
      expect(await overflowing(form)).toEqual([]);
      for (const response of responses) {
        await respondWith(page, response);
        await field.fill("averyveryverylongaddress.with-many.parts@subdomain.example.com ");
        await press();
        await expect(response.status === 204 ? status : alert).not.toBeEmpty();
        await expect(part("form")).toHaveAttribute("aria-busy", "false");
        expect(await overflowing(form)).toEqual([]);
        await page.unroute("**/api/password/reset/*");
      }
    }
  });
}

for (const locale of ["de", "ar", "my"]) {
  test.describe(`an outcome moves neither field nor button: ${locale}`, () => {
    test.use({ locale });
    for (const width of [320, 1280]) {
      test(`${width} pixels wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        const places = {};
        for (const name of Object.keys(scenes).filter((name) => /^(request|new password)/.test(name))) {
          // Reported at once, next to the field.
          if (/nothing entered|too short|with a space/.test(name)) continue;
          // A confirmation replaces the field.
          if (/ (sent|set)$/.test(name)) continue;
          await play(page, name);
          const { form, field, submit } = formOn(page);
          const top = (await form.boundingBox()).y;
          const now = await Promise.all([field, submit].map(async (part) => (await part.boundingBox()).y - top));
          const kind = name.startsWith("request") ? "request" : "new";
          places[kind] = places[kind] || now;
          expect.soft(now, name).toEqual(places[kind]);
          await page.unrouteAll();
          await page.context().setOffline(false);
        }
      });
    }
  });
}
