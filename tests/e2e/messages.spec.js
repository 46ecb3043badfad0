// The texts in every language: complete, translated, and not cut off on a narrow screen. The tests that need neither a
// list of languages nor a browser are in tests/node/messages.

import { readdirSync } from "node:fs";
import { projectId } from "../support/projects.js";
import { confirmCall, expect, requestCall, test } from "./support.js";

const dist = new URL("../../dist/", import.meta.url);
const load = (file) => import(new URL(file, dist).href);
const placeholders = (text) => (text.match(/\{\w+\}/g) ?? []).sort();

/** As Xsolla lists them. */
const locales = {
  ar: "ar_AE",
  bg: "bg_BG",
  cs: "cs_CZ",
  de: "de_DE",
  en: "en_XX",
  es: "es_ES",
  fil: "fil_PH",
  fr: "fr_FR",
  he: "he_IL",
  id: "id_ID",
  it: "it_IT",
  ja: "ja_JP",
  km: "km-KH",
  ko: "ko_KR",
  lo: "lo_LA",
  my: "my_MM",
  ne: "ne_NP",
  pl: "pl_PL",
  "pt-BR": "pt_BR",
  ro: "ro_RO",
  ru: "ru_RU",
  th: "th_TH",
  tr: "tr_TR",
  vi: "vi_VN",
  "zh-CN": "zh_CN",
  "zh-TW": "zh_TW",
};

test("there is every language that Xsolla lists", async () => {
  const { emailLocale, languages } = await load("messages.js");
  expect(Object.fromEntries(languages.map((language) => [language, emailLocale(language)]))).toEqual(locales);
  expect(readdirSync(new URL("messages/", dist)).length).toBe(languages.length - 1);
});

for (const language of Object.keys(locales)) {
  test(`${language}: every text, with its placeholders`, async () => {
    const { english, loadMessages } = await load("messages.js");
    const { texts, language: loaded } = await loadMessages(language);
    expect(loaded).toBe(language);
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english.texts).sort());
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [name, inEnglish] of Object.entries(english.texts)) {
      const text = texts[name];
      expect(typeof text, name).toBe(typeof inEnglish);
      if (typeof text === "string") {
        expect(placeholders(text), name).toEqual(placeholders(inEnglish));
        expect(text.trim(), name).toBe(text);
        expect(text, name).not.toBe("");
        if (language !== "en") expect(text, name).not.toBe(inEnglish);
      } else {
        expect(placeholders(text.other), name).toEqual(["{count}"]);
        // A plural form may spell out its number; each belongs to the language.
        for (const [category, form] of Object.entries(text)) {
          expect(["zero", ...categories], name).toContain(category);
          expect(["", "{count}"], name).toContain(placeholders(form).join());
          if (/\{/.test(form)) expect(placeholders(form)).toEqual(["{count}"]);
        }
        for (const category of categories) {
          const isOfFractions = category === "many" && ["cs"].includes(language);
          if (!isOfFractions) expect(Object.keys(text), `${name}: ${category}`).toContain(category);
        }
      }
    }
  });
}

test("the email's locale is one that the call accepts", async () => {
  const { requestPasswordReset } = await load("index.js");
  for (const locale of Object.values(locales)) {
    let sent;
    const fetch = async (url) => {
      sent = new URL(url).searchParams.get("locale");
      return new Response(null, { status: 204 });
    };
    await requestPasswordReset({ projectId, username: "ada", locale, fetch });
    // The call normalizes all of them to an underscore.
    expect(sent).toBe(locale.replace("-", "_"));
  }
});

test("errors are described, in the language asked for", async () => {
  const { describe, english, sentence } = await load("messages.js");
  const say = (name) => sentence(english, name);
  const table = [
    [{ kind: "invalid_input", issues: [{ field: "username", rule: "required" }] }, "usernameRequired", "misconfigured"],
    [
      { kind: "invalid_input", issues: [{ field: "username", rule: "no_controls" }] },
      "usernameInvalid",
      "misconfigured",
    ],
    [{ kind: "invalid_input", issues: [{ field: "projectId", rule: "uuid" }] }, "misconfigured", "misconfigured"],
    [
      { kind: "invalid_input", issues: [{ field: "newPassword", rule: "password_length" }] },
      "misconfigured",
      "passwordRule",
    ],
    [{ kind: "invalid_input", issues: [{ field: "resetCode", rule: "required" }] }, "misconfigured", "linkDead"],
    [{ kind: "rejected", reason: "user_not_found" }, "sent", "linkDead"],
    [{ kind: "rejected", reason: "object_not_found" }, "sent", "linkDead"],
    [{ kind: "rejected", reason: "account_not_confirmed" }, "sent", "linkDead"],
    [{ kind: "rejected", reason: "project_not_found" }, "misconfigured", "misconfigured"],
    [{ kind: "rejected", reason: "login_url_required" }, "misconfigured", "misconfigured"],
    [{ kind: "rejected", reason: "too_many_attempts" }, "rateLimited", "rateLimited"],
    [{ kind: "rejected", reason: "invalid_parameters", details: { new_password: "…" } }, "failed", "passwordRefused"],
    [{ kind: "rejected", reason: "unknown" }, "failed", "failed"],
    [{ kind: "rate_limited", reason: "too_many_attempts" }, "rateLimited", "rateLimited"],
    [{ kind: "unexpected_response", status: 502 }, "failed", "failed"],
    [{ kind: "network", offline: true }, "offline", "offline"],
    [{ kind: "network", offline: false }, "network", "network"],
    [{ kind: "timeout", timeoutMs: 1 }, "requestTimeout", "confirmTimeout"],
    [{ kind: "aborted" }, "cancelled", "cancelled"],
    [{ kind: "not_loaded" }, "notLoaded", "notLoaded"],
    [{ kind: "internal" }, "failed", "failed"],
  ];
  for (const [error, request, confirm] of table) {
    expect(await describe(error, "en"), JSON.stringify(error)).toBe(say(request));
    expect(await describe(error, "en", "confirm"), JSON.stringify(error)).toBe(say(confirm));
  }
  const limited = (retryAfterMs) => ({ kind: "rate_limited", reason: "too_many_attempts", retryAfterMs });
  expect(await describe(limited(1), "en-GB")).toContain("in 1 second.");
  expect(await describe(limited(60_001), "en")).toContain("in 61 seconds.");
  expect(await describe(limited(120_000), "en")).toContain("in 2 minutes.");
  expect(await describe(limited(3_000), "ru")).toContain("через 3 секунды.");
  expect(await describe(limited(5_000), "pl")).toContain("za 5 sekund.");
  expect(await describe(limited(2_000), "ar")).toContain("ثانيتين");
});

