// The fixtures of every test: a reset Login server, and a page that must report no errors.

import { test as base, expect } from "@playwright/test";
import { accountsOf } from "../support/accounts.js";
import { projects } from "../support/projects.js";
import { demoOfWorker } from "./servers.js";

export { expect };

export const loginServer = demoOfWorker()?.login;
const { reset, ...accounts } = accountsOf(loginServer);
export const { mailsTo, linkFor, signIn } = accounts;

export { projects };

/**
 * @typedef {import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions} PageArgs
 * @typedef {import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions} WorkerArgs
 */

/** @type {import("@playwright/test").TestType<PageArgs & { warnings: string[] }, WorkerArgs>} */
export const test = base.extend({
  /** Fails on errors of the page, except those that the browser logs for a failed request. */
  page: async ({ page }, use) => {
    await reset();
    const errors = [];
    page.on("console", (message) => {
      const isFromNetwork = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isFromNetwork) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(page);
    expect(errors).toEqual([]);
  },

  /** The warnings on the console. */
  warnings: async ({ page }, use) => {
    const warnings = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    await use(warnings);
  },
});

/** The form on the page, whichever it is, with its parts. */
export function formOn(page) {
  const form = page.locator("password-reset-form, new-password-form");
  const part = (name) => form.locator(`[part~=${name}]`);
  // Playwright does not click a button that is `aria-disabled` unless forced, and then it does not wait for one that is hidden:
  // the field is there before the texts and the button.
  const press = async () => {
    await expect(part("submit")).toBeVisible();
    await part("submit").click({ force: true });
  };
  return {
    form,
    part,
    field: part("input"),
    submit: part("submit"),
    cancel: part("cancel"),
    status: part("status"),
    alert: part("alert"),
    error: part("error"),
    warning: part("warning"),
    wait: part("wait"),
    edit: part("edit"),
    ask: async (text) => {
      // After success, a confirmation replaces the field.
      if (await part("edit").isVisible()) await part("edit").click();
      await part("input").fill(text);
      await press();
    },
    press,
  };
}

export function choose(page, name, option) {
  return page.getByLabel(name, { exact: true }).selectOption(option);
}

export const requestCall = "password/reset/request";
export const confirmCall = "password/reset/confirm";

/** Counts the calls of the API that leave the page; preflights do not count. */
export function countCalls(page, call) {
  const calls = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && new URL(request.url()).pathname === `/api/${call}`) calls.push(request);
  });
  return calls;
}
