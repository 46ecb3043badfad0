// The way of a player through the demo, with axe in every state, in the browsers that Playwright cannot drive here:
//
//   node tests/e2e/webdriver.js firefox
//   node tests/e2e/webdriver.js webkit
//
// The screenshots are in test-results/screenshots/.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { startDemo } from "../../scripts/lib/demo.js";
import { accountsOf } from "../support/accounts.js";
import { startWebDriver } from "../support/browsers.js";

const name = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = fileURLToPath(new URL(`../../test-results/screenshots/${name}/`, import.meta.url));
mkdirSync(pictures, { recursive: true });

const demo = await startDemo({ quiet: true });
const { linkFor, mailsTo, reset } = accountsOf(demo.login);

const browser = await startWebDriver(name).catch(async (error) => {
  await demo.stop();
  throw error;
});
const { driver } = browser;

const words = {
  en: { locale: "en_XX", sent: "If an account matches", set: "Your new password is set", welcome: "Welcome back" },
  ar: { locale: "ar_AE", sent: "إذا كان هناك حساب", set: "تم تعيين كلمة المرور", welcome: "مرحبًا بعودتك" },
};

/** An element of the page, or a part of the form on it, once it is seen. */
async function find(selector) {
  const part = /^\[part=/.test(selector);
  const script = part
    ? `return document.querySelector("password-reset-form, new-password-form")?.shadowRoot?.querySelector(${JSON.stringify(selector)})`
    : `return document.querySelector(${JSON.stringify(selector)})`;
  return driver.wait(
    async () => {
      const element = await driver.executeScript(script).catch(() => null);
      return element && (await element.isDisplayed()) ? element : null;
    },
    10_000,
    `${selector} was not seen`,
  );
}

async function textOf(part) {
  const script = `return document.querySelector("password-reset-form, new-password-form").shadowRoot.querySelector("[part=${part}]").textContent`;
  return driver.executeScript(script);
}

async function until(part, text) {
  let seen = "";
  const isReached = async () => {
    seen = await textOf(part);
    return seen.includes(text);
  };
  await driver.wait(isReached, 15_000).catch(() => assert.fail(`${part} should say "${text}", and says "${seen}"`));
}

/** Waits until a part has any text. */
const filled = (part) => driver.wait(() => textOf(part).catch(() => ""), 15_000, `${part} was empty`);

async function type(selector, text) {
  const element = await find(selector);
  await element.clear();
  await element.sendKeys(text);
  return element;
}

const press = async (selector) => (await find(selector)).click();

async function choose(id, value) {
  await find(`#${id}`);
  await driver.executeScript(
    `const select = document.getElementById(arguments[0]); select.value = arguments[1]; select.dispatchEvent(new Event("change"));`,
    ...[id, value],
  );
}

let checked = 0;

/** Checks for violations and overflow, and saves a screenshot. */
async function look(state) {
  const [violations, overflow] = await driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1]; ${axe};
     const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
     const run = (window.axe ?? axe).run(document, { runOnly });
     run.then(({ violations }) => done([
       violations.map(({ id, nodes }) => id + " " + nodes.map(({ html }) => html).join(" ")),
       document.scrollingElement.scrollWidth - innerWidth,
     ]), (error) => done([[String(error)], 0]));`,
  );
  assert.deepEqual(violations, [], state);
  assert.ok(overflow <= 0, `${state}: wider than the window`);
  writeFileSync(`${pictures}${state}.png`, await driver.takeScreenshot(), "base64");
  checked++;
}

async function walkThrough(theme, language) {
  const expected = words[language];
  const state = (text) => `${theme}, ${language}, ${text}`;
  await reset();
  await driver.get(`${demo.demo}/`);
  await choose("theme", theme);
  await choose("language", language);
  await driver.wait(
    async () => (await driver.executeScript("return document.documentElement.lang")) === language,
    10_000,
  );
  await driver.navigate().refresh();
  await find("[part=input]");
  await look(state("request"));

  // Nothing entered.
  await press("[part=submit]");
  await filled("error");
  await look(state("request, nothing entered"));

  // Enter, Enter: one mail.
  const field = await type("[part=input]", "amir");
  await field.sendKeys("\uE007", "\uE007");
  await until("status", expected.sent);
  await look(state("request, sent"));
  const mails = await mailsTo("amir@example.ae");
  assert.deepEqual(
    mails.map((mail) => mail.language),
    [language],
  );

  for (const [outcome, part] of [
    ["unknown", "status"],
    ["limited", "alert"],
    ["nowhere", "alert"],
    ["down", "alert"],
    ["slow", "alert"],
  ]) {
    await reset();
    const note = () => driver.executeScript(`return document.getElementById("note").textContent`);
    const before = await note();
    await choose("outcome", outcome);
    await driver.wait(async () => (await note()) !== before, 10_000);
    // On a busy machine, the server responds before the form has been looked at.
    if (outcome === "slow")
      await driver.executeScript(`document.querySelector("password-reset-form").fetch = async (url, { signal }) => {
        await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      };`);
    await type("[part=input]", outcome === "unknown" ? "nobody" : "ada");
    await press("[part=submit]");
    if (outcome === "slow") {
      const cancel = await find("[part=cancel]");
      await look(state("request, can be cancelled"));
      await cancel.click();
    }
    await driver.wait(async () => !(await isBusy()), 15_000);
    await filled(part);
    if (outcome === "unknown") await until("status", expected.sent);
    await look(state(`request, ${outcome}`));
  }

  await driver.get(`${demo.demo}/new-password.html`);
  await filled("alert");
  await look(state("new password, link incomplete"));

  await reset();
  const link = await linkFor("amir@example.ae", { locale: expected.locale });
  await driver.get(link);
  await type("[part=input]", "abc");
  await press("[part=submit]");
  await filled("error");
  await look(state("new password, too short"));
  await type("[part=input]", "battery staple ");
  await press("[part=toggle]");
  await filled("warning");
  await look(state("new password, shown, with a space"));
  await type("[part=input]", "battery staple");
  await press("[part=submit]");
  await until("status", expected.set);
  await look(state("new password, set"));
  const onwards = await (await find("#sign-in")).getAttribute("href");

  await driver.get(link);
  await type("[part=input]", "battery staple");
  await press("[part=submit]");
  await filled("alert");
  await look(state("new password, link used"));

  await driver.get(onwards);
  for (const [password, place] of [
    ["old-password", "#error"],
    ["battery staple", "#welcome"],
  ]) {
    await find("#direction");
    await type("#username", "amir");
    await type("#password", password);
    await press("button");
    await driver.wait(async () => (await (await find(place)).getText()) !== "", 10_000);
    await look(state(place === "#error" ? "sign in, wrong" : "signed in"));
  }
  assert.ok((await (await find("h1")).getText()).includes(expected.welcome));
}

function isBusy() {
  return driver.executeScript(
    `return document.querySelector("password-reset-form").shadowRoot.querySelector("form").getAttribute("aria-busy") === "true"`,
  );
}

try {
  for (const [theme, language] of [
    ["light", "en"],
    ["dark", "ar"],
  ]) {
    await walkThrough(theme, language);
    console.log(`✓ ${name}: all seven steps, ${theme}, ${language}`);
  }
  console.log(`${name}: ${checked} states without a violation of WCAG 2.2 AA`);
} catch (error) {
  writeFileSync(`${pictures}failure.png`, await driver.takeScreenshot().catch(() => ""), "base64");
  console.error(`✗ ${name}: ${error.stack}`);
  process.exitCode = 1;
} finally {
  await browser.stop();
  await demo.stop();
}