test("importing the forms without a document does nothing", async () => {
  const { NewPasswordForm, PasswordResetForm } = await load("forms.js");
  expect([typeof NewPasswordForm, typeof PasswordResetForm]).toEqual(["function", "function"]);
});

/** Opens a page with both forms, whose API calls have these outcomes. */
async function serveForms(page, language, outcomes) {
  const attributes = `project-id="${projectId}" base-url="http://localhost/api" reset-code="code"`;
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Forms</title>
    <meta name="viewport" content="width=device-width"><style>body { margin: 16px }</style>
    <password-reset-form ${attributes}></password-reset-form><new-password-form ${attributes}></new-password-form>
    <script>
      var outcomes = 0;
      for (const name of ["password-reset-requested", "password-reset-failed"]) addEventListener(name, () => outcomes++);
    </script>
    <script type="module" src="/xsolla-password-reset/forms.js"></script></html>`;
  await page.route("**/forms.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  for (const call of [requestCall, confirmCall]) {
    await page.route(`**/api/${call}*`, (route) => {
      const { status, retryAfter } = outcomes.shift();
      if (!status) return route.abort();
      const headers = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After" };
      return route.fulfill({ status, headers: retryAfter ? { ...headers, "Retry-After": retryAfter } : headers });
    });
  }
  await page.goto("/forms.html");
  for (const name of ["password-reset-form", "new-password-form"])
    await expect(page.locator(`${name} [part=input]`)).toBeVisible();
}

/** Elements that extend beyond an edge of the window, and texts that overflow their box. */
function overflowing(page) {
  return page.evaluate(() => {
    const found = [];
    const visit = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const { left, right } = element.getBoundingClientRect();
        const { display, visibility } = getComputedStyle(element);
        // Texts for screen readers only are in a box of one pixel; a field scrolls.
        const isExempt = element.clientWidth <= 1 || element.localName === "input";
        if (isExempt || display === "inline" || visibility === "hidden") continue;
        const isText = element.textContent && element.childElementCount === 0;
        if (left < 0 || right > innerWidth || (isText && element.scrollWidth > element.clientWidth)) {
          found.push(`${element.localName} ${element.getAttribute("part") ?? ""} ${element.textContent.trim()}`);
        }
      }
    };
    visit(document);
    if (document.scrollingElement.scrollWidth > innerWidth) found.push("the page");
    return found;
  });
}

test.describe("320 pixels wide", () => {
  test.use({ viewport: { width: 320, height: 900 } });

  for (const language of Object.keys(locales)) {
    test(`${language}: no text of either form is cut off or overlaps the edge`, async ({ page }) => {
      const outcomes = [{ status: 0 }, { status: 204 }, { status: 0 }, { status: 429, retryAfter: "5000" }];
      await serveForms(page, language, outcomes);
      expect(await overflowing(page)).toEqual([]);
      let count = 0;
      for (const name of ["password-reset-form", "new-password-form"]) {
        const form = page.locator(name);
        await expect(form.locator("form")).toHaveAttribute("lang", language);
        for (const remaining of [1, 0]) {
          const text = "a long name@or a passphrase.example ";
          const field = form.locator("[part=input]");
          await field.fill(text);
          if (name === "new-password-form" && remaining) await form.locator("[part=toggle]").click();
          await field.press("Enter");
          await page.waitForFunction((count) => window.outcomes === count, ++count);
          expect(await overflowing(page)).toEqual([]);
        }
      }
      expect(outcomes).toEqual([]);
    });
  }
});

test.describe("a German browser", () => {
  test.use({ locale: "de-AT" });

  test("a worker describes an error in the language of the browser", async ({ page }) => {
    // The demo's policy allows no worker from a blob.
    await page.route("**/empty.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
    await page.goto("/empty.html");
    const text = await page.evaluate(async () => {
      const source = `import { describe } from "${location.origin}/xsolla-password-reset/messages.js";
        describe({ kind: "aborted" }).then(postMessage);`;
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })), {
        type: "module",
      });
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      });
    });
    const { loadMessages } = await load("messages.js");
    expect(text).toBe((await loadMessages("de")).texts.cancelled);
  });
});
