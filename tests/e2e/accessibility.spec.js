// axe in every state, light and dark, wide and narrow, left to right and right to left; each state is kept as a picture
// in test-results/screenshots, to be looked at.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openFixture, passwordForm, requestForm, respondWith } from "./fixture.js";
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
        await play(page, name);
        await page.screenshot({ path: `test-results/screenshots/${look}/${name}.png`, fullPage: true });
        expect(await violations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  });
}

for (const design of ["forge", "neon"]) {
  test.describe(`design ${design}`, () => {
    for (const name of [
      "request",
      "request, sent",
      "request, too many",
      "request, pending",
      "new password, too short",
      "new password, set",
    ]) {
      test(name, async ({ page }) => {
        await page.addInitScript((design) => localStorage.setItem("design", design), design);
        await play(page, name);
        await expect(page.locator("html")).toHaveAttribute("data-design", design);
        await page.screenshot({ path: `test-results/screenshots/design ${design}/${name}.png`, fullPage: true });
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}

test("zoomed to 200 %, nothing is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 450 });
  await play(page, "request, sent");
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

for (const lang of ["de", "fil", "ru", "he"]) {
  test(`text of 200 % on 320 pixels: nothing is wider than the form: ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    const head = "<style>body { margin: 0 16px; font-size: 200% }</style>";
    for (const body of [requestForm, passwordForm]) {
      const { alert, error, field, form, part, submit } = formOn(page);
      const wide = () =>
        form.evaluate(({ shadowRoot }) => {
          const { left, right } = shadowRoot.querySelector("form").getBoundingClientRect();
          const elements = [...shadowRoot.querySelectorAll("form *")].filter(
            ({ className }) => className !== "announcer",
          );
          return elements
            .filter((element) => {
              const box = element.getBoundingClientRect();
              return box.width && (box.left < left - 0.5 || box.right > right + 0.5);
            })
            .map((element) => element.outerHTML);
        });
      await openFixture(page, { body, head, lang });
      await expect(part("form")).toHaveAttribute("lang", lang);
      await submit.click();
      await expect(error).not.toBeEmpty();
      expect(await wide()).toEqual([]);
      for (const status of [503, 204]) {
        await respondWith(page, { status });
        await field.fill("averyveryverylongaddress.with-many.parts@subdomain.example.com");
        await submit.click();
        await expect(status === 503 ? alert : part("status")).not.toBeEmpty();
        await expect(part("form")).toHaveAttribute("aria-busy", "false");
        expect(await wide()).toEqual([]);
        await page.unroute("**/api/password/reset/*");
      }
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test("targets are at least 24 pixels", async ({ page }) => {
  for (const name of ["request, can be cancelled", "new password, set"]) {
    await play(page, name);
    for (const button of await formOn(page).form.locator("button:visible, input:visible").all()) {
      const { width, height } = await button.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  }
});

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
